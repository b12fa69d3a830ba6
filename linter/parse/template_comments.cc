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

/// Number of quote marks before what a line begins with.
size_t quote_marks(std::string_view text, size_t line, size_t content) {
  const std::string_view prefix = text.substr(line, content - line);
  return static_cast<size_t>(std::count(prefix.begin(), prefix.end(), '>'));
}

struct QuotedLine {
  size_t depth = 0;  ///< number of `>`
  std::string_view content;
};

/// Takes at most `deepest` quote marks off `line`, with the blanks around them.
QuotedLine without_quote_marks(std::string_view line, size_t deepest) {
  QuotedLine result;
  size_t at = 0;
  for (; at < line.size(); ++at) {
    if (line[at] == '>' && result.depth < deepest) {
      ++result.depth;
    } else if (!is_space_or_tab(line[at])) {
      break;
    }
  }
  result.content = line.substr(at);
  return result;
}

/// `line` behind its list marks.
std::string_view without_list_marks(std::string_view line) {
  while (true) {
    size_t end = std::min(line.find_first_not_of("0123456789"), line.size());
    const std::string_view marks = end == 0 ? "-*+" : ".)";
    if (end == line.size() || marks.find(line[end]) == marks.npos) return line;
    if (++end == line.size() || !is_space_or_tab(line[end])) return line;
    line.remove_prefix(std::min(line.find_first_not_of(" \t", end), line.size()));
  }
}

/// Tells which of the lines that come one after the other are fenced code: what closes there is
/// shown to the reader.
class FencedCode {
 public:
  bool has(std::string_view line) {
    const bool inside = length_ > 0;
    const QuotedLine quoted = without_quote_marks(line, inside ? depth_ : line.npos);
    if (inside && quoted.depth == depth_) {
      const size_t run = run_of(quoted.content, 0, mark_);
      if (run >= length_ && quoted.content.find_first_not_of(" \t", run) == line.npos) length_ = 0;
      return true;
    }
    depth_ = quoted.depth;
    length_ = fence_length(without_list_marks(quoted.content));
    return length_ > 0;
  }

 private:
  /// Length of the fence that `content` opens, 0 when it opens none.
  size_t fence_length(std::string_view content) {
    if (!content.starts_with("```") && !content.starts_with("~~~")) return 0;
    mark_ = content.front();
    const size_t run = run_of(content, 0, mark_);
    return mark_ == '`' && content.find('`', run) != content.npos ? 0 : run;
  }

  char mark_ = '\0';
  size_t length_ = 0;  ///< 0 outside of code
  size_t depth_ = 0;   ///< of the block quote that holds the fence
};

/// Follows an element's tags of its own name up to its end.
class ElementEnd {
 public:
  explicit ElementEnd(std::string_view name) : name_(name) {}
  /// Offset behind the name in the end tag when that begins in `text` at or after `from`, else
  /// npos.
  size_t find(std::string_view text, size_t from) {
    for (size_t at = text.find('<', from); at != text.npos; at = text.find('<', at + 1)) {
      const bool closing = text.substr(at + 1).starts_with('/');
      const size_t word = at + (closing ? 2 : 1);
      if (!text.substr(word).starts_with(name_)) continue;
      const size_t end = word + name_.size();
      if (end < text.size() && (is_word(text[end]) || text[end] == '-')) continue;
      depth_ += closing ? -1 : 1;
      if (depth_ == 0) return end;
    }
    return text.npos;
  }

 private:
  std::string_view name_;
  size_t depth_ = 1;
};

}  // namespace

bool TemplateScanner::take_comment(size_t end, size_t longest) {
  if (end == npos || end - at_ > longest) return false;
  const size_t begin = at_;
  at_ = end;
  add(markup(MarkupKind::container, begin, end, place(begin, begin)));
  return true;
}

