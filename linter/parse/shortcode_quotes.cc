#include <algorithm>
#include <array>

#include "linter/parse/document_builder.h"

namespace soiree {
namespace {

constexpr std::array<std::string_view, 7> kQuoteShortcodes = {
    "blockquote", "quote", "pullquote", "epigraph", "testimonial", "cite", "quotation"};

}  // namespace

void DocumentBuilder::shortcode_quotes() {
  std::vector<const MarkupSpan*> open;
  for (const MarkupSpan& markup : document_.markup) {
    if (markup.role == MarkupRole::standalone) continue;
    std::string_view name = markup.name.of(source_);
    if (name.starts_with("end")) name.remove_prefix(3);
    if (name.starts_with('/')) name.remove_prefix(1);
    if (std::find(kQuoteShortcodes.begin(), kQuoteShortcodes.end(), name) ==
        kQuoteShortcodes.end()) {
      continue;
    }
    if (markup.role == MarkupRole::opens) {
      open.push_back(&markup);
    } else if (!open.empty()) {
      add_shortcode_quote({open.back()->place.end, markup.place.begin},
                          open.back()->place.of(source_));
      open.pop_back();
    }
  }
}

void DocumentBuilder::add_shortcode_quote(SourceSpan inside, std::string_view tag) {
  QuoteBlock quote;
  quote.source = inside;
  quote.origin = QuoteOrigin::shortcode;
  quote.attributes = tag;
  bool found = false;
  const auto index = static_cast<int32_t>(document_.quotes.size());
  for (Block& block : document_.blocks) {
    if (!block.source.overlaps(inside) || block.text.empty()) continue;
    TextSpan covered = block.text;
    if (!inside.contains(block.source)) {
      const auto inner = [&](uint32_t offset) {
        return inside.contains(document_.text.source({offset, offset + 1}));
      };
      while (!covered.empty() && !inner(covered.begin)) ++covered.begin;
      while (!covered.empty() && !inner(covered.end - 1)) --covered.end;
      if (covered.empty()) continue;
    } else if (block.quote == kNoQuote) {
      block.quote = index;
    }
    quote.text.begin = found ? std::min(quote.text.begin, covered.begin) : covered.begin;
    quote.text.end = found ? std::max(quote.text.end, covered.end) : covered.end;
    found = true;
  }
  if (found) document_.quotes.push_back(quote);
}

}  // namespace soiree
