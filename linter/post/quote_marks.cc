#include "linter/post/quote_marks.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "linter/text/character_class.h"

namespace soiree {
namespace {

constexpr size_t kMostMarksInside = 64;      // bounds the work on text full of open marks
constexpr uint32_t kLongestPassage = 6000;   // bytes; beyond that a partner is an accident
constexpr uint32_t kLongestInSingles = 400;  // apostrophes pair by accident over long stretches

constexpr char32_t kLeftDouble = 0x201C;
constexpr char32_t kRightDouble = 0x201D;
constexpr char32_t kLowDouble = 0x201E;
constexpr char32_t kReversedDouble = 0x201F;
constexpr char32_t kLeftSingle = 0x2018;
constexpr char32_t kRightSingle = 0x2019;
constexpr char32_t kLowSingle = 0x201A;
constexpr char32_t kLeftAngle = 0xAB;
constexpr char32_t kRightAngle = 0xBB;
constexpr char32_t kLeftSmallAngle = 0x2039;
constexpr char32_t kRightSmallAngle = 0x203A;
constexpr char32_t kLeftCorner = 0x300C;
constexpr char32_t kRightCorner = 0x300D;
constexpr char32_t kLeftWhiteCorner = 0x300E;
constexpr char32_t kRightWhiteCorner = 0x300F;

/// What stands next to a mark. Ideographs are `other`: nothing separates them from a mark.
enum class Neighbour : uint8_t { edge, blank, letter, digit, other };

struct Mark {
  char32_t value;
  uint32_t begin;
  uint32_t end;
  Neighbour before;
  Neighbour after;
};

Neighbour neighbour(char32_t value) {
  switch (character_info(value).type) {
    case CharacterClass::blank:
    case CharacterClass::line_end:
      return Neighbour::blank;
    case CharacterClass::letter:
    case CharacterClass::upper:
    case CharacterClass::mark:
      return Neighbour::letter;
    case CharacterClass::digit:
      return Neighbour::digit;
    default:
      return Neighbour::other;
  }
}

bool is_alphanumeric(Neighbour side) {
  return side == Neighbour::letter || side == Neighbour::digit;
}
bool is_blank(Neighbour side) { return side == Neighbour::blank || side == Neighbour::edge; }

bool is_mark(char32_t value) {
  return value == '"' || value == '\'' || value == kLeftAngle || value == kRightAngle ||
         (value >= kLeftSingle && value <= kReversedDouble && value != 0x201B) ||
         value == kLeftSmallAngle || value == kRightSmallAngle ||
         (value >= kLeftCorner && value <= kRightWhiteCorner);
}

bool is_single(char32_t value) {
  return value == '\'' || value == kLeftSingle || value == kLowSingle;
}

/// True when `close` can be the partner of `open`. German closes „ with “, Polish and Dutch with ”;
/// people also mix typewriter and curly marks.
bool are_partners(char32_t open, char32_t close) {
  switch (open) {
    case '"':
      return close == '"' || close == kRightDouble;
    case kLeftDouble:
      return close == kRightDouble || close == '"' || close == kLeftDouble;
    case kRightDouble:
      return close == kRightDouble;
    case kLowDouble:
    case kReversedDouble:
      return close == kLeftDouble || close == kRightDouble || close == '"';
    case kLeftAngle:
      return close == kRightAngle;
    case kRightAngle:
      return close == kLeftAngle;
    case kLeftSmallAngle:
      return close == kRightSmallAngle;
    case kRightSmallAngle:
      return close == kLeftSmallAngle;
    case kLeftCorner:
      return close == kRightCorner;
    case kLeftWhiteCorner:
      return close == kRightWhiteCorner;
    case kLeftSingle:
      return close == kRightSingle || close == '\'';
    case kLowSingle:
      return close == kLeftSingle || close == kRightSingle;
    case '\'':
      return close == '\'';
    default:
      return false;
  }
}

/// "'em", "‘til", "'n'": letters left out at the start of a word.
bool is_elision(std::string_view text, uint32_t at) {
  constexpr std::array<std::string_view, 14> kElided = {"em",    "tis", "twas", "til", "till",
                                                        "cause", "cuz", "cos",  "n",   "round",
                                                        "bout",  "s",   "t",    "kay"};
  uint32_t end = at;
  while (end < text.size() && end - at < 6 &&
         ((text[end] >= 'a' && text[end] <= 'z') || (text[end] >= 'A' && text[end] <= 'Z'))) {
    ++end;
  }
  std::array<char, 8> folded{};
  for (uint32_t i = at; i < end; ++i) folded[i - at] = static_cast<char>(text[i] | 0x20);
  const std::string_view word(folded.data(), end - at);
  return std::find(kElided.begin(), kElided.end(), word) != kElided.end();
}

class Scanner {
  static constexpr uint32_t kChunk = 16;

