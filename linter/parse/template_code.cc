// Lines, fences and code spans: where template syntax is not looked for.
#include <algorithm>

#include "linter/parse/html.h"
#include "linter/parse/template_scanner.h"

namespace soiree {
namespace {

struct LinePrefix {
  size_t content = 0;      ///< first byte that is not a quote mark, list mark or blank
  size_t indent = 0;       ///< columns before it, counted from the last mark
  size_t quote_depth = 0;  ///< number of `>`
  bool list_mark = false;
};

/// End of the list mark at `at`, or `at` when there is none.
size_t list_mark_end(std::string_view text, size_t at) {
  size_t end = at;
  if (text[at] == '-' || text[at] == '*' || text[at] == '+') {
    end = at + 1;
  } else if (is_digit(text[at])) {
    while (end < text.size() && end < at + 9 && is_digit(text[end])) ++end;
    if (end >= text.size() || (text[end] != '.' && text[end] != ')')) return at;
    ++end;
  }
  return end > at && end < text.size() && is_space_or_tab(text[end]) ? end : at;
}

LinePrefix read_prefix(std::string_view text, size_t at) {
  LinePrefix prefix;
  for (; at < text.size(); ++at) {
    if (text[at] == ' ') {
      ++prefix.indent;
    } else if (text[at] == '\t') {
      prefix.indent += 4 - prefix.indent % 4;
    } else if (text[at] == '>') {
      ++prefix.quote_depth;
      prefix.indent = 0;
    } else {
      const size_t end = list_mark_end(text, at);
      if (end == at) break;
      prefix.list_mark = true;
      prefix.indent = 0;
      at = end - 1;
    }
  }
  prefix.content = at;
  return prefix;
}

size_t run_end(std::string_view text, size_t at, char c) {
  while (at < text.size() && text[at] == c) ++at;
  return at;
}

bool opens_fence(std::string_view line) {
  return line.starts_with("~~~") ||
         (line.starts_with("```") && line.find('`', run_end(line, 0, '`')) == line.npos);
}

}  // namespace

size_t TemplateScanner::line_end_after(size_t from) const {
  if (!has_carriage_returns_) return std::min(text_.find('\n', from), text_.size());
  while (from < text_.size() && !is_line_end(text_[from])) ++from;
  return from;
}

size_t TemplateScanner::next_line_after(size_t line_end) const {
  if (line_end >= text_.size()) return text_.size();
  return line_end + (text_[line_end] == '\r' && byte(line_end + 1) == '\n' ? 2 : 1);
}

bool TemplateScanner::blank_line_inside(size_t begin, size_t end) {
  return blank_line_.find(text_, begin) < end || blank_crlf_line_.find(text_, begin) < end;
}

/// Looks at what the line at `at_` begins with; afterwards `at_` is where inline markup may start,
/// which is a later line when whole lines were dealt with.
void TemplateScanner::begin_line() {
  line_begin_ = at_;
  line_end_ = line_end_after(at_);
  const LinePrefix prefix = read_prefix(text_.substr(0, line_end_), at_);
  line_content_ = prefix.content;
  if (prefix.content == line_end_) {
    after_blank_line_ = true;
    at_ = line_end_;
    return;
  }
  const bool was_after_blank = after_blank_line_;
  after_blank_line_ = false;
  if (prefix.list_mark) {
    in_list_ = true;
  } else if (prefix.indent == 0 && was_after_blank) {
    in_list_ = false;
  }
  const bool in_container = prefix.list_mark || prefix.quote_depth > 0 || in_list_;
  in_indented_code_ = dialect_ == MarkupDialect::markdown && prefix.indent >= 4 && !in_container &&
                      (was_after_blank || in_indented_code_);
  if (in_indented_code_) {
    at_ = line_end_;
    return;
  }
  const char first = text_[prefix.content];
  if ((first == '`' || first == '~') && (prefix.indent < 4 || in_container) &&
      skip_fence(prefix.content, prefix.indent, prefix.quote_depth)) {
    return;
  }
  if (first == ':' && take_container(prefix.content)) return;
  if ((first == 'i' || first == 'e') && prefix.content == line_begin_ && take_module_line()) return;
  at_ = prefix.content;
}

bool TemplateScanner::skip_fence(size_t begin, size_t indent, size_t quote_depth) {
  if (!opens_fence(text_.substr(begin, line_end_ - begin))) return false;
  const char mark = text_[begin];
  const size_t length = run_end(text_, begin, mark) - begin;
  for (size_t line = next_line_after(line_end_); line < text_.size();) {
    const size_t end = line_end_after(line);
    size_t content = line;
    size_t depth = 0;
    while (content < end &&
           (is_space_or_tab(text_[content]) || (text_[content] == '>' && depth < quote_depth))) {
      if (text_[content] == '>') ++depth;
      ++content;
    }
    // A line without the quote mark, or left of the list item, ends the block that holds the fence.
    if (depth < quote_depth || (in_list_ && indent >= 2 && content == line && content < end)) {
      at_ = line;
      return true;
    }
    const size_t run = run_end(text_, content, mark);
    const size_t next = next_line_after(end);
    if (run - content >= length &&
        std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(run),
                    text_.begin() + static_cast<std::ptrdiff_t>(end), is_space_or_tab)) {
      at_ = next;
      return true;
    }
    line = next;
  }
  at_ = text_.size();
  return true;
}

