#include "integrations/lsp/schedule_pieces.h"

#include <algorithm>
#include <optional>

namespace soiree {
namespace {

constexpr size_t npos = std::string_view::npos;

/// A line with what it is to lists and mappings in YAML's block style.
struct Line {
  size_t begin = 0;
  size_t end = 0;     ///< its end is left out
  size_t next = 0;    ///< where the next begins
  size_t depth = 0;   ///< blanks before its first character
  bool text = false;  ///< neither empty nor a comment
  bool dash = false;
};

Line line_at(std::string_view text, size_t begin) {
  Line line;
  line.begin = begin;
  line.end = std::min(text.find('\n', begin), text.size());
  line.next = std::min(line.end + 1, text.size());
  if (line.end > begin && text[line.end - 1] == '\r') --line.end;
  const std::string_view content = text.substr(begin, line.end - begin);
  line.depth = std::min(content.find_first_not_of(' '), content.size());
  const std::string_view rest = content.substr(line.depth);
  line.text = !rest.empty() && rest.front() != '#';
  line.dash = rest == "-" || rest.starts_with("- ");
  return line;
}

size_t line_begin(std::string_view text, size_t at) { return text.substr(0, at).rfind('\n') + 1; }

/// Where the comments begin that stand right above the line at hand and no deeper than `indent`:
/// no text in YAML's block style goes on behind such a comment.
class CommentsAbove {
 public:
  explicit CommentsAbove(size_t indent) : indent_(indent) {}

  /// `begin` of `line` without such comments.
  size_t begin_of(const Line& line) const { return begin_ == kNone ? line.begin : begin_; }
  void pass(const Line& line) {
    if (line.depth == line.end - line.begin) return;  // a blank line
    const bool comment = !line.text && line.depth <= indent_;
    if (!comment) {
      begin_ = kNone;
    } else if (begin_ == kNone) {
      begin_ = line.begin;
    }
  }

 private:
  static constexpr size_t kNone = SIZE_MAX;

  size_t indent_;
  size_t begin_ = kNone;
};

/// Calls `each(begin)` for every line that begins an item (`dashes`) or a block of a mapping whose
/// keys are indented by `indent`, or for the comments above it. False when a line belongs to
/// something around that: a list in a mapping may have its dashes below the keys, a mapping in a
/// list may not.
template <class Each>
bool for_each_start(std::string_view text, size_t begin, size_t indent, bool dashes,
                    const Each& each) {
  CommentsAbove comments(indent);
  for (size_t at = begin; at < text.size();) {
    const Line line = line_at(text, at);
    at = line.next;
    if (line.text && line.depth <= indent) {
      if (line.depth < indent || (dashes && !line.dash)) return false;
      if (line.dash == dashes) each(comments.begin_of(line));
    }
    comments.pass(line);
  }
  return true;
}

/// The first line of a piece that is no comment above it.
Line first_line(std::string_view text, PieceSpan piece) {
  Line line = line_at(text, piece.begin);
  while (!line.text && line.next < piece.end) line = line_at(text, line.next);
  return line;
}

std::optional<size_t> count_starts(std::string_view text, size_t indent, bool dashes) {
  size_t count = 0;
  if (!for_each_start(text, 0, indent, dashes, [&](size_t) { ++count; })) return std::nullopt;
  return count;
}

/// The line that what stands in the line at `begin` belongs to; `begin` when there is none.
size_t line_above(std::string_view text, size_t begin) {
  const Line below = line_at(text, begin);
  for (size_t at = begin; at > 0;) {
    at = line_begin(text, at - 1);
    const Line line = line_at(text, at);
    const bool key = line.depth == below.depth && below.dash && !line.dash;
    if (line.text && (line.depth < below.depth || key)) return at;
  }
  return begin;
}

bool is_comma_between(std::string_view text) {
  const size_t comma = text.find(',');
  return comma != npos && text.find_first_not_of(" \t\r\n,") == npos &&
         text.find(',', comma + 1) == npos;
}

/// Where the key of the value at `value` begins; npos when it is none, or has an escape in it.
size_t key_begin(std::string_view text, size_t value) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const size_t colon = text.substr(0, value).find_last_not_of(kBlanks);
  if (colon == npos || text[colon] != ':') return npos;
  const size_t close = text.substr(0, colon).find_last_not_of(kBlanks);
  if (close == npos || text[close] != '"') return npos;
  const size_t open = text.substr(0, close).rfind('"');
  if (open == npos || text.substr(open, close - open).find('\\') != npos) return npos;
  const size_t before = text.substr(0, open).find_last_not_of(kBlanks);
  return before != npos && (text[before] == '{' || text[before] == ',') ? open : npos;
}

/// The object or array of a piece, without its key.
std::string_view value_of(std::string_view piece) {
  return piece.starts_with('"') ? piece.substr(piece.find_first_of("[{", piece.find('"', 1)))
                                : piece;
}

bool is_one_value(std::string_view text) {
  const auto brackets = json_brackets(text);
  return brackets && !brackets->empty() && brackets->front().begin == 0 &&
         brackets->front().end == text.size();
}

}  // namespace

SchedulePieces::SchedulePieces(std::string_view text, const std::vector<Facts>& facts) {
  if (facts.empty() || cut_values(text, facts)) return;
  size_t begin = line_begin(text, facts.front().place.begin);
  while (!cut_lines(text, begin, facts)) {
    spans_.clear();
    const size_t above = line_above(text, begin);
    if (above == begin) return;
    begin = above;
  }
}

