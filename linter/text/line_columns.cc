#include "linter/text/line_columns.h"

#include "linter/text/utf8.h"

namespace soiree {
namespace {

/// A byte order mark has no column.
uint32_t width(uint32_t offset, const CodePoint& point) {
  return offset == 0 && point.value == 0xFEFF ? 0 : 1;
}

}  // namespace

LineColumns::LineColumns(std::string_view bytes)
    : bytes_(bytes), lines_(bytes), marks_(bytes, lines_, width) {}

LineColumn LineColumns::at(uint32_t offset) const {
  const size_t line = lines_.line_of(offset);
  ColumnMark mark = marks_.at_or_before(lines_.line(line), offset);
  while (mark.offset < offset) {
    const CodePoint point = decode_code_point(bytes_, mark.offset);
    mark.columns += width(mark.offset, point);
    mark.offset += point.size;
  }
  return {static_cast<uint32_t>(line + 1), mark.columns + 1};
}

}  // namespace soiree