/// Notes where the paragraph around `at_` ends and where its backtick runs are.
void TemplateScanner::read_paragraph() {
  last_backticks_.fill(0);
  size_t line = line_begin_;
  size_t end = line_end_;
  while (true) {
    const size_t from = std::max(line, at_);
    for (size_t i = text_.substr(0, end).find('`', from); i != npos;) {
      const size_t after = run_end(text_, i, '`');
      if (after - i < last_backticks_.size()) last_backticks_[after - i] = i + 1;
      i = text_.substr(0, end).find('`', after);
    }
    line = next_line_after(end);
    paragraph_end_ = std::max(end, at_ + 1);
    if (line >= text_.size()) return;
    end = line_end_after(line);
    const LinePrefix prefix = read_prefix(text_.substr(0, end), line);
    if (prefix.content == end || prefix.list_mark || text_[prefix.content] == '#' ||
        opens_fence(text_.substr(prefix.content, end - prefix.content))) {
      return;
    }
  }
}

/// Moves behind the code span at `at_`, or behind backticks that open none.
void TemplateScanner::skip_backticks() {
  if (at_ >= paragraph_end_) read_paragraph();
  const size_t begin = at_;
  at_ = run_end(text_, begin, '`');
  const size_t length = at_ - begin;
  if (length >= last_backticks_.size() || last_backticks_[length] <= begin + 1) return;
  const size_t last = last_backticks_[length] - 1;
  for (size_t i = text_.find('`', at_); i <= last; i = text_.find('`', i)) {
    const size_t end = run_end(text_, i, '`');
    if (end - i == length) {
      at_ = end;
      return;
    }
    i = end;
  }
}

/// Moves behind a comment of HTML or EJS, a hidden element, or an element whose body is code; notes
/// where a tag ends.
bool TemplateScanner::skip_html() {
  const std::string_view rest = text_.substr(at_);
  if (rest.starts_with("<!--")) {
    const size_t end = comment_close_.find(text_, at_ + 4);
    if (end == npos) return false;
    at_ = end + 3;
    return true;
  }
  if (rest.starts_with("<%#")) {
    const size_t end = ejs_close_.find(text_, at_ + 3);
    return end != npos && take_comment(end + 2, kLongestTag);
  }
  if (!is_letter(byte(at_ + 1)) && byte(at_ + 1) != '/') return false;
  const size_t end = find_html_tag_end(text_, at_);
  if (end == npos) return false;
  if (take_hidden_element(end)) return true;
  html_tag_end_ = end;
  if (dialect_ == MarkupDialect::mdx) return false;
  const auto skip_element = [&](std::string_view name, ForwardSearch& closer, size_t longest) {
    if (!rest.substr(1).starts_with(name) || is_word(byte(at_ + 1 + name.size()))) return false;
    const size_t close = closer.find(text_, end);
    if (close == npos || close - at_ > longest) return false;
    at_ = close;
    return true;
  };
  return skip_element("pre", pre_close_, npos) || skip_element("code", code_close_, kLongestTag) ||
         skip_element("script", script_close_, npos) || skip_element("style", style_close_, npos);
}

}  // namespace soiree