 public:
  Scanner(std::string_view text, TextSpan block, std::span<const TextSpan> opaque)
      : text_(text.substr(0, block.end)), block_(block), opaque_(opaque) {}

  void run(std::vector<MarkedPassage>& passages) {
    collect();
    size_t at = 0;
    while (at < marks_.size()) {
      const size_t close = opens(marks_[at]) ? find_close(at) : 0;
      if (close != 0) {
        add(marks_[at], {marks_[at].begin, marks_[close].end}, marks_[close].begin, passages);
        at = close + 1;
        continue;
      }
      if (is_left_open(at)) {
        const size_t loose = find_loose_close(at);
        if (loose != 0) {
          add(marks_[at], {marks_[at].begin, marks_[loose].end}, marks_[loose].begin, passages);
          at = loose + 1;
          continue;
        }
        const size_t before = passages.size();
        add(marks_[at], {marks_[at].begin, block_.end}, block_.end, passages);
        if (passages.size() > before) passages.back().closed = false;
        return;
      }
      ++at;
    }
  }

 private:
  void collect() {
    size_t opaque = 0;
    for (uint32_t at = next_candidate(block_.begin); at < block_.end;) {
      uint32_t end = at + 1;
      if (!is_inner_apostrophe(at)) {
        const CodePoint point = code_point_at(text_, at);
        end = at + point.size;
        if (is_mark(point.value)) {
          while (opaque < opaque_.size() && opaque_[opaque].end <= at) ++opaque;
          const bool in_code = opaque < opaque_.size() && opaque_[opaque].contains(at);
          if (!in_code) add_mark(point.value, at, end);
        }
      }
      at = next_candidate(end);
    }
  }

  /// Offset of the next byte that may begin a mark, the end of the block when there is none.
  uint32_t next_candidate(uint32_t at) const {
    const char* bytes = text_.data();
    for (; at + kChunk <= block_.end; at += kChunk) {
      if (has_candidate(bytes + at)) break;
    }
    while (at < block_.end && !is_candidate(static_cast<unsigned char>(bytes[at]))) ++at;
    return at;
  }

  /// First bytes of marks: " ' and the lead bytes of U+0080, U+2000 and U+3000.
  static bool is_candidate(unsigned char byte) { return kCandidates[byte]; }
  static constexpr auto kCandidates = [] {
    std::array<bool, 256> table{};
    for (const unsigned byte : {0x22U, 0x27U, 0xC2U, 0xE2U, 0xE3U}) table[byte] = true;
    return table;
  }();

  /// is_candidate for any of kChunk bytes, all at once.
  static bool has_candidate(const char* bytes) {
    using Chunk [[gnu::vector_size(kChunk)]] = unsigned char;
    Chunk chunk;
    std::memcpy(&chunk, bytes, sizeof(chunk));
    const auto found =
        (chunk == '"') | (chunk == '\'') | (chunk == 0xC2) | (chunk == 0xE2) | (chunk == 0xE3);
    std::array<uint64_t, kChunk / sizeof(uint64_t)> halves{};
    std::memcpy(halves.data(), &found, sizeof(found));
    return (halves[0] | halves[1]) != 0;
  }

  bool is_inner_apostrophe(uint32_t at) const {
    const auto letter = [](char c) {
      const char lower = static_cast<char>(c | 0x20);
      return lower >= 'a' && lower <= 'z';
    };
    return text_[at] == '\'' && at > block_.begin && at + 1 < block_.end && letter(text_[at - 1]) &&
           letter(text_[at + 1]);
  }

  void add_mark(char32_t value, uint32_t begin, uint32_t end) {
    Mark mark{value, begin, end, Neighbour::edge, Neighbour::edge};
    if (begin > block_.begin) {
      mark.before = neighbour(decode_code_point_before(text_, begin).value);
    }
    if (end < block_.end) mark.after = neighbour(code_point_at(text_, end).value);
    const bool apostrophe = (value == '\'' || value == kRightSingle) &&
                            is_alphanumeric(mark.before) && is_alphanumeric(mark.after);
    if (apostrophe) return;
    if (marks_.empty()) marks_.reserve(8);
    marks_.push_back(mark);
  }

  bool opens(const Mark& mark) const {
    switch (mark.value) {
      case kLeftCorner:
      case kLeftWhiteCorner:
        return true;
      case kRightCorner:
      case kRightWhiteCorner:
      case kRightSingle:
        return false;
      case kLeftAngle:
      case kLeftSmallAngle:  // French has a blank inside
        return !is_alphanumeric(mark.before) && mark.after != Neighbour::edge;
      case '\'':
      case kLeftSingle:
        return !is_alphanumeric(mark.before) && !is_blank(mark.after) &&
               mark.after != Neighbour::digit && !is_elision(text_, mark.end);
      default:  // at the start of a paragraph a blank after the mark is a slip
        return !is_alphanumeric(mark.before) &&
               (mark.before == Neighbour::edge ? mark.after != Neighbour::edge
                                               : !is_blank(mark.after));
    }
  }

