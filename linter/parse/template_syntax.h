#ifndef SOIREE_PARSE_TEMPLATE_SYNTAX_H_
#define SOIREE_PARSE_TEMPLATE_SYNTAX_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/text/span.h"

namespace soiree {

enum class MarkupKind : uint8_t {
  liquid,               ///< {% tag %} and {{ output }}
  hugo_shortcode,       ///< {{< name >}} and {{% name %}}
  wordpress_shortcode,  ///< [name attribute="..."] and [/name]
  mdx,                  ///< import/export lines, {expression}
  jsx,                  ///< <Component prop={...}> tags
  attributes,           ///< {: .class} and {#id .class}
  container,            ///< ::: lines; what is hidden from the reader: comments, hidden elements
  math,                 ///< $...$, $$...$$, \( \), \[ \]
  code,                 ///< body of {% highlight %}, {{< highlight >}} and the like
};

/// What a tag does to the text after it.
enum class MarkupRole : uint8_t { standalone, opens, closes };

/// A piece of template syntax in the source.
struct MarkupSpan {
  SourceSpan place;
  MarkupKind kind = MarkupKind::liquid;
  MarkupRole role = MarkupRole::standalone;
  bool whole_line = false;  ///< nothing else but blanks on its lines
  SourceSpan name;          ///< the tag's or shortcode's name, or the attribute list's inside
};

enum class MarkupDialect : uint8_t {
  markdown,
  mdx,
  plain,  ///< no template syntax at all: what is sent as it stands
};

/// The source with its template syntax overwritten, byte for byte the same length.
struct MaskedSource {
  std::string bytes;              ///< empty when there was nothing to overwrite
  std::vector<MarkupSpan> spans;  ///< sorted by place, not overlapping
};

/// Finds template syntax in `body` of `source` and overwrites it in a copy of `source`, so that a
/// Markdown parser sees neither tags nor their quotation marks: markup that fills its lines becomes
/// blanks (a blank line); markup inside a line becomes a row of `x` (it then behaves like a word
/// inside links and emphasis). Line ends stay. Linear time; an opening without its end is left as
/// text.
MaskedSource mask_template_syntax(std::string_view source, SourceSpan body, MarkupDialect dialect);

}  // namespace soiree

#endif  // SOIREE_PARSE_TEMPLATE_SYNTAX_H_
