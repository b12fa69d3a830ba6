#include "linter/parse/inline_map.h"

#include <algorithm>

#include "linter/parse/equal_text.h"
#include "linter/parse/link_syntax.h"

namespace soiree {
namespace {

constexpr std::string_view kObjectReplacement = "\xEF\xBF\xBC";

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_line_end(char c) { return c == '\n' || c == '\r'; }

bool leaves_a_word(const MarkupSpan& mask) {
  return mask.role == MarkupRole::standalone && mask.kind != MarkupKind::attributes &&
         mask.kind != MarkupKind::jsx && mask.kind != MarkupKind::container;
}

/// Walks one cursor over the block's inline source, in step with the events.
class Replay {
 public:
  Replay(std::string_view content, std::span<const LinePlace> lines, std::string_view parsed,
         std::span<const MarkupSpan> masks, MappedText& text, InlineMap& map)
      : content_(content),
        lines_(lines),
        parsed_(parsed),
        masks_(masks),
        text_(text),
        map_(map),
        open_(map.open) {
    if (!lines_.empty() && !masks_.empty()) {
      const auto first = std::partition_point(
          masks_.begin(), masks_.end(),
          [&](const MarkupSpan& mask) { return mask.place.end <= lines_.front().source_begin; });
      mask_ = static_cast<size_t>(first - masks_.begin());
    }
  }

  bool run(std::span<const InlineEvent> events) {
    for (const InlineEvent& event : events) {
      if (!step(event)) return false;
    }
    size_t end = content_.size();
    while (end > 0 && (is_blank(content_[end - 1]) || is_line_end(content_[end - 1]))) --end;
    return at_ == end && open_.empty();
  }

 private:
  bool step(const InlineEvent& event) {
    switch (event.kind) {
      case MarkdownInline::text:
        ++map_.text_nodes;
        return text(event.literal);
      case MarkdownInline::soft_break:
        return soft_break();
      case MarkdownInline::line_break:
        return line_break();
      case MarkdownInline::code:
        return code(event.literal);
      case MarkdownInline::html:
        return html(event.literal);
      case MarkdownInline::emphasis:
        return delimiter(event, 1);
      case MarkdownInline::strong:
        return delimiter(event, 2);
      case MarkdownInline::link:
      case MarkdownInline::image:
        return event.enter ? enter_link(event) : leave_link(event);
      case MarkdownInline::footnote_reference:
        return footnote_reference();
    }
    return false;
  }

  // --- places -------------------------------------------------------------------------------

  uint32_t source_at(size_t offset) {
    while (line_ > 0 && lines_[line_].content_begin > offset) --line_;
    while (line_ + 1 < lines_.size() && lines_[line_ + 1].content_begin <= offset) ++line_;
    return lines_[line_].source_begin + static_cast<uint32_t>(offset - lines_[line_].content_begin);
  }

  /// Offset in the content at which the line that holds `offset` ends.
  size_t line_limit(size_t offset) {
    source_at(offset);
    return line_ + 1 < lines_.size() ? lines_[line_ + 1].content_begin : content_.size();
  }

  void emit_verbatim(size_t begin, size_t end) {
    if (in_image_ > 0) return;
    while (begin < end) {
      const size_t limit = std::min(end, line_limit(begin));
      emit_piece(content_.substr(begin, limit - begin), source_at(begin));
      begin = limit;
    }
  }

  void emit_piece(std::string_view bytes, uint32_t source) {
    const auto end = source + static_cast<uint32_t>(bytes.size());
    uint32_t at = source;
    while (mask_ < masks_.size() && masks_[mask_].place.end <= at) ++mask_;
    for (size_t i = mask_; i < masks_.size() && masks_[i].place.begin < end; ++i) {
      const MarkupSpan& mask = masks_[i];
      if (mask.place.begin > at) {
        text_.append_verbatim(bytes.substr(at - source, mask.place.begin - at), at);
      }
      if (leaves_a_word(mask) && last_mask_ != &mask) {
        const uint32_t begin = text_.size();
        text_.append_decoded(kObjectReplacement, mask.place);
        if (html_code_ == 0) map_.opaque.push_back({begin, text_.size()});
      }
      last_mask_ = &mask;
      at = std::min(end, std::max(at, mask.place.end));
    }
    if (at < end) text_.append_verbatim(bytes.substr(at - source), at);
  }

  void emit_decoded(std::string_view bytes, size_t begin, size_t end) {
    if (in_image_ > 0) return;
    const uint32_t source_begin = source_at(begin);
    const uint32_t source_end = end > begin ? source_at(end - 1) + 1 : source_begin;
    text_.append_decoded(bytes, {source_begin, source_end});
  }

  // --- events -------------------------------------------------------------------------------