/// Every post is in one of the pieces, in their order.
bool SchedulePieces::assign(const std::vector<Facts>& facts) {
  if (spans_.size() < 2) return false;
  size_t piece = 0;
  std::vector<bool> used(spans_.size());
  for (const Facts& each : facts) {
    while (piece < spans_.size() && each.place.begin >= spans_[piece].end) ++piece;
    if (piece == spans_.size() || each.place.begin < spans_[piece].begin) return false;
    used[piece] = true;
  }
  // A block without a post may set something for those that have one.
  const bool all = shape_ == Shape::blocks || shape_ == Shape::members;
  return !all || std::find(used.begin(), used.end(), false) == used.end();
}

bool SchedulePieces::cut_values(std::string_view text, const std::vector<Facts>& facts) {
  const auto brackets = json_brackets(text);
  if (!brackets) return false;
  // The innermost value around the first post that stands beside those around all others.
  size_t around = JsonBracket::kNone;
  for (size_t i = 0; i < brackets->size(); ++i) {
    const JsonBracket& each = (*brackets)[i];
    if (each.begin > facts.front().place.begin) break;
    if (each.end > facts.front().place.begin) around = i;
  }
  for (; around != JsonBracket::kNone; around = (*brackets)[around].parent) {
    const size_t parent = (*brackets)[around].parent;
    if (parent == JsonBracket::kNone || !collect_values(text, *brackets, parent)) continue;
    if (shape_ == Shape::members) drop_around(facts);
    const auto gap = std::adjacent_find(
        spans_.begin(), spans_.end(), [&](const PieceSpan& a, const PieceSpan& b) {
          return !is_comma_between(text.substr(a.end, b.begin - a.end));
        });
    if (gap == spans_.end() && assign(facts)) return true;
  }
  spans_.clear();
  return false;
}

/// Makes pieces of the objects of an array, or of an object's members that are objects or arrays.
bool SchedulePieces::collect_values(std::string_view text, const std::vector<JsonBracket>& brackets,
                                    size_t parent) {
  shape_ = brackets[parent].object ? Shape::members : Shape::objects;
  spans_.clear();
  for (size_t i = parent + 1; i < brackets.size(); ++i) {
    const JsonBracket& each = brackets[i];
    if (each.begin >= brackets[parent].end) break;
    if (each.parent != parent) continue;
    const size_t begin = shape_ == Shape::members ? key_begin(text, each.begin) : each.begin;
    if (begin == npos || (shape_ == Shape::objects && !each.object)) return false;
    spans_.push_back({static_cast<uint32_t>(begin), each.end});
  }
  return true;
}

/// What stands before the piece of the first post or behind that of the last is around all pieces.
void SchedulePieces::drop_around(const std::vector<Facts>& facts) {
  std::erase_if(spans_, [&](const PieceSpan& span) {
    return span.end <= facts.front().place.begin || span.begin > facts.back().place.begin;
  });
}

bool SchedulePieces::cut_lines(std::string_view text, size_t begin,
                               const std::vector<Facts>& facts) {
  const Line first = line_at(text, begin);
  shape_ = first.dash ? Shape::items : Shape::blocks;
  indent_ = first.depth;
  const bool whole = for_each_start(text, begin, indent_, first.dash, [&](size_t start) {
    if (!spans_.empty()) spans_.back().end = static_cast<uint32_t>(start);
    spans_.push_back({static_cast<uint32_t>(start), static_cast<uint32_t>(text.size())});
  });
  return whole && assign(facts);
}

size_t SchedulePieces::find(const TextChange& change, std::string_view before,
                            std::string_view after) const {
  const auto next =
      std::upper_bound(spans_.begin(), spans_.end(), change.begin,
                       [](size_t at, const PieceSpan& span) { return at < span.begin; });
  if (next == spans_.begin() || change.old_end > (next - 1)->end) return size();
  const auto index = static_cast<size_t>(next - spans_.begin()) - 1;
  const PieceSpan was = spans_[index];
  const PieceSpan is = {was.begin,
                        static_cast<uint32_t>(was.end + change.new_end - change.old_end)};
  const std::string_view old_piece = was.of(before);
  const std::string_view new_piece = is.of(after);
  if (shape_ == Shape::objects || shape_ == Shape::members) {
    const std::string_view value = value_of(old_piece);
    const std::string_view made = new_piece.substr(old_piece.size() - value.size());
    const bool inside = change.begin > was.end - value.size() && change.old_end < was.end;
    return inside && is_one_value(value) && is_one_value(made) ? index : size();
  }
  // Of a block the whole first line stays: it says which day, of an item the dash.
  const Line first = first_line(before, was);
  const size_t kept = shape_ == Shape::items ? first.begin + indent_ + 2 : first.next;
  const bool inside =
      change.begin >= kept && old_piece.ends_with('\n') && new_piece.ends_with('\n');
  if (!inside) return size();
  const auto starts = count_starts(new_piece, indent_, shape_ == Shape::items);
  const bool same = starts && starts == count_starts(old_piece, indent_, shape_ == Shape::items);
  return same ? index : size();
}

void SchedulePieces::grow(size_t index, int64_t growth) {
  const auto move = [&](uint32_t& at) { at = static_cast<uint32_t>(at + growth); };
  move(spans_[index].end);
  for (size_t i = index + 1; i < spans_.size(); ++i) {
    move(spans_[i].begin);
    move(spans_[i].end);
  }
}

}  // namespace soiree
