#include "linter/parse/link_syntax.h"

#include <cctype>

namespace soiree {
namespace {

constexpr size_t kLongestEntity = 40;    // longer than the longest HTML5 name
constexpr size_t kLongestLabel = 1000;   // CommonMark 4.7
constexpr int kDeepestParentheses = 32;  // cmark's limit inside an address

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

size_t skip_space(std::string_view text, size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

bool is_escape(std::string_view text, size_t at) {
  return text[at] == '\\' && at + 1 < text.size() && is_ascii_punctuation(text[at + 1]);
}

/// End of the address that starts at `at`, or npos.
size_t address_end(std::string_view text, size_t at) {
  if (at < text.size() && text[at] == '<') {
    for (++at; at < text.size(); ++at) {
      if (text[at] == '>') return at + 1;
      if (text[at] == '\n' || text[at] == '<') return std::string_view::npos;
      if (is_escape(text, at)) ++at;
    }
    return std::string_view::npos;
  }
  int depth = 0;
  const size_t begin = at;
  while (at < text.size()) {
    if (is_escape(text, at)) {
      at += 2;
      continue;
    }
    const char c = text[at];
    if (c == '(') {
      if (++depth > kDeepestParentheses) return std::string_view::npos;
    } else if (c == ')') {
      if (depth-- == 0) break;
    } else if (is_space(c)) {
      if (at == begin) return std::string_view::npos;
      break;
    }
    ++at;
  }
  return at < text.size() ? at : std::string_view::npos;
}

/// End of the title that starts at `at`; `at` itself when there is none.
size_t title_end(std::string_view text, size_t at) {
  if (at >= text.size()) return at;
  const char open = text[at];
  if (open != '"' && open != '\'' && open != '(') return at;
  const char close = open == '(' ? ')' : open;
  for (size_t i = at + 1; i < text.size(); ++i) {
    if (is_escape(text, i)) {
      ++i;
    } else if (text[i] == close) {
      return i + 1;
    } else if (open == '(' && text[i] == '(') {
      return at;
    }
  }
  return at;
}

}  // namespace

bool is_ascii_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~');
}

size_t entity_size(std::string_view text) {
  if (text.size() < 3 || text[0] != '&') return 0;
  for (size_t i = 1; i < text.size() && i < kLongestEntity; ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c == ';') return i > 1 ? i + 1 : 0;
    if (std::isalnum(c) == 0 && !(c == '#' && i == 1)) return 0;
  }
  return 0;
}

size_t find_tick_run(std::string_view text, size_t begin, size_t ticks) {
  for (size_t at = text.find('`', begin); at != std::string_view::npos; at = text.find('`', at)) {
    const size_t start = at;
    while (at < text.size() && text[at] == '`') ++at;
    if (at - start == ticks) return start;
  }
  return std::string_view::npos;
}

size_t inline_link_tail_size(std::string_view text) {
  if (text.empty() || text[0] != '(') return 0;
  const size_t address = address_end(text, skip_space(text, 1));
  if (address == std::string_view::npos) return 0;
  const size_t title = skip_space(text, address);
  const size_t after_title = title == address ? title : title_end(text, title);
  const size_t end = skip_space(text, after_title);
  return end < text.size() && text[end] == ')' ? end + 1 : 0;
}

size_t link_label_size(std::string_view text) {
  if (text.empty() || text[0] != '[') return 0;
  for (size_t i = 1; i < text.size() && i <= kLongestLabel; ++i) {
    if (is_escape(text, i)) {
      ++i;
    } else if (text[i] == ']') {
      return i + 1;
    } else if (text[i] == '[') {
      return 0;
    }
  }
  return 0;
}

std::string lower_tag_name(std::string_view tag) {
  std::string name;
  size_t at = tag.starts_with("</") ? 2 : 1;
  while (at < tag.size() &&
         (std::isalnum(static_cast<unsigned char>(tag[at])) != 0 || tag[at] == '-')) {
    name += static_cast<char>(std::tolower(static_cast<unsigned char>(tag[at++])));
  }
  return name;
}

}  // namespace soiree