  bool text(std::string_view literal) {
    // A part of the very content, right here: nothing was decoded.
    if (literal.data() == content_.data() + at_) {
      emit_verbatim(at_, at_ + literal.size());
      at_ += literal.size();
      return true;
    }
    const bool escapes = open_.empty() || !open_.back().autolink;
    size_t used = 0;
    while (used < literal.size()) {
      if (at_ >= content_.size()) return false;
      const char c = content_[at_];
      if (escapes && c == '\\' && at_ + 1 < content_.size() &&
          is_ascii_punctuation(content_[at_ + 1]) && content_[at_ + 1] == literal[used]) {
        emit_decoded(literal.substr(used, 1), at_, at_ + 2);
        at_ += 2;
        ++used;
        continue;
      }
      if (c == '&') {
        const size_t size = entity_size(content_.substr(at_));
        const std::string value = size == 0 ? "" : decode_entity(content_.substr(at_, size));
        if (!value.empty() && literal.substr(used).starts_with(value)) {
          emit_decoded(value, at_, at_ + size);
          at_ += size;
          used += value.size();
          continue;
        }
      }
      const size_t same = equal_text_size(content_.substr(at_), literal.substr(used));
      if (same == 0) return false;
      emit_verbatim(at_, at_ + same);
      at_ += same;
      used += same;
    }
    return true;
  }

  size_t skip_blanks(size_t at) const {
    while (at < content_.size() && is_blank(content_[at])) ++at;
    return at;
  }

  size_t skip_line_end(size_t at) const {
    if (at + 1 < content_.size() && content_[at] == '\r' && content_[at + 1] == '\n') return at + 2;
    return at < content_.size() && is_line_end(content_[at]) ? at + 1 : at;
  }

  bool soft_break() {
    const size_t newline = skip_blanks(at_);
    const size_t next_line = skip_line_end(newline);
    if (next_line == newline) return false;
    const size_t end = skip_blanks(next_line);
    emit_line_end(newline, end);
    at_ = end;
    return true;
  }

  bool line_break() {
    const bool backslash = at_ < content_.size() && content_[at_] == '\\';
    const size_t newline = backslash ? at_ + 1 : skip_blanks(at_);
    const size_t next_line = skip_line_end(newline);
    if (next_line == newline) return false;
    const size_t end = backslash ? next_line : skip_blanks(next_line);
    emit_line_end(at_, end);
    at_ = end;
    return true;
  }

  /// A line end reads as "\n"; it is verbatim when nothing but that byte stands there.
  void emit_line_end(size_t begin, size_t end) {
    if (in_image_ > 0) return;
    // The parser's copy has "\n" for every line end; the source may have "\r\n" or "\r".
    const uint32_t source = source_at(begin);
    const uint32_t next = end < content_.size() ? source_at(end) : source + 1;
    const bool plain = end - begin == 1 && parsed_[source] == '\n' && next == source + 1;
    if (plain) {
      text_.append_verbatim("\n", source);
    } else {
      text_.append_decoded("\n", {source, next});
    }
  }

  bool code(std::string_view literal) {
    size_t ticks = 0;
    while (at_ + ticks < content_.size() && content_[at_ + ticks] == '`') ++ticks;
    const size_t close = find_tick_run(content_, at_ + ticks, ticks);
    if (ticks == 0 || close == std::string_view::npos) return false;
    const size_t end = close + ticks;
    size_t begin_inside = at_ + ticks;
    size_t end_inside = close;
    if (!normalized_code_equals(literal, begin_inside, end_inside)) return false;
    const uint32_t text_begin = text_.size();
    emit_code(begin_inside, end_inside);
    if (html_code_ == 0 && text_.size() > text_begin) {
      map_.opaque.push_back({text_begin, text_.size()});
    }
    at_ = end;
    return true;
  }

  /// Compares the code between the ticks, line ends as blanks and one blank stripped on both sides
  /// where CommonMark does so, with what the parser made of it; narrows the range accordingly.
  bool normalized_code_equals(std::string_view literal, size_t& begin, size_t& end) const {
    const auto normal = [&](size_t from, size_t to) {
      std::string value;
      for (size_t i = from; i < to; ++i) {
        if (content_[i] == '\r' && i + 1 < to && content_[i + 1] == '\n') continue;
        value += is_line_end(content_[i]) ? ' ' : content_[i];
      }
      return value;
    };
    if (normal(begin, end) == literal) return true;
    size_t first = begin;
    first += content_.substr(begin, 2) == "\r\n" ? 2 : 1;
    size_t last = end - 1;
    if (last > first && content_.substr(last - 1, 2) == "\r\n") --last;
    if (first > last || normal(first, last) != literal) return false;
    begin = first;
    end = last;
    return true;
  }

