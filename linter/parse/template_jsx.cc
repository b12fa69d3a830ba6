// MDX: JSX tags, expressions, import and export statements.
#include <algorithm>

#include "linter/parse/html.h"
#include "linter/parse/template_scanner.h"

namespace soiree {
namespace {

/// `Tabs`, `Tabs.Item`, not `SUB`, `T` or `Strong`: what only a component is called.
bool is_component_name(std::string_view name) {
  if (name.empty() || !is_upper(name.front())) return false;
  if (std::none_of(name.begin(), name.end(), is_lower)) return false;
  return !is_block_element(name) && !is_void_element(name);
}

bool is_attribute_byte(char c) {
  return is_word(c) || is_white(c) || c == '-' || c == ':' || c == '.' || c == '@' || c == '=';
}

size_t skip_white(std::string_view text, size_t at) {
  while (at < text.size() && is_white(text[at])) ++at;
  return at;
}

/// Whether a line that begins with `import` or `export` is a statement and not a sentence.
bool is_statement(std::string_view line, bool import) {
  const size_t at = skip_white(line, 6);
  if (at >= line.size() || (at == 6 && line[at] != '{')) return false;
  const std::string_view rest = line.substr(at);
  if (rest.front() == '{' || rest.front() == '*') return true;
  if (import) {
    if (rest.front() == '"' || rest.front() == '\'') return true;
    size_t end = rest.starts_with("type ") ? 5 : 0;
    if (end < rest.size() && rest[end] == '{') return true;
    while (end < rest.size() && (is_word(rest[end]) || rest[end] == '$')) ++end;
    const std::string_view next = rest.substr(std::min(skip_white(rest, end), rest.size()));
    return next.starts_with(',') ||
           (next.starts_with("from") && next.find_first_of("\"'") != next.npos);
  }
  for (const std::string_view word : {"const ", "let ", "var ", "function ", "default ", "async ",
                                      "class ", "type ", "interface ", "enum "}) {
    if (rest.starts_with(word)) return true;
  }
  return false;
}

}  // namespace

/// Takes `bytes` from the budget for searches in vain; false when it is used up.
bool TemplateScanner::spend(size_t bytes) {
  budget_ -= std::min(budget_, bytes);
  return budget_ > 0;
}

/// End of the string that starts at `at`, or `at` + 1 when it is an apostrophe after all.
size_t TemplateScanner::skip_string(size_t at) const {
  const char quote = text_[at];
  for (size_t i = at + 1; i < text_.size(); ++i) {
    if (text_[i] == '\\') {
      ++i;
    } else if (text_[i] == quote) {
      return i + 1;
    } else if (is_line_end(text_[i]) && quote != '`') {
      break;
    }
  }
  return at + 1;
}

/// Offset behind the brace that closes the one at `at`, or npos. Strings, template literals and
/// comments hide braces.
size_t TemplateScanner::skip_braces(size_t at) {
  if (budget_ == 0) return npos;
  size_t depth = 0;
  size_t i = at;
  while (i < text_.size()) {
    const char c = text_[i];
    if (c == '{') {
      ++depth;
    } else if (c == '}') {
      if (--depth == 0) return i + 1;
    } else if (c == '"' || c == '\'' || c == '`') {
      const size_t end = skip_string(i);
      // A quotation mark without its partner costs a search each time.
      if (end == i + 1 && !spend(c == '`' ? text_.size() - i : 80)) return npos;
      i = end;
      continue;
    } else if (c == '/' && byte(i + 1) == '*') {
      const size_t end = text_.find("*/", i + 2);
      if (end == npos) break;
      i = end + 2;
      continue;
    }
    ++i;
  }
  spend(text_.size() - at);
  return npos;
}

bool TemplateScanner::take_expression() {
  const size_t end = skip_braces(at_);
  if (end == npos) return false;
  const size_t begin = at_;
  at_ = end;
  add(markup(MarkupKind::mdx, begin, end, place(begin + 1, end - 1)));
  return true;
}

bool TemplateScanner::take_jsx() {
  const bool mdx = dialect_ == MarkupDialect::mdx;
  const size_t begin = at_;
  const bool closing = byte(begin + 1) == '/';
  const size_t name = begin + (closing ? 2 : 1);
  if (mdx && byte(name) == '>') {
    at_ = name + 1;
    add(markup(MarkupKind::jsx, begin, at_, place(name, name)),
        closing ? MarkupPairing::may_close : MarkupPairing::may_open, "<>");
    return true;
  }
  size_t end = name;
  while (end < text_.size() && (is_word(text_[end]) || text_[end] == '.' || text_[end] == '-')) {
    ++end;
  }
  const std::string_view word = text_.substr(name, end - name);
  const bool component = (mdx && is_upper(byte(name))) || is_component_name(word) ||
                         (word.find('.') != npos && is_letter(word.front()));
  if (!component && (!mdx || closing || word.empty() || !is_lower(word.front()))) return false;
  if (!mdx && is_word(before(begin))) return false;
  bool expressions = false;
  size_t i = end;
  while (i < text_.size() && text_[i] != '>') {
    const char c = text_[i];
    if (c == '{') {
      i = skip_braces(i);
      if (i == npos) return false;
      expressions = true;
    } else if (c == '"' || c == '\'') {
      const size_t close = text_.find(c, i + 1);
      if (close == npos) return false;
      i = close + 1;
    } else if (is_attribute_byte(c) || (c == '/' && byte(i + 1) == '>')) {
      ++i;
    } else {
      return false;
    }
  }
  if (i >= text_.size() || (!component && !expressions)) return false;
  at_ = i + 1;
  const MarkupSpan tag = markup(MarkupKind::jsx, begin, at_, place(name, end));
  if (text_[i - 1] == '/') {
    add(tag);
  } else if (mdx) {
    add(tag, closing ? MarkupPairing::may_close : MarkupPairing::may_open, word);
  } else {
    add(tag, closing ? MarkupPairing::must_close : MarkupPairing::must_open, word);
  }
  return true;
}

/// End of the statement at `begin`: the end of the first line where its brackets are closed and
/// that can be the last one.
size_t TemplateScanner::module_line_end(size_t begin, bool import) {
  if (budget_ == 0) return npos;
  size_t depth = 0;
  char last = '\0';
  for (size_t i = begin; i <= text_.size();) {
    const char c = byte(i);
    if (i == text_.size() || is_line_end(c)) {
      const size_t next = i == text_.size() ? i : next_line_after(i);
      const bool finished = last == ';' || last == '"' || last == '\'' || last == '}' ||
                            (!import && is_line_end(byte(next)));
      if (depth == 0 && (finished || next == text_.size())) return i;
      if (next == text_.size()) break;
      i = next;
      continue;
    }
    if (c == '"' || c == '\'' || c == '`') {
      const size_t end = skip_string(i);
      if (end == i + 1 && !spend(c == '`' ? text_.size() - i : 80)) return npos;
      i = end;
      last = '"';
      continue;
    }
    if (c == '{' || c == '(' || c == '[') ++depth;
    if ((c == '}' || c == ')' || c == ']') && depth > 0) --depth;
    if (!is_white(c)) last = c;
    ++i;
  }
  spend(text_.size() - begin);
  return npos;
}

bool TemplateScanner::take_module_line() {
  const std::string_view line = text_.substr(line_begin_, line_end_ - line_begin_);
  const bool import = line.starts_with("import");
  if (!import && !line.starts_with("export")) return false;
  const bool mdx = dialect_ == MarkupDialect::mdx;
  if (!mdx && (!import || !imports_allowed_ || line.find(" from ") == npos)) return false;
  if (!is_statement(line, import)) return false;
  const size_t end = mdx ? module_line_end(line_begin_, import) : line_end_;
  if (end == npos) return false;
  at_ = end;
  add(markup(MarkupKind::mdx, line_begin_, end, place(line_begin_, line_begin_ + 6)));
  return true;
}

}  // namespace soiree
