#include "linter/output/clean_text.h"

#include "linter/text/utf8.h"

namespace soiree {
namespace {

bool is_layout(char32_t value) { return value == '\t' || value == '\n' || value == '\r'; }

bool is_clean(const CodePoint& point) {
  if (!point.valid) return false;
  if (point.value < 0x20) return is_layout(point.value);
  return (point.value < 0x7F || point.value > 0x9F) && (point.value & 0xFFFE) != 0xFFFE;
}

}  // namespace

std::string clean_text(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_code_point(text, at);
    if (is_clean(point)) {
      clean += text.substr(at, point.size);
    } else {
      append_code_point(clean, 0xFFFD);
    }
    at += point.size;
  }
  return clean;
}

std::string clean_line(std::string_view text) {
  std::string line;
  bool gap = false;
  for (const char c : clean_text(text)) {
    if (is_layout(static_cast<unsigned char>(c))) {
      gap = true;
      continue;
    }
    if (gap) line += ' ';
    gap = false;
    line += c;
  }
  return line;
}

}  // namespace soiree
