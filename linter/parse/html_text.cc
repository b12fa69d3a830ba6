#include "linter/parse/html_text.h"

#include <algorithm>

#include "linter/parse/link_syntax.h"

namespace soiree {
namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

}  // namespace

void HtmlText::run() {
  HtmlScanner scanner(content_);
  while (const std::optional<HtmlPiece> piece = scanner.next()) {
    switch (piece->kind) {
      case HtmlPieceKind::text:
        if (pre_ == 0) text(content_.substr(piece->begin, piece->end - piece->begin), piece->begin);
        break;
      case HtmlPieceKind::start_tag:
      case HtmlPieceKind::end_tag:
        tag(*piece);
        break;
      case HtmlPieceKind::comment:
        builder_.document_.comments.push_back({source(piece->begin, piece->end)});
        break;
      case HtmlPieceKind::other:
        break;
    }
  }
  flush();
}

SourceSpan HtmlText::source(uint32_t begin, uint32_t end) const {
  const auto at = [&](uint32_t offset) {
    const auto& places = builder_.places_;
    const auto after = std::upper_bound(
        places.begin(), places.end(), offset,
        [](uint32_t value, const LinePlace& place) { return value < place.content_begin; });
    const LinePlace& place = *std::prev(after);
    return place.source_begin + (offset - place.content_begin);
  };
  return {at(begin), end > begin ? at(end - 1) + 1 : at(begin)};
}

void HtmlText::text(std::string_view bytes, uint32_t begin) {
  size_t at = 0;
  while (at < bytes.size()) {
    size_t end = at;
    while (end < bytes.size() && bytes[end] != '\n' && bytes[end] != '\r') ++end;
    text_line(bytes.substr(at, end - at), begin + static_cast<uint32_t>(at));
    if (end < bytes.size()) pending_break_ = true;
    at = end + 1;
  }
}

/// One line of text: verbatim runs with decoded entities in between.
void HtmlText::text_line(std::string_view bytes, uint32_t begin) {
  if (!open_ || pending_break_) {
    while (!bytes.empty() && is_space(bytes.front())) {
      bytes.remove_prefix(1);
      ++begin;
    }
  }
  size_t at = 0;
  while (at < bytes.size()) {
    if (bytes[at] == '&') {
      const size_t size = entity_size(bytes.substr(at));
      const std::string value = size == 0 ? "" : decode_entity(bytes.substr(at, size));
      if (!value.empty()) {
        const auto from = begin + static_cast<uint32_t>(at);
        emit(value, source(from, from + static_cast<uint32_t>(size)), false);
        at += size;
        continue;
      }
    }
    const size_t end = std::min(bytes.find('&', at + 1), bytes.size());
    const auto from = begin + static_cast<uint32_t>(at);
    emit(bytes.substr(at, end - at), source(from, begin + static_cast<uint32_t>(end)), true);
    at = end;
  }
}

void HtmlText::emit(std::string_view bytes, SourceSpan source, bool verbatim) {
  if (!open_) {
    text_before_ = builder_.document_.text.size();
    text_begin_ = builder_.open_block(source.begin);
    extent_ = source;
    open_ = true;
  } else if (pending_break_) {
    builder_.document_.text.append_decoded("\n",
                                           {extent_.end, std::max(extent_.end, source.begin)});
  }
  pending_break_ = false;
  extent_.end = source.end;
  MappedText& text = builder_.document_.text;
  if (!verbatim) return text.append_decoded(bytes, source);
  // Template syntax was overwritten before parsing: its place in the text stays empty.
  uint32_t at = source.begin;
  const auto& masks = builder_.document_.markup;
  for (auto mask = std::partition_point(masks.begin(), masks.end(),
                                        [&](const MarkupSpan& m) { return m.place.end <= at; });
       mask != masks.end() && mask->place.begin < source.end; ++mask) {
    if (mask->place.begin > at) {
      text.append_verbatim(bytes.substr(at - source.begin, mask->place.begin - at), at);
    }
    at = std::min(source.end, std::max(at, mask->place.end));
  }
  if (at < source.end) text.append_verbatim(bytes.substr(at - source.begin), at);
}

void HtmlText::flush() {
  pending_break_ = false;
  in_quote_ = false;
  if (code_ > 0 && open_ && builder_.document_.text.size() > code_begin_) {
    builder_.document_.opaque.push_back({code_begin_, builder_.document_.text.size()});
  }
  code_ = 0;
  if (!open_) return;
  open_ = false;
  if (builder_.document_.text.size() == text_begin_) {
    builder_.document_.text.truncate(text_before_);
    return;
  }
  builder_.close_block(text_begin_, extent_, role_, level_, true);
}

void HtmlText::tag(const HtmlPiece& piece) {
  const std::string name = lower_tag_name(content_.substr(piece.begin, piece.end - piece.begin));
  if (name == "pre") {
    flush();
    if (piece.kind == HtmlPieceKind::start_tag) {
      ++pre_;
    } else if (pre_ > 0) {
      --pre_;
    }
  } else if (is_block_element(name)) {
    block_tag(piece, name);
  } else {
    inline_tag(piece, name);
  }
}

void HtmlText::block_tag(const HtmlPiece& piece, std::string_view name) {
  flush();
  const bool start = piece.kind == HtmlPieceKind::start_tag;
  role_ = base_role_;
  level_ = 0;
  if (start && name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
    role_ = BlockRole::heading;
    level_ = static_cast<uint8_t>(name[1] - '0');
  } else if (start && name == "li") {
    role_ = BlockRole::list_item;
  } else if (start && (name == "td" || name == "th")) {
    role_ = BlockRole::table_cell;
  } else if (name == "blockquote" && start) {
    const SourceSpan place = source(piece.begin, piece.end);
    builder_.open_quote(QuoteOrigin::html, place, place.of(builder_.source_));
  } else if (name == "blockquote") {
    const int32_t top = builder_.current_quote();
    const bool ours =
        top != kNoQuote &&
        builder_.document_.quotes[static_cast<size_t>(top)].origin == QuoteOrigin::html;
    if (ours) builder_.close_quote(top, source(piece.begin, piece.end).end);
  }
}

void HtmlText::inline_tag(const HtmlPiece& piece, std::string_view name) {
  const bool start = piece.kind == HtmlPieceKind::start_tag;
  const uint32_t here = builder_.document_.text.size();
  if (name == "br") {
    pending_break_ = open_;
  } else if (name == "code" || name == "kbd" || name == "samp" || name == "tt") {
    if (start) {
      if (code_++ == 0) code_begin_ = open_ ? here : here + (here > 0 ? 2 : 0);
    } else if (code_ > 0 && --code_ == 0 && here > code_begin_) {
      builder_.document_.opaque.push_back({code_begin_, here});
    }
  } else if (name == "q" && open_) {
    if (start) {
      in_quote_ = true;
      quote_begin_ = here;
    } else if (in_quote_ && here > quote_begin_) {
      in_quote_ = false;
      QuoteBlock quote;
      quote.text = {quote_begin_, here};
      quote.source = builder_.document_.text.source(quote.text);
      quote.origin = QuoteOrigin::html_inline;
      quote.parent = builder_.current_quote();
      builder_.document_.quotes.push_back(quote);
    }
  } else if (name == "a" && start && open_) {
    const auto address =
        html_attribute(content_.substr(piece.begin, piece.end - piece.begin), "href");
    if (address) builder_.document_.links.push_back({{here, here}, std::string(*address), false});
  }
}

}  // namespace soiree
