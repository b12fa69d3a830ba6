#include "linter/text/utf8.h"

#include <cstdint>
#include <cstring>

namespace soiree {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

}  // namespace

CodePoint decode_code_point(std::string_view bytes, size_t offset) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(bytes[offset + i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return {first, 1, true};
  const size_t left = bytes.size() - offset;
  size_t size = 0;
  char32_t value = 0;
  char32_t smallest = 0;
  if (first >= 0xC2 && first <= 0xDF) {
    size = 2, value = first & 0x1F, smallest = 0x80;
  } else if (first >= 0xE0 && first <= 0xEF) {
    size = 3, value = first & 0x0F, smallest = 0x800;
  } else if (first >= 0xF0 && first <= 0xF4) {
    size = 4, value = first & 0x07, smallest = 0x10000;
  }
  if (size == 0 || left < size) return {kReplacement, 1, false};
  for (size_t i = 1; i < size; ++i) {
    if (!is_continuation(byte(i))) return {kReplacement, 1, false};
    value = (value << 6) | (byte(i) & 0x3F);
  }
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < smallest || value > 0x10FFFF || surrogate) return {kReplacement, 1, false};
  return {value, static_cast<uint8_t>(size), true};
}

CodePoint decode_code_point_before(std::string_view bytes, size_t offset) {
  size_t start = offset - 1;
  const size_t limit = offset >= 4 ? offset - 4 : 0;
  while (start > limit && is_continuation(static_cast<unsigned char>(bytes[start]))) --start;
  const CodePoint found = decode_code_point(bytes, start);
  if (found.valid && start + found.size == offset) return found;
  return {kReplacement, 1, false};
}

void append_code_point(std::string& bytes, char32_t value) {
  if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) value = kReplacement;
  if (value < 0x80) {
    bytes += static_cast<char>(value);
  } else if (value < 0x800) {
    bytes += static_cast<char>(0xC0 | (value >> 6));
    bytes += static_cast<char>(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    bytes += static_cast<char>(0xE0 | (value >> 12));
    bytes += static_cast<char>(0x80 | ((value >> 6) & 0x3F));
    bytes += static_cast<char>(0x80 | (value & 0x3F));
  } else {
    bytes += static_cast<char>(0xF0 | (value >> 18));
    bytes += static_cast<char>(0x80 | ((value >> 12) & 0x3F));
    bytes += static_cast<char>(0x80 | ((value >> 6) & 0x3F));
    bytes += static_cast<char>(0x80 | (value & 0x3F));
  }
}

size_t find_invalid_utf8(std::string_view bytes) {
  constexpr uint64_t kHighBits = 0x8080808080808080ULL;
  const char* const data = bytes.data();
  const size_t size = bytes.size();
  const auto byte = [data](size_t i) { return static_cast<unsigned char>(data[i]); };
  size_t at = 0;
  while (at < size) {
    // Sixteen ASCII bytes at a time: most text is ASCII.
    while (at + 16 <= size) {
      uint64_t words[2];
      std::memcpy(words, data + at, 16);
      if (((words[0] | words[1]) & kHighBits) != 0) break;
      at += 16;
    }
    while (at < size && byte(at) < 0x80) ++at;
    // Runs of the shapes that cannot be overlong, surrogates or too large.
    while (at + 3 <= size) {
      const unsigned char first = byte(at);
      if (first >= 0xC2 && first <= 0xDF && is_continuation(byte(at + 1))) {
        at += 2;
      } else if (first > 0xE0 && first < 0xF0 && first != 0xED && is_continuation(byte(at + 1)) &&
                 is_continuation(byte(at + 2))) {
        at += 3;
      } else {
        break;
      }
    }
    if (at >= size || byte(at) < 0x80) continue;
    const CodePoint point = decode_code_point(bytes, at);
    if (!point.valid) return at;
    at += point.size;
  }
  return std::string_view::npos;
}

bool is_character_boundary(std::string_view bytes, size_t offset) {
  if (offset >= bytes.size()) return offset == bytes.size();
  if (!is_continuation(static_cast<unsigned char>(bytes[offset]))) return true;
  for (size_t back = 1; back <= 3 && back <= offset; ++back) {
    const CodePoint point = decode_code_point(bytes, offset - back);
    if (point.valid && point.size > back) return false;
  }
  return true;
}

}  // namespace soiree
