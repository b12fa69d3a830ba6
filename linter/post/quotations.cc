#include "linter/post/quotations.h"

#include <algorithm>

#include "linter/post/attribution.h"
#include "linter/post/callouts.h"
#include "linter/post/quote_marks.h"

namespace soiree {
namespace {

/// Two words in quotation marks are a name, a title or irony, not somebody's sentence.
constexpr uint32_t kShortestInlineQuotation = 3;

uint32_t first_token_at(const Post& post, uint32_t offset) {
  const auto tokens = post.tokens();
  const auto found = std::partition_point(
      tokens.begin(), tokens.end(), [&](const Token& token) { return token.span.begin < offset; });
  return static_cast<uint32_t>(found - tokens.begin());
}

void set_tokens(const Post& post, Quotation& quotation) {
  quotation.first_token = first_token_at(post, quotation.text.begin);
  quotation.last_token = first_token_at(post, quotation.text.end);
  quotation.words = 0;
  for (uint32_t i = quotation.first_token; i < quotation.last_token; ++i) {
    if (is_word(post.tokens()[i])) ++quotation.words;
  }
}

void add(const Post& post, TextSpan text, QuotationForm form, std::vector<Quotation>& found) {
  Quotation quotation;
  quotation.text = text;
  quotation.form = form;
  set_tokens(post, quotation);
  if (quotation.words == 0) return;
  if (form == QuotationForm::inline_marks && quotation.words < kShortestInlineQuotation) return;
  found.push_back(quotation);
}

void add_quote_blocks(const Post& post, std::vector<Quotation>& found) {
  for (const QuoteBlock& quote : post.document.quotes) {
    if (quote.text.empty()) continue;
    const bool nested = quote.parent != kNoQuote && quote.origin != QuoteOrigin::html_inline;
    if (nested || is_callout(post, quote)) continue;
    add(post, quote.text,
        quote.origin == QuoteOrigin::html_inline ? QuotationForm::inline_marks
                                                 : QuotationForm::block,
        found);
  }
}

void add_marked_passages(const Post& post, std::vector<Quotation>& found) {
  size_t opaque = 0;
  const auto& ranges = post.document.opaque;
  for (const Block& block : post.document.blocks) {
    while (opaque < ranges.size() && ranges[opaque].end <= block.text.begin) ++opaque;
    for (const MarkedPassage& passage :
         find_marked_passages(post.text(), block.text, std::span(ranges).subspan(opaque))) {
      add(post, passage.inside, QuotationForm::inline_marks, found);
    }
  }
}

bool is_word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// "RT @user: ..." and "MT @user ...": from there to the end somebody else speaks.
void add_repost(const Post& post, std::vector<Quotation>& found) {
  const std::string_view text = post.text();
  for (size_t at = 0; (at = text.find("T @", at)) != std::string_view::npos; ++at) {
    if (at == 0 || (text[at - 1] != 'R' && text[at - 1] != 'M')) continue;
    if (at > 1 && is_word_character(text[at - 2])) continue;
    size_t begin = at + 3;
    while (begin < text.size() && is_word_character(text[begin])) ++begin;
    while (begin < text.size() && (text[begin] == ':' || text[begin] == ' ')) ++begin;
    add(post, {static_cast<uint32_t>(begin), static_cast<uint32_t>(text.size())},
        QuotationForm::repost, found);
    if (!found.empty()) {
      found.back().attributed = true;
      found.back().attribution = {static_cast<uint32_t>(at - 1), static_cast<uint32_t>(begin)};
    }
    return;
  }
}

/// Sorted by place; a quotation inside another one belongs to the outer.
void keep_outermost(std::vector<Quotation>& found) {
  std::stable_sort(found.begin(), found.end(), [](const Quotation& a, const Quotation& b) {
    if (a.text.begin != b.text.begin) return a.text.begin < b.text.begin;
    return a.text.end > b.text.end;
  });
  uint32_t end = 0;
  std::erase_if(found, [&](const Quotation& quotation) {
    if (quotation.text.begin < end) return true;
    end = quotation.text.end;
    return false;
  });
}

}  // namespace

void find_quotations(Post& post) {
  std::vector<Quotation> found;
  add_quote_blocks(post, found);
  add_marked_passages(post, found);
  if (post.is_short()) add_repost(post, found);
  keep_outermost(found);
  for (Quotation& quotation : found) find_attribution(post, quotation);
  post.quotations = std::move(found);
}

}  // namespace soiree
