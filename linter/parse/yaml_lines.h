#ifndef SOIREE_PARSE_YAML_LINES_H_
#define SOIREE_PARSE_YAML_LINES_H_

#include <cstdint>
#include <string_view>

namespace soiree {

// Small scans over YAML source that several parts of the reader share. All offsets are bytes of the
// given string; all functions accept any offset up to its size.

/// End of the line that holds `offset`, without its line end.
uint32_t yaml_line_end(std::string_view bytes, uint32_t offset);
/// Start of the line after the one that holds `offset`, or the end of `bytes`.
uint32_t yaml_next_line(std::string_view bytes, uint32_t offset);
/// Start of the line that holds `offset`.
uint32_t yaml_line_begin(std::string_view bytes, uint32_t offset);
/// End of the run of bytes at `offset` that are neither blank, line end nor flow punctuation.
uint32_t word_end(std::string_view bytes, uint32_t offset);
/// Skips tags and anchors, with the blanks, line ends and comments after them.
uint32_t skip_properties(std::string_view bytes, uint32_t offset);
/// Just past `closer`, when only blanks, commas, line ends and comments stand before it; else
/// `offset`.
uint32_t flow_end(std::string_view bytes, uint32_t offset, char closer);
/// Offset of the `:` that ends the key of the line or entry at `offset` (the first `: `, `:` at the
/// line end, or the one after a quoted key), or npos.
size_t key_colon(std::string_view bytes, uint32_t offset);
/// True when a list item (`- `, or `-` alone) stands at `offset`.
bool is_item_dash(std::string_view bytes, uint32_t offset);
/// True when the quoted scalar [begin, end) of block YAML runs over a line that is a list item or a
/// `key:` no deeper than the scalar's own parent: its quote was not closed where it should.
bool swallows_lines(std::string_view bytes, uint32_t begin, uint32_t end);

}  // namespace soiree

#endif  // SOIREE_PARSE_YAML_LINES_H_
