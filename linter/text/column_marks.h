#ifndef SOIREE_TEXT_COLUMN_MARKS_H_
#define SOIREE_TEXT_COLUMN_MARKS_H_

#include <algorithm>
#include <string_view>
#include <vector>

#include "linter/text/source_file.h"
#include "linter/text/span.h"
#include "linter/text/utf8.h"

namespace soiree {

/// A place in a line and the columns before it.
struct ColumnMark {
  uint32_t offset = 0;
  uint32_t columns = 0;
};

/// Places in the long lines of a text with their columns. A column is counted from the mark before
/// it: a file may be one line, and a walk from its start for each place would take quadratic time.
class ColumnMarks {
 public:
  /// `width(offset, point)` gives the columns of the code point at an offset. `lines` must have
  /// been made from `bytes`.
  template <class Width>
  ColumnMarks(std::string_view bytes, const LineIndex& lines, const Width& width) {
    if (bytes.size() <= kLongLine) return;
    for (size_t line = 0; line < lines.line_count(); ++line) {
      if (lines.line(line).size() > kLongLine) {
        mark(bytes, lines.line_content(line, bytes), width);
      }
    }
  }

  /// The last mark of `line` at or before `offset`; its start when it has none.
  ColumnMark at_or_before(SourceSpan line, uint32_t offset) const {
    const auto behind =
        std::partition_point(marks_.begin(), marks_.end(),
                             [&](const ColumnMark& mark) { return mark.offset <= offset; });
    if (behind == marks_.begin() || (behind - 1)->offset < line.begin) return {line.begin, 0};
    return *(behind - 1);
  }

  /// The last mark of `line` with at most `columns` before it; its start when it has none.
  ColumnMark with_columns(SourceSpan line, uint32_t columns) const {
    const auto first =
        std::partition_point(marks_.begin(), marks_.end(),
                             [&](const ColumnMark& mark) { return mark.offset < line.begin; });
    const auto behind = std::partition_point(first, marks_.end(), [&](const ColumnMark& mark) {
      return mark.offset < line.end && mark.columns <= columns;
    });
    return behind == first ? ColumnMark{line.begin, 0} : *(behind - 1);
  }

 private:
  /// Bytes. Shorter lines are walked from their start: paragraphs of prose need no marks.
  static constexpr uint32_t kLongLine = 4096;
  static constexpr uint32_t kApart = 1024;

  template <class Width>
  void mark(std::string_view bytes, SourceSpan content, const Width& width) {
    ColumnMark at{content.begin, 0};
    for (uint32_t last = at.offset; at.offset < content.end;) {
      if (at.offset - last >= kApart) {
        marks_.push_back(at);
        last = at.offset;
      }
      const CodePoint point = decode_code_point(bytes, at.offset);
      at.columns += width(at.offset, point);
      at.offset += point.size;
    }
  }

  std::vector<ColumnMark> marks_;  ///< sorted
};

}  // namespace soiree

#endif  // SOIREE_TEXT_COLUMN_MARKS_H_
