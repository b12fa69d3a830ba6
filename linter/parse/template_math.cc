// Mathematics between dollars or backslashed brackets.
#include <algorithm>

#include "linter/parse/template_scanner.h"

namespace soiree {
namespace {

constexpr size_t kLongestInlineMath = 300;

bool looks_like_math(std::string_view inside) {
  return inside.find_first_of("\\^_{}=") != inside.npos;
}

/// True for `5`, `1,200.50`, `10k`, `3 billion`: digits that no formula continues.
bool starts_with_price(std::string_view inside) {
  if (inside.empty() || !is_digit(inside.front())) return false;
  const size_t end = inside.find_first_not_of("0123456789.,");
  if (end == inside.npos) return false;
  return std::string_view("^_\\={*+(").find(inside[end]) == std::string_view::npos &&
         (!is_lower(inside[end]) || std::string_view("kmb").find(inside[end]) != inside.npos);
}

/// True for `HOME/bin:`: a variable of a shell or a programming language.
bool starts_with_variable(std::string_view inside) {
  size_t end = 0;
  while (end < inside.size() && is_word(inside[end])) ++end;
  const size_t letters = std::min(inside.find('_'), end);
  return letters >= 2 && is_letter(inside.front()) && end < inside.size() &&
         std::string_view("/:-[;$\"'").find(inside[end]) != std::string_view::npos;
}

}  // namespace

bool TemplateScanner::take_dollar_math() {
  if (byte(at_ + 1) != '$') return take_inline_math();
  const size_t begin = at_;
  const size_t close = dollars_.find(text_, begin + 2);
  if (close == npos || close == begin + 2 || close - begin > kLongestTag ||
      blank_line_inside(begin, close)) {
    return false;
  }
  const std::string_view inside = text_.substr(begin + 2, close - begin - 2);
  if (!looks_like_math(inside) || inside.find('`') != npos) return false;
  at_ = close + 2;
  add(markup(MarkupKind::math, begin, at_, place(begin, begin)));
  return true;
}

bool TemplateScanner::take_inline_math() {
  const size_t begin = at_;
  const char previous = before(begin);
  if (is_word(previous) || previous == '$' || previous == ')' || is_white(byte(begin + 1))) {
    return false;
  }
  const size_t longest = std::min(line_end_, begin + kLongestInlineMath);
  size_t close = begin + 1;
  while (close < longest && text_[close] != '$' && text_[close] != '`') {
    close += text_[close] == '\\' ? 2 : 1;
  }
  if (close >= longest || text_[close] != '$') return false;
  const std::string_view inside = text_.substr(begin + 1, close - begin - 1);
  if (inside.empty() || is_white(inside.back()) || is_digit(byte(close + 1)) ||
      is_letter(byte(close + 1)) || !looks_like_math(inside) || starts_with_price(inside) ||
      starts_with_variable(inside) || inside.find("](") != npos || inside.find("//") != npos) {
    return false;
  }
  at_ = close + 1;
  add(markup(MarkupKind::math, begin, at_, place(begin, begin)));
  return true;
}

/// `\(...\)` and `\[...\]`, also with doubled backslashes. A single backslash is Markdown's escape
/// too, so what is inside must be a formula without doubt.
bool TemplateScanner::take_bracket_math() {
  const size_t begin = at_;
  const bool doubled = byte(begin + 1) == '\\';
  const size_t bracket = begin + (doubled ? 2 : 1);
  const bool round = byte(bracket) == '(';
  if (!round && byte(bracket) != '[') return false;
  size_t close = (round ? paren_close_ : bracket_close_).find(text_, bracket + 1);
  if (close == npos || close - begin > kLongestTag || budget_ == 0 ||
      blank_line_inside(begin, close)) {
    return false;
  }
  const size_t end = close + 2;
  if (doubled && text_[close - 1] == '\\') --close;
  const std::string_view inside = text_.substr(bracket + 1, close - bracket - 1);
  bool formula = doubled ? looks_like_math(inside) : inside.find('^') != npos;
  for (size_t i = 0; !formula && i + 1 < inside.size(); ++i) {
    formula = inside[i] == '\\' && is_letter(inside[i + 1]);
  }
  formula = formula || (round && inside.size() == 1 && is_letter(inside.front()));
  if (!formula || inside.find('`') != npos) {
    spend(inside.size());
    return false;
  }
  at_ = end;
  add(markup(MarkupKind::math, begin, at_, place(begin, begin)));
  return true;
}

}  // namespace soiree
