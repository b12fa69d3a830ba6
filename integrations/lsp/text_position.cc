#include "integrations/lsp/text_position.h"

#include <algorithm>

#include "linter/text/utf8.h"

namespace soiree {

/// Code units of a character that takes `size` bytes.
uint32_t TextPositions::units(char32_t code_point, uint32_t size) const {
  switch (encoding_) {
    case PositionEncoding::utf8:
      return size;
    case PositionEncoding::utf16:
      return code_point > 0xFFFF ? 2 : 1;
    case PositionEncoding::utf32:
      break;
  }
  return 1;
}

TextPosition TextPositions::position(uint32_t offset) const {
  offset = std::min(offset, static_cast<uint32_t>(bytes_.size()));
  const size_t line = lines_.line_of(offset);
  const SourceSpan content = lines_.line_content(line, bytes_);
  TextPosition found{static_cast<uint32_t>(line), 0};
  for (uint32_t at = content.begin; at < std::min(offset, content.end);) {
    const CodePoint point = decode_code_point(bytes_, at);
    if (at + point.size > offset) break;
    found.character += units(point.value, point.size);
    at += point.size;
  }
  return found;
}

uint32_t TextPositions::offset(TextPosition position) const {
  if (position.line >= lines_.line_count()) return static_cast<uint32_t>(bytes_.size());
  const SourceSpan content = lines_.line_content(position.line, bytes_);
  uint32_t character = 0;
  uint32_t at = content.begin;
  while (at < content.end) {
    const CodePoint point = decode_code_point(bytes_, at);
    character += units(point.value, point.size);
    if (character > position.character) break;
    at += point.size;
  }
  return at;
}

}  // namespace soiree
