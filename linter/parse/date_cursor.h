#ifndef SOIREE_PARSE_DATE_CURSOR_H_
#define SOIREE_PARSE_DATE_CURSOR_H_

#include <cstdint>
#include <string_view>

#include "linter/parse/date_words.h"

// Internal to the date parser.
namespace soiree::dates {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_blank(char c) { return c == ' ' || c == '\t'; }
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
/// ASCII letters and every byte of a character beyond ASCII.
constexpr bool is_word_byte(char c) {
  return (lower(c) >= 'a' && lower(c) <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

/// An integer and how many digits it was written with; no digits when there was none.
struct Number {
  int64_t value = 0;
  size_t digits = 0;
};

/// A place in the text that only moves forward over what it has recognised.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  std::string_view rest() const { return text_.substr(at_); }
  bool done() const { return at_ == text_.size(); }
  char peek() const { return done() ? '\0' : text_[at_]; }
  char after() const { return at_ + 1 < text_.size() ? text_[at_ + 1] : '\0'; }
  void skip(size_t bytes) { at_ += bytes; }

  bool take(std::string_view bytes) {
    if (!rest().starts_with(bytes)) return false;
    at_ += bytes.size();
    return true;
  }
  /// Takes `word`, given in lower case, unless it goes on with another letter.
  bool take_word(std::string_view word) {
    const std::string_view left = rest();
    if (left.size() < word.size() || !same_word(left.substr(0, word.size()), word)) return false;
    if (left.size() > word.size() && is_word_byte(left[word.size()])) return false;
    at_ += word.size();
    return true;
  }
  /// Skips blanks, the no-break spaces that formatting libraries write included.
  void blanks() {
    while (is_blank(peek()) || take("\xC2\xA0") || take("\xE2\x80\xAF")) {
      if (is_blank(peek())) ++at_;
    }
  }
  /// Digits, at most `most_digits`; none when there are more.
  Number number(size_t most_digits) {
    Number found;
    while (!done() && is_digit(text_[at_]) && found.digits < most_digits) {
      found.value = found.value * 10 + (text_[at_++] - '0');
      ++found.digits;
    }
    if (is_digit(peek())) found.digits = 0;
    return found;
  }
  /// The run of letters here (any non-ASCII byte counts as one).
  std::string_view word() const {
    size_t end = at_;
    while (end < text_.size() && is_word_byte(text_[end])) ++end;
    return text_.substr(at_, end - at_);
  }

 private:
  std::string_view text_;
  size_t at_ = 0;
};

}  // namespace soiree::dates

#endif  // SOIREE_PARSE_DATE_CURSOR_H_