  void emit_code(size_t begin, size_t end) {
    while (begin < end) {
      size_t stop = begin;
      while (stop < end && !is_line_end(content_[stop])) ++stop;
      emit_verbatim(begin, stop);
      if (stop == end) return;
      const size_t next = std::min(end, skip_line_end(stop));
      if (in_image_ == 0) text_.append_decoded(" ", {source_at(stop), source_at(next)});
      begin = next;
    }
  }

  bool html(std::string_view literal) {
    if (content_.substr(at_, literal.size()) != literal) return false;
    const size_t begin = at_;
    at_ += literal.size();
    if (literal.starts_with("<!--")) {
      const uint32_t source_begin = source_at(begin);
      map_.comments.push_back({source_begin, source_at(at_ - 1) + 1});
      return true;
    }
    const bool closing = literal.starts_with("</");
    const std::string name = lower_tag_name(literal);
    if (name == "br") {
      emit_decoded("\n", begin, at_);
    } else if (name == "q") {
      html_quote(closing);
    } else if (name == "code" || name == "kbd" || name == "samp" || name == "tt") {
      html_code(closing);
    }
    return true;
  }

  void html_quote(bool closing) {
    if (!closing) {
      quote_begin_ = text_.size();
      in_quote_ = true;
    } else if (in_quote_) {
      if (text_.size() > quote_begin_) map_.quotes.push_back({quote_begin_, text_.size()});
      in_quote_ = false;
    }
  }

  void html_code(bool closing) {
    if (!closing) {
      if (html_code_++ == 0) code_begin_ = text_.size();
    } else if (html_code_ > 0 && --html_code_ == 0 && text_.size() > code_begin_) {
      map_.opaque.push_back({code_begin_, text_.size()});
    }
  }

  bool delimiter(const InlineEvent& event, size_t size) {
    if (at_ + size > content_.size()) return false;
    for (size_t i = 0; i < size; ++i) {
      if (content_[at_ + i] != '*' && content_[at_ + i] != '_') return false;
    }
    at_ += size;
    if (event.enter) {
      open_.push_back({event.kind, text_.size(), false});
      return true;
    }
    if (open_.empty() || open_.back().kind != event.kind) return false;
    if (text_.size() > open_.back().text_begin) {
      map_.emphasis.push_back({open_.back().text_begin, text_.size()});
    }
    open_.pop_back();
    return true;
  }

  bool enter_link(const InlineEvent& event) {
    const std::string_view rest = content_.substr(at_);
    const bool image = event.kind == MarkdownInline::image;
    const bool autolink = !image && rest.starts_with('<');
    if (image ? !rest.starts_with("![") : !autolink && !rest.starts_with('[')) return false;
    at_ += image ? 2 : 1;
    open_.push_back({event.kind, text_.size(), autolink});
    if (image) ++in_image_;
    return true;
  }

  bool leave_link(const InlineEvent& event) {
    if (open_.empty() || open_.back().kind != event.kind) return false;
    const OpenInline open = open_.back();
    open_.pop_back();
    if (event.kind == MarkdownInline::image) --in_image_;
    const char closing = open.autolink ? '>' : ']';
    if (at_ >= content_.size() || content_[at_] != closing) return false;
    ++at_;
    if (!open.autolink) {
      const std::string_view rest = content_.substr(at_);
      size_t size = inline_link_tail_size(rest);
      if (size == 0) size = link_label_size(rest);
      at_ += size;
    }
    map_.links.push_back({{open.text_begin, text_.size()},
                          std::string(event.literal),
                          event.kind == MarkdownInline::image});
    return true;
  }

  bool footnote_reference() {
    if (!content_.substr(at_).starts_with("[^")) return false;
    const size_t end = content_.find(']', at_);
    if (end == std::string_view::npos) return false;
    at_ = end + 1;
    return true;
  }

  std::string_view content_;
  std::span<const LinePlace> lines_;
  std::string_view parsed_;
  std::span<const MarkupSpan> masks_;
  MappedText& text_;
  InlineMap& map_;
  size_t at_ = 0;
  size_t line_ = 0;
  size_t mask_ = 0;
  const MarkupSpan* last_mask_ = nullptr;
  std::vector<OpenInline>& open_;
  int in_image_ = 0;
  int html_code_ = 0;
  uint32_t code_begin_ = 0;
  bool in_quote_ = false;
  uint32_t quote_begin_ = 0;
};

}  // namespace

bool map_inlines(std::string_view content, std::span<const LinePlace> lines,
                 std::string_view parsed, std::span<const InlineEvent> events,
                 std::span<const MarkupSpan> masks, MappedText& text, InlineMap& map) {
  const uint32_t before = text.size();
  if (Replay(content, lines, parsed, masks, text, map).run(events)) return true;
  text.truncate(before);
  return false;
}

}  // namespace soiree
