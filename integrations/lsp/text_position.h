#ifndef SOIREE_LSP_TEXT_POSITION_H_
#define SOIREE_LSP_TEXT_POSITION_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "linter/text/column_marks.h"
#include "linter/text/source_file.h"
#include "linter/text/span.h"

namespace soiree {

/// What a client counts its columns in (LSP 3.17, PositionEncodingKind).
enum class PositionEncoding : uint8_t { utf8, utf16, utf32 };

/// A place as the protocol has it: both numbers start at 0, `character` counts code units of the
/// encoding.
struct TextPosition {
  uint32_t line = 0;
  uint32_t character = 0;
  friend constexpr auto operator<=>(const TextPosition&, const TextPosition&) = default;
};

struct TextRange {
  TextPosition start;
  TextPosition end;
};

/// Turns byte offsets of one text into positions and back. Lines end at LF, CR LF or CR, as the
/// protocol says and LineIndex does. A byte that is no valid UTF-8 counts as one code unit, as the
/// replacement character that the client shows for it does.
class TextPositions {
 public:
  /// `bytes` must outlive the object.
  TextPositions(std::string_view bytes, PositionEncoding encoding);

  TextPosition position(uint32_t offset) const;
  TextRange range(SourceSpan span) const { return {position(span.begin), position(span.end)}; }
  /// Offset of a position; one behind the line's end is at the line's end, one behind the text at
  /// its end, and one inside a character at its start.
  uint32_t offset(TextPosition position) const;

 private:
  std::string_view bytes_;
  LineIndex lines_;
  PositionEncoding encoding_;
  ColumnMarks marks_;
};

}  // namespace soiree

#endif  // SOIREE_LSP_TEXT_POSITION_H_
