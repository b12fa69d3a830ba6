#include "linter/parse/yaml_bytes.h"

#include <cstring>

#include "linter/text/utf8.h"

namespace soiree {
namespace {

constexpr char kStandIn = '\x7f';

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

bool is_surrogate(uint32_t code) { return code >= 0xD800 && code <= 0xDFFF; }

/// True when nothing in `bytes` can need replacement; the common case, decided in one scan.
bool is_harmless(std::string_view bytes) {
  for (size_t i = 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (is_control(c)) return false;
    if (c == '\r' && (i + 1 == bytes.size() || bytes[i + 1] != '\n')) return false;
    if (c == '\\' && i + 2 < bytes.size() && bytes[i + 1] == 'u' &&
        (bytes[i + 2] == 'd' || bytes[i + 2] == 'D')) {
      return false;
    }
  }
  return bytes.empty() || static_cast<unsigned char>(bytes[0]) < 0xFE;
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; }

}  // namespace

uint32_t unicode_escape(std::string_view bytes, size_t offset) {
  if (offset + 6 > bytes.size() || bytes[offset] != '\\' || bytes[offset + 1] != 'u') {
    return UINT32_MAX;
  }
  uint32_t code = 0;
  for (const char c : bytes.substr(offset + 2, 4)) {
    const char lower = static_cast<char>(c | 0x20);
    if (c >= '0' && c <= '9') {
      code = code * 16 + static_cast<uint32_t>(c - '0');
    } else if (lower >= 'a' && lower <= 'f') {
      code = code * 16 + static_cast<uint32_t>(lower - 'a' + 10);
    } else {
      return UINT32_MAX;
    }
  }
  return code;
}

uint32_t YamlBytes::character_begin(uint32_t offset) const {
  if (untouched() || offset >= clean.size()) return offset;
  while (offset > 0 && source[offset] != clean[offset] && is_continuation(source[offset])) --offset;
  return offset;
}

uint32_t YamlBytes::run_end(uint32_t begin, uint32_t end) const {
  const bool same = source[begin] == clean[begin];
  uint32_t next = begin + 1;
  while (next < end &&
         ((source[next] == clean[next]) == same || (!same && is_continuation(source[next])))) {
    ++next;
  }
  return next;
}

YamlBytes clean_yaml_bytes(std::string_view source, SourceSpan part, std::string& storage,
                           std::vector<Problem>& problems) {
  std::string_view bytes = part.of(source);
  uint32_t shift = part.begin;
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") {
    bytes.remove_prefix(3);
    shift += 3;
  }
  const size_t invalid = find_invalid_utf8(bytes);
  if (invalid != std::string_view::npos) {
    const auto at = shift + static_cast<uint32_t>(invalid);
    problems.push_back({{at, at + 1},
                        "This byte is not valid UTF-8, so the text cannot be read as its author "
                        "meant it. Save the file as UTF-8.",
                        true});
  }
  YamlBytes result{bytes, bytes, shift};
  if (is_harmless(bytes)) return result;

  storage.assign(bytes);
  bool reported = false;
  for (size_t i = 0; i < storage.size(); ++i) {
    const char c = storage[i];
    if (is_control(c) || (i == 0 && static_cast<unsigned char>(c) >= 0xFE)) {
      storage[i] = kStandIn;
      if (!reported) {
        const auto at = shift + static_cast<uint32_t>(i);
        problems.push_back({{at, at + 1}, "There is a control character here. Remove it.", true});
      }
      reported = true;
    } else if (c == '\r' && (i + 1 == storage.size() || storage[i + 1] != '\n')) {
      storage[i] = '\n';
    } else if (c == '\\') {
      if (is_surrogate(unicode_escape(bytes, i))) {
        std::memcpy(&storage[i + 2], "FFFD", 4);
      }
      ++i;  // the escaped byte starts no escape itself
      if (i < storage.size() && is_control(storage[i])) storage[i] = kStandIn;
    }
  }
  result.clean = storage;
  return result;
}

}  // namespace soiree
