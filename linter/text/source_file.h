#ifndef SOIREE_TEXT_SOURCE_FILE_H_
#define SOIREE_TEXT_SOURCE_FILE_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/text/span.h"

namespace soiree {

/// A place as people count: both numbers start at 1, columns are code points.
struct LineColumn {
  uint32_t line = 1;
  uint32_t column = 1;
  friend constexpr auto operator<=>(const LineColumn&, const LineColumn&) = default;
};

/// Start offsets (bytes) of all lines. A line ends at "\n", "\r\n" or a lone "\r", as in
/// CommonMark.
class LineIndex {
 public:
  explicit LineIndex(std::string_view bytes);

  /// Number of lines; text that ends in a line end has one more, empty, line after it.
  size_t line_count() const { return starts_.size(); }
  /// Bytes of line `line` (0-based), with its line end.
  SourceSpan line(size_t line) const;
  /// Bytes of line `line` (0-based), without its line end.
  SourceSpan line_content(size_t line, std::string_view bytes) const;
  /// 0-based line that holds the byte at `offset`; an offset at the end of the text is in the last
  /// line.
  size_t line_of(uint32_t offset) const;

 private:
  std::vector<uint32_t> starts_;
  uint32_t size_;
};

/// One file as it was read: its path as findings name it and its bytes, untouched.
class SourceFile {
 public:
  SourceFile(std::string path, std::string bytes)
      : path_(std::move(path)), bytes_(std::move(bytes)) {}

  const std::string& path() const { return path_; }
  std::string_view bytes() const { return bytes_; }
  std::string_view bytes(SourceSpan span) const { return span.of(bytes_); }

 private:
  std::string path_;
  std::string bytes_;
};

/// Place of the byte at `offset`: column counts code points; a byte that is not part of valid UTF-8
/// counts as one. `index` must have been made from `bytes`. A byte order mark has no column.
LineColumn line_column(std::string_view bytes, const LineIndex& index, uint32_t offset);

}  // namespace soiree

#endif  // SOIREE_TEXT_SOURCE_FILE_H_
