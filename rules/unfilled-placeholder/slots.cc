#include "rules/unfilled-placeholder/slots.h"

#include <algorithm>
#include <array>
#include <optional>

#include "rules/unfilled-placeholder/field_names.h"

namespace soiree {
namespace {

constexpr size_t kLongestSlot = 100;
constexpr size_t kLongestVariable = 40;
constexpr size_t npos = std::string_view::npos;

constexpr auto kOpeners = [] {
  std::array<bool, 256> table{};
  for (const char c : std::string_view("{[%*<$#@")) table[static_cast<unsigned char>(c)] = true;
  return table;
}();

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_word(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '_'; }

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

/// Letters, digits and what joins the parts of a field's name; blanks when `blanks`.
bool is_field(std::string_view name, bool blanks) {
  if (name.empty() || name.size() > kLongestVariable || !is_letter(name.front())) return false;
  return std::all_of(name.begin(), name.end(), [&](char c) {
    return is_word(c) || c == '.' || c == '-' || (blanks && (c == ' ' || c == '\'' || c == '/'));
  });
}

/// "Hi|Hello|Hey there": at least two pieces of words.
bool is_choice(std::string_view inside) {
  size_t pieces = 0;
  while (true) {
    const size_t bar = inside.find('|');
    const std::string_view piece = trimmed(inside.substr(0, bar));
    const bool words = !piece.empty() && std::all_of(piece.begin(), piece.end(), [](char c) {
      return is_letter(c) || c == ' ' || c == '\'' || c == ',' || c == '!';
    });
    if (!words) return false;
    ++pieces;
    if (bar == npos) return pieces >= 2;
    inside.remove_prefix(bar + 1);
  }
}

/// One pass over a text; each function looks at `at_`.
class SlotFinder {
 public:
  explicit SlotFinder(std::string_view text) : text_(text) {}

  std::vector<Slot> run() {
    for (; at_ < text_.size(); ++at_) {
      if (kOpeners[static_cast<unsigned char>(text_[at_])]) try_take();
    }
    return std::move(slots_);
  }

  std::vector<Slot> run_brackets() {
    for (at_ = text_.find('['); at_ != npos; at_ = text_.find('[', at_ + 1)) try_take();
    return std::move(slots_);
  }

 private:
  /// Leaves `at_` on the last byte looked at.
  void try_take() {
    const std::optional<Slot> slot = take();
    if (!slot) return;
    slots_.push_back(*slot);
    at_ = slot->span.end - 1;
  }

  std::optional<Slot> take() const {
    switch (text_[at_]) {
      case '{':
        return brace();
      case '[':
        return bracket();
      case '%':
        return percent();
      case '*':
        return merge_tag();
      case '<':
        return angle();
      case '#':
        return fenced("#");
      case '@':
        return fenced("@@");
      default:
        return dollar();
    }
  }

