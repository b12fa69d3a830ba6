#ifndef SOIREE_PARSE_LINE_TEXT_H_
#define SOIREE_PARSE_LINE_TEXT_H_

#include <algorithm>
#include <string_view>

namespace soiree {

/// Calls `function(offset, text without line end)` for each line of `content`. The parser ends
/// every line it hands out with "\n", whatever the source has.
template <class Function>
void for_each_line(std::string_view content, const Function& function) {
  size_t at = 0;
  while (at < content.size()) {
    const size_t end = std::min(content.find('\n', at), content.size());
    function(at, content.substr(at, end - at));
    at = end + 1;
  }
}

/// `text` without blanks and line ends at its end.
inline std::string_view trim_right(std::string_view text) {
  const size_t last = text.find_last_not_of(" \t\r\n");
  return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

}  // namespace soiree

#endif  // SOIREE_PARSE_LINE_TEXT_H_
