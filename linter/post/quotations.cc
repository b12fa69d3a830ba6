#include "linter/post/quotations.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "linter/post/attribution.h"
#include "linter/post/callouts.h"
#include "linter/post/dialogue.h"
#include "linter/post/own_words.h"
#include "linter/post/quote_marks.h"
#include "linter/post/quoted_title.h"
#include "linter/post/reposts.h"
#include "linter/post/said.h"
#include "linter/post/text_places.h"

namespace soiree {
namespace {

constexpr uint32_t kShortestUnclosed = 15;  // bytes after a mark that never closes

void count_tokens(const Post& post, Quotation& quotation) {
  quotation.first_token = first_token_at(post, quotation.text.begin);
  quotation.last_token = first_token_at(post, quotation.text.end);
  const auto inside =
      post.tokens().subspan(quotation.first_token, quotation.last_token - quotation.first_token);
  quotation.words = static_cast<uint32_t>(std::count_if(inside.begin(), inside.end(), is_word));
}

void add(TextSpan text, QuotationForm form, std::vector<Quotation>& found) {
  Quotation quotation;
  quotation.text = text;
  quotation.form = form;
  found.push_back(quotation);
}

void add_quote_blocks(const Post& post, std::vector<Quotation>& found) {
  const auto& quotes = post.document.quotes;
  std::vector<bool> counted(quotes.size(), false);
  Callouts callouts(post);
  // Nested quotes begin at one place: the sentence before it is read once.
  std::optional<std::pair<uint32_t, bool>> last;
  const auto is_announced = [&](uint32_t begin) {
    if (!last || last->first != begin) last.emplace(begin, announces_own_words(post, begin));
    return last->second;
  };
  for (size_t i = 0; i < quotes.size(); ++i) {
    const QuoteBlock& quote = quotes[i];
    if (quote.parent != kNoQuote && counted[static_cast<size_t>(quote.parent)]) {
      counted[i] = true;
      continue;
    }
    const bool in_line = quote.origin == QuoteOrigin::html_inline;
    if (quote.text.empty() || callouts.has(quote)) continue;
    if (!in_line && is_announced(quote.text.begin)) continue;
    counted[i] = true;
    add(quote.text, in_line ? QuotationForm::inline_marks : QuotationForm::block, found);
  }
}

/// True when a mark that never closes in `block` still opens a quotation: the next paragraph of it
/// begins with the same mark again, or a short post was cut off or repeats a handle's post.
bool goes_on(const Post& post, size_t block, const MarkedPassage& passage) {
  if (passage.inside.size() < kShortestUnclosed) return false;
  if (post.is_short()) {
    // Exports leave a straight mark behind; who types a curly one means it.
    if (post.text()[passage.whole.begin] != '"') return true;
    const std::string_view text = post.text(passage.inside);
    return text.starts_with('@') || text.ends_with("...") || text.ends_with("\u2026");
  }
  if (block + 1 == post.document.blocks.size()) return false;
  const std::string_view mark =
      post.text({passage.whole.begin, std::min(passage.whole.end, passage.inside.begin)});
  return post.text(post.document.blocks[block + 1].text).starts_with(mark);
}

void add_marked_passages(const Post& post, std::vector<Quotation>& found) {
  size_t opaque = 0;
  const auto& ranges = post.document.opaque;
  std::vector<MarkedPassage> passages;
  for (size_t i = 0; i < post.document.blocks.size(); ++i) {
    const Block& block = post.document.blocks[i];
    while (opaque < ranges.size() && ranges[opaque].end <= block.text.begin) ++opaque;
    passages.clear();
    find_marked_passages(post.text(), block.text, std::span(ranges).subspan(opaque), passages);
    for (const MarkedPassage& passage : passages) {
      if (!passage.closed && !goes_on(post, i, passage)) continue;
      if (wraps_own_words(post, passage)) continue;
      add(passage.inside, QuotationForm::inline_marks, found);
    }
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

/// Tags of the quote blocks, to be asked in the order of their places.
class Tags {
 public:
  explicit Tags(const Document& document) {
    for (const QuoteBlock& quote : document.quotes) {
      if (!quote.attributes.empty()) tags_.push_back(&quote);
    }
    std::stable_sort(tags_.begin(), tags_.end(), [](const QuoteBlock* a, const QuoteBlock* b) {
      return a->text.begin < b->text.begin;
    });
  }
  std::string_view at(uint32_t begin) {
    while (next_ < tags_.size() && tags_[next_]->text.begin < begin) ++next_;
    const bool here = next_ < tags_.size() && tags_[next_]->text.begin == begin;
    return here ? tags_[next_]->attributes : std::string_view();
  }

 private:
  std::vector<const QuoteBlock*> tags_;
  size_t next_ = 0;
};

}  // namespace

void find_quotations(Post& post) {
  std::vector<Quotation> found;
  add_quote_blocks(post, found);
  add_marked_passages(post, found);
  find_said(post, found);
  if (post.is_short()) {
    find_reposts(post, found);
  } else {
    find_answers(post, found);
    find_quoted_title(post, found);
  }
  keep_outermost(found);
  for (Quotation& quotation : found) count_tokens(post, quotation);
  std::erase_if(found, [](const Quotation& quotation) { return quotation.words == 0; });
  Tags tags(post.document);
  for (Quotation& quotation : found) {
    find_attribution(post, tags.at(quotation.text.begin), quotation);
  }
  post.quotations = std::move(found);
}

bool is_quoted(const Post& post, uint32_t token) {
  const auto quotation =
      std::partition_point(post.quotations.begin(), post.quotations.end(),
                           [token](const Quotation& other) { return other.last_token <= token; });
  return quotation != post.quotations.end() && quotation->first_token <= token;
}

}  // namespace soiree