  char byte(size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  char before(size_t at) const { return at > 0 ? text_[at - 1] : '\0'; }

  /// Offset of `close` on the same line, at most kLongestSlot on.
  size_t closing(std::string_view close, size_t from) const {
    const std::string_view window = text_.substr(from, kLongestSlot);
    const size_t found = window.find(close);
    if (found == npos || window.substr(0, found).find('\n') != npos) return npos;
    return from + found;
  }

  Slot slot(SlotStyle style, size_t end, size_t name_begin, size_t name_end) const {
    return {{static_cast<uint32_t>(at_), static_cast<uint32_t>(end)},
            trimmed(text_.substr(name_begin, name_end - name_begin)),
            style};
  }

  std::optional<Slot> brace() const {
    if (before(at_) == '\\') return std::nullopt;
    if (byte(at_ + 1) == '%') {
      const size_t close = closing("%}", at_ + 2);
      if (close == npos) return std::nullopt;
      return slot(SlotStyle::tag, close + 2, at_ + 2, close);
    }
    if (byte(at_ + 1) == '{') return double_brace();
    const size_t close = closing("}", at_ + 1);
    if (close == npos) return std::nullopt;
    Slot found = slot(SlotStyle::brace, close + 1, at_ + 1, close);
    if (found.name.starts_with('!')) found.name.remove_prefix(1);  // "{!Contact.FirstName}"
    const std::string_view field = trimmed(found.name.substr(0, found.name.find('|')));
    const bool with_default = field.size() < found.name.size() && is_field(field, false) &&
                              field_name(plain_field(field)) == FieldName::person;
    if (with_default) return found;
    if (is_choice(found.name)) {
      found.style = SlotStyle::choice;
    } else if (!found.name.empty() && !is_field(found.name, true)) {
      return std::nullopt;
    }
    return found;
  }

  std::optional<Slot> double_brace() const {
    const bool triple = byte(at_ + 2) == '{';
    const size_t begin = at_ + (triple ? 3 : 2);
    const size_t close = closing(triple ? "}}}" : "}}", begin);
    if (close == npos) return std::nullopt;
    Slot found = slot(SlotStyle::double_brace, close + (triple ? 3 : 2), begin, close);
    if (found.name.starts_with('#') || found.name.starts_with('/') || found.name.starts_with('^')) {
      found.style = SlotStyle::tag;
      found.name.remove_prefix(1);
      return found;
    }
    const std::string_view field = trimmed(found.name.substr(0, found.name.find('|')));
    if (!found.name.empty() && !is_field(field, true)) return std::nullopt;
    return found;
  }

  std::optional<Slot> bracket() const {
    const char left = before(at_);
    if (left == '\\' || left == ']' || left == '!' || is_word(left)) return std::nullopt;
    const bool twice = byte(at_ + 1) == '[';
    const size_t begin = at_ + (twice ? 2 : 1);
    const size_t close = closing(twice ? "]]" : "]", begin);
    if (close == npos) return std::nullopt;
    const size_t end = close + (twice ? 2 : 1);
    const char right = byte(end);
    if (right == '(' || right == '[') return std::nullopt;  // a link
    Slot found = slot(SlotStyle::bracket, end, begin, close);
    if (found.name.find_first_of("[]") != npos || found.name.empty()) return std::nullopt;
    return found;
  }

  std::optional<Slot> percent() const {
    if (is_word(before(at_))) return std::nullopt;  // "50%"
    const bool twice = byte(at_ + 1) == '%';
    const size_t begin = at_ + (twice ? 2 : 1);
    size_t end = begin;
    while (end < text_.size() && end - begin < kLongestVariable && is_word(text_[end])) ++end;
    const std::string_view name = text_.substr(begin, end - begin);
    if (!is_field(name, false) || byte(end) != '%') return std::nullopt;
    if (twice && byte(end + 1) != '%') return std::nullopt;
    return slot(SlotStyle::percent, end + (twice ? 2 : 1), begin, end);
  }

  /// "#FIRSTNAME#", "@@NAME@@": capitals between two equal signs.
  std::optional<Slot> fenced(std::string_view sign) const {
    if (is_word(before(at_)) || !text_.substr(at_).starts_with(sign)) return std::nullopt;
    const size_t begin = at_ + sign.size();
    size_t end = begin;
    const auto is_capital = [](char c) { return (c >= 'A' && c <= 'Z') || c == '_'; };
    while (end < text_.size() && end - begin < kLongestVariable && is_capital(text_[end])) ++end;
    const std::string_view name = text_.substr(begin, end - begin);
    if (!is_field(name, false) || !text_.substr(end).starts_with(sign)) return std::nullopt;
    return slot(SlotStyle::percent, end + sign.size(), begin, end);
  }

  std::optional<Slot> merge_tag() const {
    if (byte(at_ + 1) != '|') return std::nullopt;
    const size_t close = closing("|*", at_ + 2);
    if (close == npos || close == at_ + 2) return std::nullopt;
    return slot(SlotStyle::merge_tag, close + 2, at_ + 2, close);
  }

  std::optional<Slot> angle() const {
    if (is_word(before(at_))) return std::nullopt;  // "vector<name>"
    const bool twice = byte(at_ + 1) == '<';
    const size_t begin = at_ + (twice ? 2 : 1);
    const size_t close = closing(twice ? ">>" : ">", begin);
    if (close == npos) return std::nullopt;
    const Slot found = slot(SlotStyle::angle, close + (twice ? 2 : 1), begin, close);
    if (!is_field(found.name, true)) return std::nullopt;
    return found;
  }

  std::optional<Slot> dollar() const {
    if (is_word(before(at_))) return std::nullopt;
    if (byte(at_ + 1) == '{') {
      const size_t close = closing("}", at_ + 2);
      if (close == npos) return std::nullopt;
      const Slot found = slot(SlotStyle::dollar_brace, close + 1, at_ + 2, close);
      if (!is_field(found.name, false)) return std::nullopt;
      return found;
    }
    size_t end = at_ + 1;
    while (end < text_.size() && end - at_ < kLongestVariable && is_word(text_[end])) ++end;
    if (!is_field(text_.substr(at_ + 1, end - at_ - 1), false)) return std::nullopt;
    return slot(SlotStyle::dollar, end, at_ + 1, end);
  }

  std::string_view text_;
  size_t at_ = 0;
  std::vector<Slot> slots_;
};

}  // namespace

std::vector<Slot> find_slots(std::string_view text) { return SlotFinder(text).run(); }

std::vector<Slot> find_bracket_slots(std::string_view text) {
  return SlotFinder(text).run_brackets();
}

}  // namespace soiree
