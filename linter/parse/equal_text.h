#ifndef SOIREE_PARSE_EQUAL_TEXT_H_
#define SOIREE_PARSE_EQUAL_TEXT_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace soiree {

/// True when some byte of `word` is zero.
constexpr bool has_zero_byte(uint64_t word) {
  return ((word - 0x0101010101010101) & ~word & 0x8080808080808080) != 0;
}

constexpr uint64_t eight_times(char c) {
  return 0x0101010101010101 * static_cast<unsigned char>(c);
}

/// Number of bytes at which `content` and `literal` begin alike, up to a backslash or `&`
/// behind the first byte: those may stand for something else.
inline size_t equal_text_size(std::string_view content, std::string_view literal) {
  const size_t limit = std::min(content.size(), literal.size());
  if (limit == 0 || content[0] != literal[0]) return 0;
  size_t same = 1;
  for (; same + 8 <= limit; same += 8) {
    uint64_t left = 0;
    uint64_t right = 0;
    std::memcpy(&left, content.data() + same, 8);
    std::memcpy(&right, literal.data() + same, 8);
    if (left != right || has_zero_byte(left ^ eight_times('\\')) ||
        has_zero_byte(left ^ eight_times('&'))) {
      break;
    }
  }
  while (same < limit && content[same] == literal[same] && content[same] != '\\' &&
         content[same] != '&') {
    ++same;
  }
  return same;
}

}  // namespace soiree

#endif  // SOIREE_PARSE_EQUAL_TEXT_H_
