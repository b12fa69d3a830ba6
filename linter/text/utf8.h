#ifndef SOIREE_TEXT_UTF8_H_
#define SOIREE_TEXT_UTF8_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace soiree {

/// A code point and the bytes it took (1..4). Bytes that are not valid UTF-8 decode one at a time
/// to U+FFFD with `valid` false.
struct CodePoint {
  char32_t value;
  uint8_t size;
  bool valid;
};

/// The code point that starts at `offset`, which must be inside `bytes`.
CodePoint decode_code_point(std::string_view bytes, size_t offset);
/// The code point that ends just before `offset` (offset > 0).
CodePoint decode_code_point_before(std::string_view bytes, size_t offset);
/// Appends the UTF-8 form of `value`; surrogates and values beyond U+10FFFF become U+FFFD.
void append_code_point(std::string& bytes, char32_t value);
/// Offset of the first byte that is not valid UTF-8, or npos.
size_t find_invalid_utf8(std::string_view bytes);
/// True unless `offset` points at a continuation byte of a well-formed sequence.
bool is_character_boundary(std::string_view bytes, size_t offset);

}  // namespace soiree

#endif  // SOIREE_TEXT_UTF8_H_
