#ifndef SOIREE_PARSE_YAML_BRACKETS_H_
#define SOIREE_PARSE_YAML_BRACKETS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace soiree {

/// What is wrong at [begin, end) of some text, and the remedy.
struct TextMistake {
  uint32_t begin = 0;
  uint32_t end = 0;
  std::string message;
};

/// Offset of the quote that closes the one at `begin` before `end`, or npos; `bad_escape` is set to
/// the first backslash that starts no YAML escape, if it is npos.
size_t yaml_closing_quote(std::string_view bytes, uint32_t begin, uint32_t end, size_t& bad_escape);

/// `sign` for a message, in backticks unless it is one.
std::string shown_sign(char sign);

/// Looks for what breaks the list or map in brackets that starts at `begin` and has to end before
/// `end`: a missing or wrong bracket, a comment that takes the rest of a line, a text that needs
/// quotes. Nothing when all brackets are closed and none of that is found. Linear.
std::optional<TextMistake> bracket_mistake(std::string_view bytes, uint32_t begin, uint32_t end);

}  // namespace soiree

#endif  // SOIREE_PARSE_YAML_BRACKETS_H_
