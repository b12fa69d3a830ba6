#ifndef SOIREE_PARSE_LINK_SYNTAX_H_
#define SOIREE_PARSE_LINK_SYNTAX_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace soiree {

/// ASCII punctuation as CommonMark counts it.
bool is_ascii_punctuation(char c);
/// Bytes of the entity at the start of `text` ("&amp;" gives 5), 0 when there is none.
size_t entity_size(std::string_view text);
/// Offset at or after `begin` of a run of exactly `ticks` backticks, or npos.
size_t find_tick_run(std::string_view text, size_t begin, size_t ticks);
/// Bytes of `(address "title")` at the start of `text`, 0 when there is none (CommonMark 6.3).
size_t inline_link_tail_size(std::string_view text);
/// Bytes of `[label]` at the start of `text`, 0 when there is none; "[]" gives 2.
size_t link_label_size(std::string_view text);
/// Lower-case name of the tag at the start of `tag` ("<BR/>" gives "br").
std::string lower_tag_name(std::string_view tag);

}  // namespace soiree

#endif  // SOIREE_PARSE_LINK_SYNTAX_H_
