// Attribute lists, `:::` containers and WordPress shortcodes.
#include <algorithm>
#include <array>

#include "linter/parse/template_scanner.h"

namespace soiree {
namespace {

bool is_attribute_name_byte(char c) {
  return is_word(c) || c == '-' || c == ':' || c == '%' || static_cast<unsigned char>(c) >= 0x80;
}

size_t attribute_name_end(std::string_view list, size_t at) {
  while (at < list.size() && is_attribute_name_byte(list[at])) ++at;
  return at;
}

/// End of the value that follows `=` at `at`, or npos.
size_t value_end(std::string_view list, size_t at) {
  if (at >= list.size()) return list.npos;
  if (list[at] == '"' || list[at] == '\'') {
    const size_t close = list.find(list[at], at + 1);
    return close == list.npos ? close : close + 1;
  }
  const size_t begin = at;
  while (at < list.size() && !is_white(list[at]) &&
         std::string_view("\"'<>=`,(){}").find(list[at]) == std::string_view::npos) {
    ++at;
  }
  return at == begin ? list.npos : at;
}

enum class AttributeList : uint8_t { none, only_pairs, marked };

/// What the inside of braces is: nothing we know, only `key=value` pairs, or a list with `.class`
/// or
/// `#id`. Bare words count in kramdown's lists only.
AttributeList read_attribute_list(std::string_view list, bool kramdown) {
  AttributeList result = AttributeList::none;
  for (size_t at = 0; at < list.size();) {
    if (is_white(list[at])) {
      ++at;
      continue;
    }
    const bool marked = list[at] == '.' || list[at] == '#';
    const size_t begin = at + (marked ? 1 : 0);
    at = attribute_name_end(list, begin);
    if (at == begin) return AttributeList::none;
    if (marked) {
      result = AttributeList::marked;
    } else if (at < list.size() && list[at] == '=') {
      at = value_end(list, at + 1);
      if (at == list.npos) return AttributeList::none;
      if (result == AttributeList::none) result = AttributeList::only_pairs;
    } else if (!kramdown && list != "-") {
      return AttributeList::none;
    }
    if (at < list.size() && !is_white(list[at]) && list[at] != '.' && list[at] != '#') {
      return AttributeList::none;
    }
  }
  return kramdown || list == "-" ? AttributeList::marked : result;
}

bool opens_code_shortcode(std::string_view name) {
  static constexpr std::array<std::string_view, 10> kNames = {
      "code", "cc", "cce", "cci", "sourcecode", "source", "highlight", "php", "javascript", "pre"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

/// Whether what follows a shortcode's name can only be attributes: ` key=`, `=http` or ` http`.
bool starts_shortcode_attributes(std::string_view rest) {
  if (rest.starts_with("=http")) return true;
  size_t at = 0;
  while (at < rest.size() && is_white(rest[at])) ++at;
  if (at == 0) return false;
  if (rest.substr(at).starts_with("http")) return true;
  size_t end = at;
  while (end < rest.size() && (is_word(rest[end]) || rest[end] == '-')) ++end;
  if (end == at || end >= rest.size() || rest[end] != '=') return false;
  return end + 1 < rest.size() && !is_white(rest[end + 1]) && rest[end + 1] != '=' &&
         rest[end + 1] != '>';
}

}  // namespace

BodyKind wordpress_body_kind(std::string_view name) {
  if (name == "latex" || name == "math") return BodyKind::math;
  return opens_code_shortcode(name) ? BodyKind::code : BodyKind::prose;
}

/// Whether an attribute list from `at_` to `end` has something to belong to: the line's block, or
/// the span just before it.
bool TemplateScanner::attributes_may_stand_here(size_t end, bool kramdown) const {
  const char previous = before(at_);
  const bool after_list = !found_.empty() && found_.back().span.place.end == at_ &&
                          found_.back().span.kind == MarkupKind::attributes;
  const bool after_span = previous == ')' || previous == ']' || previous == '`' || after_list;
  if (after_span || (kramdown && (previous == '*' || previous == '_' || previous == '>'))) {
    return true;
  }
  if (at_ == line_content_ && kramdown) return true;
  const size_t rest = text_.substr(0, line_end_).find_first_not_of(" \t", end);
  if (rest != npos) return false;
  return at_ == line_content_ || is_space_or_tab(previous) || text_[line_content_] == '#';
}

bool TemplateScanner::take_attributes() {
  const bool kramdown = byte(at_ + 1) == ':';
  const size_t close = brace_close_.find(text_, at_);
  if (close >= std::min(line_end_, at_ + 500)) return false;
  const size_t inside = at_ + (kramdown ? 2 : 1);
  if (inside > close) return false;
  const std::string_view list = text_.substr(inside, close - inside);
  // Options and other extensions: {::options key="v" /}, {:/comment}.
  const bool extension = kramdown && (list.starts_with(':') || list.starts_with('/'));
  if (extension && take_kramdown_comment(list)) return true;
  if (!extension) {
    const AttributeList kind = read_attribute_list(list, kramdown);
    if (kind == AttributeList::none || !attributes_may_stand_here(close + 1, kramdown)) {
      return false;
    }
    if (kind == AttributeList::only_pairs) {
      const size_t window = at_ > begin_ + 1000 ? at_ - 1000 : begin_;
      const std::string_view earlier = text_.substr(window, at_ - window);
      if (before(at_) != ')' || earlier.rfind("](") == npos) return false;
    }
  }
  const size_t begin = at_;
  at_ = close + 1;
  add(markup(MarkupKind::attributes, begin, at_, place(inside, close)));
  return true;
}

/// A line of three or more colons, bare or with the name of a container.
bool TemplateScanner::take_container(size_t begin) {
  const size_t colons = std::min(text_.find_first_not_of(':', begin), line_end_);
  if (colons - begin < 3) return false;
  const std::string_view line = text_.substr(0, line_end_);
  const size_t name = std::min(line.find_first_not_of(" \t", colons), line_end_);
  if (name < line_end_ && text_[name] != '{' && !is_letter(text_[name])) return false;
  if (take_hidden_container(begin, name)) return true;
  const size_t word = name + (byte(name) == '{' ? 1 : 0) + (byte(name + 1) == '.' ? 1 : 0);
  size_t end = std::min(word, line_end_);
  while (end < line_end_ && (is_word(text_[end]) || text_[end] == '-')) ++end;
  at_ = line_end_;
  const MarkupSpan span =
      markup(MarkupKind::container, begin, line_end_, place(std::min(word, line_end_), end));
  add(span, name == line_end_ ? MarkupPairing::must_close : MarkupPairing::must_open);
  return true;
}

EndTag TemplateScanner::find_wordpress_end(std::string_view name, size_t from) {
  for (const EndSearch& known : wordpress_ends_) {
    if (known.name == name && known.tag.begin >= from) return known.tag;
  }
  EndTag tag;
  for (size_t at = text_.find("[/", from); at != npos; at = text_.find("[/", at + 2)) {
    if (text_.substr(at + 2).starts_with(name) && byte(at + 2 + name.size()) == ']') {
      tag = {at, at + 3 + name.size()};
      break;
    }
  }
  std::erase_if(wordpress_ends_, [&](const EndSearch& known) { return known.name == name; });
  wordpress_ends_.push_back({name, tag});
  return tag;
}

bool TemplateScanner::take_wordpress() {
  const char previous = before(at_);
  const bool closing = byte(at_ + 1) == '/';
  if (previous == '[' || previous == '!' || (is_word(previous) && !closing)) return false;
  const size_t name = at_ + (closing ? 2 : 1);
  size_t end = name;
  while (end < text_.size() &&
         (is_lower(text_[end]) || is_digit(text_[end]) || text_[end] == '_' || text_[end] == '-')) {
    ++end;
  }
  if (end == name || !is_lower(text_[name]) || end - name > 40) return false;
  const std::string_view word = text_.substr(name, end - name);
  size_t close = end;
  const bool bare = byte(end) == ']';
  if (!bare) {
    if (closing || previous == ']' || !starts_shortcode_attributes(text_.substr(end, 80))) {
      return false;
    }
    // An attribute's value may hold a bracket, the tag itself may not.
    const size_t longest = std::min(text_.size(), at_ + 1000);
    for (close = end; close < longest && text_[close] != ']'; ++close) {
      if (text_[close] == '[') return false;
      if (text_[close] != '"') continue;
      const size_t quote = text_.substr(0, longest).find('"', close + 1);
      if (quote == npos) return false;
      close = quote;
    }
    if (close >= longest || text_[close] != ']' || blank_line_inside(at_, close)) return false;
  }
  const char next = byte(close + 1);
  if (!closing && (next == '(' || (bare && (next == ':' || next == '[')))) return false;
  const MarkupSpan tag = markup(MarkupKind::wordpress_shortcode, at_, close + 1, place(name, end));
  const BodyKind body = closing ? BodyKind::prose : wordpress_body_kind(word);
  if (body != BodyKind::prose && take_body(body, tag, find_wordpress_end(word, close + 1))) {
    at_ = found_.back().span.place.end;
    return true;
  }
  at_ = close + 1;
  const MarkupPairing opening = bare ? MarkupPairing::must_open : MarkupPairing::may_open;
  add(tag, closing ? MarkupPairing::must_close : opening, word);
  return true;
}

}  // namespace soiree
