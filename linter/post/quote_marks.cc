#include "linter/post/quote_marks.h"

#include <algorithm>
#include <array>

#include "linter/text/utf8.h"

namespace soiree {
namespace {

struct Mark {
  char32_t value;
  uint32_t begin;
  uint32_t end;
};

bool is_letter_or_digit(char32_t value) {
  if (value < 0x80) {
    return (value >= '0' && value <= '9') || (value >= 'A' && value <= 'Z') ||
           (value >= 'a' && value <= 'z');
  }
  if (value >= 0x2000 && value <= 0x206F) return false;  // general punctuation
  if (value >= 0x3000 && value <= 0x303F) return false;  // CJK punctuation
  if (value >= 0xFF00 && value <= 0xFF0F) return false;
  return value >= 0xC0 && value != 0xFFFC;
}

bool is_space(char32_t value) {
  return value == ' ' || value == '\t' || value == '\n' || value == '\r' || value == 0xA0 ||
         value == 0x3000 || value == 0;
}

/// Closing partners of an opening mark; the German style closes „ with “ and ‚ with ‘.
bool closes(char32_t open, char32_t close) {
  switch (open) {
    case '"':
      return close == '"';
    case 0x201C:  // “
      return close == 0x201D || close == '"';
    case 0x201D:  // ” as in Swedish and Finnish
      return close == 0x201D;
    case 0x201E:  // „
      return close == 0x201C || close == 0x201D || close == 0x201F;
    case 0x00AB:  // «
      return close == 0x00BB;
    case 0x00BB:  // »
      return close == 0x00AB;
    case 0x2039:
      return close == 0x203A;
    case 0x203A:
      return close == 0x2039;
    case 0x300C:  // 「
      return close == 0x300D;
    case 0x300E:  // 『
      return close == 0x300F;
    case 0x2018:  // ‘
      return close == 0x2019;
    case 0x201A:  // ‚
      return close == 0x2018 || close == 0x2019;
    case '\'':
      return close == '\'';
    default:
      return false;
  }
}

bool is_mark(char32_t value) {
  switch (value) {
    case '"':
    case '\'':
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x00AB:
    case 0x00BB:
    case 0x2039:
    case 0x203A:
    case 0x300C:
    case 0x300D:
    case 0x300E:
    case 0x300F:
    case 0x2018:
    case 0x2019:
    case 0x201A:
      return true;
    default:
      return false;
  }
}

class Scanner {
 public:
  Scanner(std::string_view text, TextSpan block, std::span<const TextSpan> opaque)
      : text_(text), block_(block), opaque_(opaque) {}

  std::vector<MarkedPassage> run() {
    collect();
    std::vector<MarkedPassage> passages;
    size_t at = 0;
    while (at < marks_.size()) {
      const size_t close = opens(marks_[at]) ? find_close(at) : 0;
      if (close == 0) {
        ++at;
        continue;
      }
      const Mark& open = marks_[at];
      const Mark& end = marks_[close];
      passages.push_back({{open.end, end.begin}, {open.begin, end.end}});
      at = close + 1;
    }
    return passages;
  }

 private:
  void collect() {
    size_t opaque = 0;
    for (uint32_t at = block_.begin; at < block_.end;) {
      const auto byte = static_cast<unsigned char>(text_[at]);
      const bool candidate =
          byte == '"' || byte == '\'' || byte == 0xC2 || byte == 0xE2 || byte == 0xE3;
      if (!candidate) {
        ++at;
        continue;
      }
      const CodePoint point = decode_code_point(text_, at);
      while (opaque < opaque_.size() && opaque_[opaque].end <= at) ++opaque;
      const bool in_code = opaque < opaque_.size() && opaque_[opaque].contains(at);
      if (!in_code && is_mark(point.value)) marks_.push_back({point.value, at, at + point.size});
      at += point.size;
    }
  }

  char32_t before(const Mark& mark) const {
    return mark.begin == block_.begin ? 0 : decode_code_point_before(text_, mark.begin).value;
  }
  char32_t after(const Mark& mark) const {
    return mark.end >= block_.end ? 0 : decode_code_point(text_, mark.end).value;
  }

  bool opens(const Mark& mark) const {
    const char32_t previous = before(mark);
    const char32_t next = after(mark);
    if (mark.value == 0x300C || mark.value == 0x300E) return true;
    if (mark.value == 0x2019 || mark.value == 0x300D || mark.value == 0x300F) return false;
    // French style puts a space inside its guillemets.
    if (mark.value == 0x00AB || mark.value == 0x2039) return !is_letter_or_digit(previous);
    if (is_letter_or_digit(previous) || is_space(next)) return false;
    if (mark.value == '\'' || mark.value == 0x2018) return !(next >= '0' && next <= '9');
    return true;
  }

  bool closes_here(const Mark& open, const Mark& mark) const {
    if (!closes(open.value, mark.value)) return false;
    const char32_t previous = before(mark);
    const char32_t next = after(mark);
    const bool needs_edge = mark.value == '"' || mark.value == '\'' || mark.value == 0x2019;
    if (!needs_edge) return true;
    return !is_space(previous) && !is_letter_or_digit(next);
  }

  /// Index of the mark that closes `open`, 0 when there is none.
  size_t find_close(size_t open) const {
    const Mark& mark = marks_[open];
    const bool nests = mark.value != '"' && mark.value != '\'' && mark.value != 0x2018;
    int depth = 0;
    const size_t limit = std::min(marks_.size(), open + kMostMarksInside);
    for (size_t i = open + 1; i < limit; ++i) {
      if (closes_here(mark, marks_[i])) {
        if (depth == 0) return i;
        --depth;
      } else if (nests && marks_[i].value == mark.value && mark.value != 0x201D) {
        ++depth;
      }
    }
    return 0;
  }

  static constexpr size_t kMostMarksInside = 200;  // bounds the work on text full of open marks

  std::string_view text_;
  TextSpan block_;
  std::span<const TextSpan> opaque_;
  std::vector<Mark> marks_;
};

}  // namespace

std::vector<MarkedPassage> find_marked_passages(std::string_view text, TextSpan block,
                                                std::span<const TextSpan> opaque) {
  return Scanner(text, block, opaque).run();
}

}  // namespace soiree
