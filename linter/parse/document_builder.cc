#include "linter/parse/document_builder.h"

#include <algorithm>

#include "linter/parse/front_matter.h"
#include "linter/parse/html_text.h"
#include "linter/parse/line_text.h"

namespace soiree {
namespace {

bool is_name_byte(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}

/// The first word of an alert's type: `tip` of `[!tip|right]`, `div` of `[!div class="next"]`.
std::string_view alert_name(std::string_view type) {
  return type.substr(0, type.find_first_of("| "));
}

/// Length of `[!NAME]` at the start of a block quote's first paragraph, 0 when it is no alert. The
/// name may have blanks, digits and attributes (Obsidian, docsify, Microsoft Learn), but nothing
/// that Markdown reads as more than letters.
size_t alert_marker_size(std::string_view content) {
  constexpr size_t kLongest = 80;
  constexpr std::string_view kOthers = "- |:=\".,#%";
  if (!content.starts_with("[!") || content.size() < 4 || !is_name_byte(content[2])) return 0;
  size_t at = 3;
  for (const size_t end = std::min(content.size(), kLongest); at < end; ++at) {
    const char c = content[at];
    const bool inside_word =
        c == '_' && (is_name_byte(content[at - 1]) || content[at - 1] == '_') && at + 1 < end &&
        (is_name_byte(content[at + 1]) || content[at + 1] == '_');
    if (!is_name_byte(c) && !inside_word && kOthers.find(c) == kOthers.npos) break;
  }
  return at < content.size() && content[at] == ']' ? at + 1 : 0;
}

}  // namespace

DocumentBuilder::DocumentBuilder(std::string_view source, std::string_view parsed, SourceSpan body,
                                 Document& document)
    : source_(source),
      parsed_(parsed),
      document_(document),
      lines_(parsed),
      first_line_(lines_.line_of(body.begin)) {}

void DocumentBuilder::visit(const BlockEvent& event) {
  switch (event.kind) {
    case MarkdownBlock::quote:
      return event.enter ? enter_quote(event) : leave_quote(event);
    case MarkdownBlock::list:
      if (event.enter) {
        list_stack_.push_back(++lists_);
      } else {
        list_stack_.pop_back();
      }
      return;
    case MarkdownBlock::footnote:
      in_footnote_ += event.enter ? 1 : -1;
      return;
    case MarkdownBlock::paragraph:
    case MarkdownBlock::heading:
    case MarkdownBlock::table_cell:
      if (!event.enter) return;
      text_block(event);
      return;
    case MarkdownBlock::code:
      if (event.enter) code(event);
      return;
    case MarkdownBlock::html:
      if (event.enter) html(event);
      return;
    case MarkdownBlock::table_row:
      if (event.enter) enter_row(event);
      return;
    case MarkdownBlock::item:
    case MarkdownBlock::table:
    case MarkdownBlock::thematic_break:
      return;
  }
}

SourceSpan DocumentBuilder::line_range(int start_line, int end_line) const {
  const size_t last = lines_.line_count() - 1;
  const size_t first = std::min(source_line(std::max(start_line, 1)), last);
  const size_t end = std::min(source_line(std::max(end_line, start_line)), last);
  return {line_content(first).begin, line_content(std::max(first, end)).end};
}

// --- blocks ---------------------------------------------------------------------------------

uint32_t DocumentBuilder::open_block(uint32_t source) {
  if (document_.text.size() > 0) document_.text.append_separator("\n\n", source);
  return document_.text.size();
}

void DocumentBuilder::close_block(uint32_t text_begin, SourceSpan source, BlockRole role,
                                  uint8_t level, bool mapped) {
  Block block;
  block.text = {text_begin, document_.text.size()};
  block.source = source;
  block.role = role;
  block.level = level;
  block.quote = current_quote();
  block.list = list_stack_.empty() ? 0 : list_stack_.back();
  block.mapped = mapped;
  document_.blocks.push_back(block);
  for (const int32_t index : quote_stack_) {
    TextSpan& quoted = document_.quotes[static_cast<size_t>(index)].text;
    if (quoted.empty()) quoted.begin = text_begin;
    quoted.end = document_.text.size();
  }
}

BlockRole DocumentBuilder::role_of(const BlockEvent& event) const {
  if (event.kind == MarkdownBlock::heading) return BlockRole::heading;
  if (event.kind == MarkdownBlock::table_cell) return BlockRole::table_cell;
  if (in_footnote_ > 0) return BlockRole::footnote;
  return list_stack_.empty() ? BlockRole::prose : BlockRole::list_item;
}

void DocumentBuilder::leaf(const BlockEvent& event) {
  if (event.kind == MarkdownBlock::table_cell) ++next_cell_;
  if (event.inlines.empty()) return;
  const bool placed = event.kind == MarkdownBlock::heading      ? place_heading(event)
                      : event.kind == MarkdownBlock::table_cell ? place_cell(event)
                                                                : place_paragraph(event);
  const BlockRole role = role_of(event);
  if (!placed) return unmapped(event, role);

  std::span<const MarkupSpan> masks = document_.markup;
  if (quote_just_opened_) masks = masks_for_alert(event.content);
  quote_just_opened_ = false;
  const uint32_t before = document_.text.size();
  const uint32_t text_begin = open_block(places_.front().source_begin);
  inline_map_.clear();
  if (!map_inlines(event.content, places_, parsed_, event.inlines, masks, document_.text,
                   inline_map_)) {
    document_.text.truncate(before);
    return unmapped(event, role);
  }
  document_.text_nodes += inline_map_.text_nodes;
  if (document_.text.size() == text_begin && inline_map_.links.empty()) {
    document_.text.truncate(before);
  } else {
    const std::string_view content = trim_right(event.content);
    const LinePlace& last = places_.back();
    const auto size = static_cast<uint32_t>(content.size());
    const uint32_t end = size > last.content_begin ? last.source_begin + size - last.content_begin
                                                   : last.source_begin;
    close_block(text_begin, {places_.front().source_begin, end}, role,
                static_cast<uint8_t>(event.level), true);
  }
  const auto append = [](auto& to, const auto& from) {
    to.insert(to.end(), from.begin(), from.end());
  };
  append(document_.opaque, inline_map_.opaque);
  append(document_.emphasis, inline_map_.emphasis);
  for (InlineMap::Range& link : inline_map_.links) {
    document_.links.push_back({link.text, std::move(link.url), link.image});
  }
  for (const TextSpan quoted : inline_map_.quotes) {
    document_.quotes.push_back({quoted,
                                document_.text.source(quoted),
                                QuoteOrigin::html_inline,
                                current_quote(),
                                false,
                                {}});
  }
  for (const SourceSpan comment : inline_map_.comments) document_.comments.push_back({comment});
  if (current_quote() != kNoQuote) close_html_quote(event);
}

/// `<blockquote>` that a blank line turned into Markdown may end in the middle of a paragraph.
void DocumentBuilder::close_html_quote(const BlockEvent& event) {
  const int32_t top = current_quote();
  if (document_.quotes[static_cast<size_t>(top)].origin != QuoteOrigin::html) return;
  const bool closes =
      std::any_of(event.inlines.begin(), event.inlines.end(), [](const InlineEvent& part) {
        return part.kind == MarkdownInline::html && part.literal.starts_with("</blockquote");
      });
  if (closes) close_quote(top, line_range(event.start_line, event.end_line).end);
}

/// The text without a map: every byte of it stands for the whole block.
void DocumentBuilder::unmapped(const BlockEvent& event, BlockRole role) {
  ++document_.unmapped_blocks;
  std::string text;
  for (const InlineEvent& inline_event : event.inlines) {
    if (inline_event.kind == MarkdownInline::text || inline_event.kind == MarkdownInline::code) {
      text += inline_event.literal;
    } else if (inline_event.kind == MarkdownInline::soft_break ||
               inline_event.kind == MarkdownInline::line_break) {
      text += '\n';
    }
  }
  if (text.empty()) return;
  const SourceSpan source = line_range(event.start_line, event.end_line);
  const uint32_t text_begin = open_block(source.begin);
  document_.text.append_decoded(text, source);
  close_block(text_begin, source, role, static_cast<uint8_t>(event.level), false);
}

void DocumentBuilder::code(const BlockEvent& event) {
  document_.code.push_back(
      {line_range(event.start_line, event.end_line), static_cast<uint32_t>(event.content.size())});
}

void DocumentBuilder::html(const BlockEvent& event) {
  const size_t first = source_line(event.start_line);
  if (!place_lines(event.content, first, lines_.line_count() - 1)) {
    ++document_.unmapped_blocks;
    return;
  }
  HtmlText(*this, event.content, list_stack_.empty() ? BlockRole::prose : BlockRole::list_item)
      .run();
}

// --- quotations -----------------------------------------------------------------------------

int32_t DocumentBuilder::open_quote(QuoteOrigin origin, SourceSpan source,
                                    std::string_view attributes) {
  QuoteBlock quote;
  quote.source = source;
  quote.origin = origin;
  quote.parent = current_quote();
  quote.attributes = attributes;
  document_.quotes.push_back(quote);
  const auto index = static_cast<int32_t>(document_.quotes.size() - 1);
  quote_stack_.push_back(index);
  return index;
}

/// Closes `quote` and every quote still open inside it.
void DocumentBuilder::close_quote(int32_t quote, uint32_t source_end) {
  while (!quote_stack_.empty()) {
    const int32_t top = quote_stack_.back();
    quote_stack_.pop_back();
    QuoteBlock& closed = document_.quotes[static_cast<size_t>(top)];
    closed.source.end = std::max(closed.source.begin, source_end);
    if (top == quote) return;
  }
}

void DocumentBuilder::enter_quote(const BlockEvent& event) {
  open_quote(QuoteOrigin::markdown, line_range(event.start_line, event.end_line), {});
  ++markdown_quotes_;
  quote_just_opened_ = true;
}

void DocumentBuilder::leave_quote(const BlockEvent& event) {
  --markdown_quotes_;
  quote_just_opened_ = false;
  int32_t open = kNoQuote;
  for (auto it = quote_stack_.rbegin(); it != quote_stack_.rend() && open == kNoQuote; ++it) {
    if (document_.quotes[static_cast<size_t>(*it)].origin == QuoteOrigin::markdown) open = *it;
  }
  if (open == kNoQuote) return;
  QuoteBlock& quote = document_.quotes[static_cast<size_t>(open)];
  const SourceSpan source = line_range(event.start_line, event.end_line);
  close_quote(open, source.end);
  if (quote.text.empty() && quote_stack_.empty() && list_stack_.empty()) {
    empty_quote_ = open;
    empty_quote_end_ = event.end_line;
  }
  // `{: .notice}` stands on the line after the quote or on its last line.
  const size_t next = source_line(event.end_line) + 1;
  const uint32_t limit = next < lines_.line_count() ? lines_.line(next).end : source.end;
  for (auto span = std::partition_point(
           document_.markup.begin(), document_.markup.end(),
           [&](const MarkupSpan& markup) { return markup.place.begin < source.begin; });
       span != document_.markup.end() && span->place.begin < limit; ++span) {
    if (span->kind == MarkupKind::attributes && span->whole_line) {
      quote.attributes = span->place.of(source_);
    }
  }
}

void DocumentBuilder::text_block(const BlockEvent& event) {
  const bool resumed = resume_empty_quote(event);
  leaf(event);
  if (resumed) close_quote(current_quote(), line_range(event.start_line, event.end_line).end);
}

bool DocumentBuilder::resume_empty_quote(const BlockEvent& event) {
  const int32_t quote = empty_quote_;
  empty_quote_ = kNoQuote;
  if (quote == kNoQuote || event.kind != MarkdownBlock::paragraph) return false;
  if (event.start_line != empty_quote_end_ + 1) return false;
  quote_stack_.push_back(quote);
  return true;
}

std::span<const MarkupSpan> DocumentBuilder::masks_for_alert(std::string_view content) {
  const size_t size = alert_marker_size(content);
  const int32_t quote = current_quote();
  if (size == 0 || quote == kNoQuote) return document_.markup;
  const std::string_view name = alert_name(content.substr(2, size - 3));
  const bool quoting = equal_ignoring_case(name, "quote") || equal_ignoring_case(name, "cite");
  document_.quotes[static_cast<size_t>(quote)].alert = !quoting;
  MarkupSpan marker;
  marker.place = {places_.front().source_begin,
                  places_.front().source_begin + static_cast<uint32_t>(size)};
  marker.kind = MarkupKind::attributes;
  alert_masks_ = document_.markup;
  alert_masks_.insert(
      std::partition_point(alert_masks_.begin(), alert_masks_.end(),
                           [&](const MarkupSpan& m) { return m.place < marker.place; }),
      marker);
  return alert_masks_;
}

void DocumentBuilder::finish() { shortcode_quotes(); }

}  // namespace soiree