  static bool can_close(const Mark& open, const Mark& mark) {
    if (!are_partners(open.value, mark.value)) return false;
    const bool two_faced = mark.value == '"' || mark.value == '\'' || mark.value == kRightSingle ||
                           mark.value == open.value;
    return !two_faced || (mark.before != Neighbour::blank && !is_alphanumeric(mark.after));
  }

  /// "the students' work": a possessive rather than the end, when a better partner follows.
  bool is_possessive(size_t index, size_t limit, const Mark& open) const {
    const Mark& mark = marks_[index];
    if (mark.after != Neighbour::blank || (text_[mark.begin - 1] | 0x20) != 's') return false;
    const char next = mark.end + 1 < text_.size() ? text_[mark.end + 1] : ' ';
    if (next < 'a' || next > 'z') return false;
    for (size_t i = index + 1; i < limit; ++i) {
      if (marks_[i].begin - open.end > kLongestInSingles) return false;
      if (marks_[i].value == open.value && opens(marks_[i])) return false;
      if (can_close(open, marks_[i])) return true;
    }
    return false;
  }

  /// `"like this"and on`: a closing mark after which a blank was forgotten.
  bool is_glued_close(const Mark& open, const Mark& mark) const {
    if (open.value != '"' || mark.value != '"' || mark.after != Neighbour::letter) return false;
    return mark.before == Neighbour::letter ||
           std::string_view(".,!?").find(text_[mark.begin - 1]) != std::string_view::npos;
  }

  /// Index of the mark that closes the one at `open`, 0 when there is none. A glued one does when
  /// the next quotation begins before any other.
  size_t find_close(size_t open) const {
    const Mark& mark = marks_[open];
    size_t glued = 0;
    const bool single = is_single(mark.value);
    const uint32_t longest = single ? kLongestInSingles : kLongestPassage;
    const size_t limit = std::min(marks_.size(), open + kMostMarksInside);
    int depth = 0;
    for (size_t i = open + 1; i < limit && marks_[i].begin - mark.end <= longest; ++i) {
      if (marks_[i].begin == mark.end && !single) continue;  // ""
      if (can_close(mark, marks_[i])) {
        if (single && is_possessive(i, limit, mark)) continue;
        if (depth == 0) return i;
        --depth;
      } else if (is_glued_close(mark, marks_[i])) {
        if (glued == 0) glued = i;
      } else if (glued != 0 && marks_[i].value == mark.value) {
        return glued;
      } else if (marks_[i].value == mark.value && mark.value != '"' && mark.value != '\'' &&
                 opens(marks_[i])) {
        ++depth;
      }
    }
    return 0;
  }

  /// A partner with a blank before it, as in `"like this "`, or none after it; only for a mark that
  /// nothing else closes.
  size_t find_loose_close(size_t open) const {
    const size_t limit = std::min(marks_.size(), open + kMostMarksInside);
    for (size_t i = open + 1; i < limit; ++i) {
      if (!are_partners(marks_[open].value, marks_[i].value)) continue;
      if (!is_alphanumeric(marks_[i].after) || is_glued_close(marks_[open], marks_[i])) return i;
    }
    return 0;
  }

  bool is_left_open(size_t at) const {
    const Mark& mark = marks_[at];
    return mark.before == Neighbour::edge && !is_single(mark.value) &&
           mark.value != kLeftSmallAngle && mark.value != kRightSmallAngle && opens(mark);
  }

  void add(const Mark& open, TextSpan whole, uint32_t close_begin,
           std::vector<MarkedPassage>& passages) const {
    TextSpan inside{open.end, close_begin};
    while (inside.begin < inside.end) {
      const CodePoint point = code_point_at(text_, inside.begin);
      if (neighbour(point.value) != Neighbour::blank) break;
      inside.begin += point.size;
    }
    while (inside.begin < inside.end) {
      const CodePoint point = decode_code_point_before(text_, inside.end);
      if (neighbour(point.value) != Neighbour::blank) break;
      inside.end -= point.size;
    }
    if (inside.empty()) return;
    passages.push_back({inside, whole, true, is_single(open.value)});
  }

  std::string_view text_;
  TextSpan block_;
  std::span<const TextSpan> opaque_;
  std::vector<Mark> marks_;
};

}  // namespace

void find_marked_passages(std::string_view text, TextSpan block, std::span<const TextSpan> opaque,
                          std::vector<MarkedPassage>& passages) {
  Scanner(text, block, opaque).run(passages);
}

}  // namespace soiree
