// What an author keeps from the reader: comments of the common dialects, speaker notes, elements
// with the attribute `hidden`.
#include <algorithm>

#include "linter/parse/html.h"
#include "linter/parse/template_scanner.h"

namespace soiree {
namespace {

size_t run_of(std::string_view text, size_t at, char c) {
  const size_t end = std::min(text.find_first_not_of(c, at), text.size());
  return end - at;
}

/// Whether the attribute list `list` has the class `name` (with its dot).
bool has_class(std::string_view list, std::string_view name) {
  for (size_t at = list.find(name); at != list.npos; at = list.find(name, at + 1)) {
    const size_t end = at + name.size();
    const bool whole = end >= list.size() || (!is_word(list[end]) && list[end] != '-');
    if (whole && at > 0 && (is_white(list[at - 1]) || list[at - 1] == '{')) return true;
  }
  return false;
}

/// Whether a container that opens with `head` (what stands behind its colons) is shown to nobody:
/// Quarto's `{.content-hidden}` without a condition, and speaker notes.
bool hides_container(std::string_view head) {
  if (head.starts_with('{')) {
    if (has_class(head, ".notes")) return true;
    const bool conditional = head.find("when-") != head.npos || head.find("unless-") != head.npos;
    return has_class(head, ".content-hidden") && !conditional;
  }
  if (!head.starts_with("notes")) return false;
  return head.find_first_not_of(" \t:", 5) == head.npos;
}

}  // namespace

bool TemplateScanner::take_comment(size_t end, size_t longest) {
  if (end == npos || end - at_ > longest) return false;
  const size_t begin = at_;
  at_ = end;
  add(markup(MarkupKind::container, begin, end, place(begin, begin)));
  return true;
}

/// `{/* ... */}` of MDX, which Docusaurus reads in .md files, too, and `{>> ... <<}` of
/// CriticMarkup.
bool TemplateScanner::take_brace_comment() {
  const std::string_view rest = text_.substr(at_);
  if (rest.starts_with("{/*")) {
    const size_t close = star_close_.find(text_, at_ + 3);
    return close != npos && byte(close + 2) == '}' && take_comment(close + 3, npos);
  }
  if (!rest.starts_with("{>>")) return false;
  const size_t close = critic_close_.find(text_, at_ + 3);
  return close != npos && take_comment(close + 3, kLongestTag);
}

/// `{::comment} ... {:/comment}` of kramdown, or with `{:/}` at its end; `list` is what stands
/// behind the first colon.
bool TemplateScanner::take_kramdown_comment(std::string_view list) {
  const size_t word = list.find_first_not_of(" \t", 1);
  if (!list.starts_with(':') || word == npos || !list.substr(word).starts_with("comment") ||
      list.find_first_not_of(" \t", word + 7) != npos) {
    return false;
  }
  const size_t named = kramdown_named_close_.find(text_, at_);
  const size_t bare = kramdown_close_.find(text_, at_);
  if (std::min(named, bare) == npos) return false;
  return take_comment(named < bare ? named + 11 : bare + 4, npos);
}

/// `%% ... %%` of Obsidian. Inside a paragraph it ends there, as a block of its own it may hold
/// blank lines. Percent signs behind a number, and `%%magic` words, are text.
bool TemplateScanner::take_percent_comment() {
  if (byte(at_ + 1) != '%' || run_of(text_, at_, '%') != 2 || budget_ == 0) return false;
  const char previous = before(at_);
  const std::string_view earlier = text_.substr(line_begin_, at_ - line_begin_);
  const size_t last = earlier.find_last_not_of(" \t");
  if (previous == '%' || previous == '{' || is_word(previous) ||
      (last != npos && last + 1 < earlier.size() && is_digit(earlier[last]))) {
    return false;
  }
  const size_t limit = std::min(text_.size(), at_ + kLongestTag);
  const size_t close = text_.substr(0, limit).find("%%", at_ + 2);
  if (close == npos || run_of(text_, close, '%') != 2) {
    spend(limit - at_);
    return false;
  }
  spend(close - at_);
  const size_t end = close + 2;
  if (is_word(byte(end)) || text_.find_first_not_of(" \t", at_ + 2) == close) return false;
  if (close > line_end_) {
    const size_t after = text_.find_first_not_of(" \t", end);
    if (after != npos && !is_line_end(text_[after])) return false;
    if (at_ != line_content_ && blank_line_inside(at_, close)) return false;
  }
  return take_comment(end, kLongestTag);
}

/// The element at `at_`, whose start tag ends at `tag_end`, when it has the attribute `hidden`.
bool TemplateScanner::take_hidden_element(size_t tag_end) {
  const std::string_view tag = text_.substr(at_, tag_end - at_);
  if (tag[1] == '/' || tag.ends_with("/>") || tag.find("hidden") == npos || budget_ == 0 ||
      !html_attribute(tag, "hidden")) {
    return false;
  }
  size_t name_end = 1;
  while (name_end < tag.size() && (is_word(tag[name_end]) || tag[name_end] == '-')) ++name_end;
  const std::string_view name = tag.substr(1, name_end - 1);
  if (is_void_element(name)) return false;
  size_t depth = 1;
  for (size_t at = text_.find('<', tag_end); at != npos; at = text_.find('<', at + 1)) {
    const bool closing = byte(at + 1) == '/';
    const size_t word = at + (closing ? 2 : 1);
    const char after = byte(word + name.size());
    if (text_.substr(word, name.size()) != name || is_word(after) || after == '-') continue;
    depth += closing ? -1 : 1;
    const size_t end = text_.find('>', word);
    if (depth == 0 && end != npos) return take_comment(end + 1, npos);
  }
  spend(text_.size() - at_);
  return false;
}

/// The container that opens at `begin`, whose colons are followed by something at `head`.
bool TemplateScanner::take_hidden_container(size_t begin, size_t head) {
  if (!hides_container(text_.substr(head, line_end_ - head)) || budget_ == 0) return false;
  size_t depth = 1;
  for (size_t line = next_line_after(line_end_); line < text_.size();) {
    const size_t end = line_end_after(line);
    const std::string_view content = text_.substr(0, end);
    const size_t colons = std::min(content.find_first_not_of(" \t>", line), end);
    if (run_of(content, colons, ':') >= 3) {
      const size_t behind = content.find_first_not_of(" \t", colons + run_of(content, colons, ':'));
      depth += behind == npos ? -1 : 1;
      if (depth == 0) {
        at_ = begin;
        return take_comment(end, npos);
      }
    }
    line = next_line_after(end);
  }
  spend(text_.size() - begin);
  return false;
}

}  // namespace soiree
