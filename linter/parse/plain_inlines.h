#ifndef SOIREE_PARSE_PLAIN_INLINES_H_
#define SOIREE_PARSE_PLAIN_INLINES_H_

#include <string_view>
#include <vector>

#include "linter/parse/markdown.h"

namespace soiree {

/// True when no byte of `content`, the inline source of a block, can begin inline syntax: its
/// inline tree is lines of text with breaks between them.
bool is_plain_inline_source(std::string_view content);

/// Appends the inline tree of plain `content`, as the Markdown parser would give it.
void append_plain_inlines(std::string_view content, std::vector<InlineEvent>& events);

}  // namespace soiree

#endif  // SOIREE_PARSE_PLAIN_INLINES_H_
