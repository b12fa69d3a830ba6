#ifndef SOIREE_TEXT_LINE_COLUMNS_H_
#define SOIREE_TEXT_LINE_COLUMNS_H_

#include <string_view>

#include "linter/text/column_marks.h"
#include "linter/text/source_file.h"

namespace soiree {

/// Places of many bytes of one text, as line_column counts them, but fast in long lines too.
class LineColumns {
 public:
  /// `bytes` must outlive the object.
  explicit LineColumns(std::string_view bytes);

  LineColumn at(uint32_t offset) const;
  const LineIndex& lines() const { return lines_; }

 private:
  std::string_view bytes_;
  LineIndex lines_;
  ColumnMarks marks_;
};

}  // namespace soiree

#endif  // SOIREE_TEXT_LINE_COLUMNS_H_
