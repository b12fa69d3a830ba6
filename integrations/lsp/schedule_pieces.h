#ifndef SOIREE_LSP_SCHEDULE_PIECES_H_
#define SOIREE_LSP_SCHEDULE_PIECES_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "integrations/lsp/json_brackets.h"
#include "linter/post/facts.h"

namespace soiree {

/// The bytes of a piece.
struct PieceSpan {
  uint32_t begin = 0;
  uint32_t end = 0;

  std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
};

/// The bytes `[begin, old_end)` of one text became `[begin, new_end)` of another.
struct TextChange {
  size_t begin = 0;
  size_t old_end = 0;
  size_t new_end = 0;
};

/// A schedule cut where one part ends and the next begins, each with posts of its own: the items of
/// a list, the blocks of a mapping (days), or in JSON the objects of an array or the members of an
/// object. Comments right above an item or block belong to it. Whatever else the file says stands
/// before the first piece, or in JSON behind the last.
class SchedulePieces {
 public:
  /// None.
  SchedulePieces() = default;
  /// Cuts `text`; there are no pieces where it is not made of such parts only. `facts` are those of
  /// its posts, in their order.
  SchedulePieces(std::string_view text, const std::vector<Facts>& facts);

  size_t size() const { return spans_.size(); }
  const PieceSpan& operator[](size_t index) const { return spans_[index]; }
  /// Columns before what begins a piece; 0 in JSON.
  size_t indent() const { return indent_; }
  /// Items of lists in YAML's block style.
  bool are_items() const { return shape_ == Shape::items; }
  /// The piece that `change` is inside of: it ends where it did and begins as it did, and neither
  /// is another piece made of it nor does it mean something else to the lines around it. size()
  /// when there is none.
  size_t find(const TextChange& change, std::string_view before, std::string_view after) const;
  /// After a change inside of the piece at `index`.
  void grow(size_t index, int64_t growth);

 private:
  enum class Shape : uint8_t { items, blocks, objects, members };

  bool cut_values(std::string_view text, const std::vector<Facts>& facts);
  bool collect_values(std::string_view text, const std::vector<JsonBracket>& brackets,
                      size_t parent);
  void drop_around(const std::vector<Facts>& facts);
  bool cut_lines(std::string_view text, size_t begin, const std::vector<Facts>& facts);
  bool assign(const std::vector<Facts>& facts);

  Shape shape_ = Shape::items;
  size_t indent_ = 0;
  std::vector<PieceSpan> spans_;
};

}  // namespace soiree

#endif  // SOIREE_LSP_SCHEDULE_PIECES_H_