/// `{/* ... */}` of MDX, which Docusaurus reads in .md files, too, and `{>> ... <<}` of
/// CriticMarkup. Inside a paragraph they end there.
bool TemplateScanner::take_brace_comment() {
  const std::string_view rest = text_.substr(at_);
  const bool star = rest.starts_with("{/*");
  if (!star && !rest.starts_with("{>>")) return false;
  const size_t close = (star ? star_close_ : critic_close_).find(text_, at_ + 3);
  if (close == npos || (star && byte(close + 2) != '}')) return false;
  if (at_ >= paragraph_end_) read_paragraph();
  if (at_ != line_content_ && close >= paragraph_end_) return false;
  return take_comment(close + 3, star ? npos : kLongestTag);
}

/// `{::comment} ... {:/comment}` of kramdown, or with `{:/}` at its end; `list` is what stands
/// behind the first colon. Inside a paragraph it ends there.
bool TemplateScanner::take_kramdown_comment(std::string_view list) {
  const size_t word = list.find_first_not_of(" \t", 1);
  if (!list.starts_with(':') || word == npos || !list.substr(word).starts_with("comment") ||
      list.find_first_not_of(" \t", word + 7) != npos) {
    return false;
  }
  const size_t named = kramdown_named_close_.find(text_, at_);
  const size_t bare = kramdown_close_.find(text_, at_);
  const size_t close = std::min(named, bare);
  if (close == npos) return false;
  if (at_ >= paragraph_end_) read_paragraph();
  if (at_ != line_content_ && close >= paragraph_end_) return false;
  return take_comment(named < bare ? named + 11 : bare + 4, npos);
}

/// `%% ... %%` of Obsidian. Inside a paragraph it ends there, as a block of its own it may hold
/// blank lines. Percent signs behind a number, and `%%magic` words, are text.
bool TemplateScanner::take_percent_comment() {
  const char previous = before(at_);
  if (previous == '%' || byte(at_ + 1) != '%' || byte(at_ + 2) == '%' || budget_ == 0) return false;
  const std::string_view earlier = text_.substr(line_begin_, at_ - line_begin_);
  const size_t last = earlier.find_last_not_of(" \t");
  if (previous == '{' || is_word(previous) ||
      (last != npos && last + 1 < earlier.size() && is_digit(earlier[last]))) {
    return false;
  }
  const size_t limit = std::min(text_.size(), at_ + kLongestTag);
  const size_t close = text_.substr(0, limit).find("%%", at_ + 2);
  if (close == npos || byte(close + 2) == '%') {
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
  const size_t quotes = quote_marks(text_, line_begin_, line_content_);
  ElementEnd element(name);
  FencedCode code;
  size_t end = line_end_after(tag_end);
  size_t word = element.find(text_.substr(0, end), tag_end);
  while (word == npos && end < text_.size()) {
    const size_t line = next_line_after(end);
    end = line_end_after(line);
    const std::string_view content = text_.substr(line, end - line);
    if (without_quote_marks(content, quotes).depth < quotes) break;
    if (!code.has(content)) word = element.find(text_.substr(0, end), line);
  }
  const size_t close = word == npos ? npos : text_.find('>', word);
  if (close != npos) return take_comment(close + 1, npos);
  spend((word == npos ? end : text_.size()) - at_);
  return false;
}

/// The container that opens at `begin`, whose colons are followed by something at `head`. A block
/// quote that ends, ends what it holds.
bool TemplateScanner::take_hidden_container(size_t begin, size_t head) {
  if (!hides_container(text_.substr(head, line_end_ - head)) || budget_ == 0) return false;
  const size_t quotes = quote_marks(text_, line_begin_, begin);
  FencedCode code;
  size_t depth = 1;
  size_t end = line_end_;
  while (depth > 0 && end < text_.size()) {
    const size_t line = next_line_after(end);
    const size_t line_end = line_end_after(line);
    const std::string_view content = text_.substr(line, line_end - line);
    const QuotedLine quoted = without_quote_marks(content, quotes);
    if (quoted.depth < quotes) break;
    end = line_end;
    const size_t colons = run_of(quoted.content, 0, ':');
    if (code.has(content) || colons < 3) continue;
    depth += quoted.content.find_first_not_of(" \t", colons) == npos ? -1 : 1;
  }
  if (depth == 0 || quotes > 0) {
    at_ = begin;
    return take_comment(end, npos);
  }
  spend(text_.size() - begin);
  return false;
}

}  // namespace soiree
