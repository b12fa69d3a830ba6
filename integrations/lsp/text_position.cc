#include "integrations/lsp/text_position.h"

#include <algorithm>

#include "linter/text/utf8.h"

namespace soiree {
namespace {

/// Code units of a character.
uint32_t units(PositionEncoding encoding, const CodePoint& point) {
  switch (encoding) {
    case PositionEncoding::utf8:
      return point.size;
    case PositionEncoding::utf16:
      return point.value > 0xFFFF ? 2 : 1;
    case PositionEncoding::utf32:
      break;
  }
  return 1;
}

}  // namespace

TextPositions::TextPositions(std::string_view bytes, PositionEncoding encoding)
    : bytes_(bytes),
      lines_(bytes),
      encoding_(encoding),
      marks_(bytes, lines_, [encoding](uint32_t /*offset*/, const CodePoint& point) {
        return units(encoding, point);
      }) {}

TextPosition TextPositions::position(uint32_t offset) const {
  offset = std::min(offset, static_cast<uint32_t>(bytes_.size()));
  const size_t line = lines_.line_of(offset);
  const SourceSpan content = lines_.line_content(line, bytes_);
  ColumnMark mark = marks_.at_or_before(content, std::min(offset, content.end));
  while (mark.offset < std::min(offset, content.end)) {
    const CodePoint point = decode_code_point(bytes_, mark.offset);
    if (mark.offset + point.size > offset) break;
    mark.columns += units(encoding_, point);
    mark.offset += point.size;
  }
  return {static_cast<uint32_t>(line), mark.columns};
}

uint32_t TextPositions::offset(TextPosition position) const {
  if (position.line >= lines_.line_count()) return static_cast<uint32_t>(bytes_.size());
  const SourceSpan content = lines_.line_content(position.line, bytes_);
  ColumnMark mark = marks_.with_columns(content, position.character);
  while (mark.offset < content.end) {
    const CodePoint point = decode_code_point(bytes_, mark.offset);
    mark.columns += units(encoding_, point);
    if (mark.columns > position.character) break;
    mark.offset += point.size;
  }
  return mark.offset;
}

}  // namespace soiree
