#include "rules/quote-stuffing/quote_post.h"

#include <algorithm>

namespace soiree {
namespace {

constexpr uint32_t kLongestShortPost = 60;
constexpr uint32_t kShortestQuotedInShort = 3;
/// Fewer words in quotation marks are names, titles and irony.
constexpr uint32_t kShortestInline = 5;
/// Below this many words in block quotes and answers, the share must reach kShareOfMarksAlone:
/// marks in running text are also sample sentences.
constexpr uint32_t kFewestInBlocks = 25;
constexpr double kShareOfMarksAlone = 0.5;

bool has_running_text(const Block& block) {
  return block.role == BlockRole::prose || block.role == BlockRole::list_item ||
         block.role == BlockRole::footnote;
}

/// Words among the tokens [first, last).
uint32_t count_words(const Post& post, uint32_t first, uint32_t last) {
  const auto tokens = post.tokens().subspan(first, last - first);
  return static_cast<uint32_t>(std::count_if(tokens.begin(), tokens.end(), is_word));
}

/// The quotation in the title of a post that has no text, as a page with a film has none.
const Quotation* quoted_title(const Post& post) {
  const auto& blocks = post.document.blocks;
  const bool more = std::any_of(blocks.begin(), blocks.end(), [](const Block& block) {
    return block.role != BlockRole::title && block.role != BlockRole::description;
  });
  if (more) return nullptr;
  for (const Quotation& quotation : post.quotations) {
    const Block& block = post.document.blocks[post.block_of(quotation.first_token)];
    if (block.role != BlockRole::title) continue;
    if (quotation.form == QuotationForm::said && quotation.text == block.text) return &quotation;
  }
  return nullptr;
}

}  // namespace

ArticleQuotes measure_article(const Post& post, bool interviews) {
  ArticleQuotes measured;
  std::vector<uint32_t> words(post.quotations.size(), 0);
  size_t next = 0;
  for (size_t i = 0; i < post.document.blocks.size(); ++i) {
    if (!has_running_text(post.document.blocks[i])) continue;
    const uint32_t first = post.block_tokens[i];
    const uint32_t last = post.block_tokens[i + 1];
    measured.total += count_words(post, first, last);
    while (next < words.size() && post.quotations[next].last_token <= first) ++next;
    for (size_t j = next; j < words.size() && post.quotations[j].first_token < last; ++j) {
      const Quotation& quotation = post.quotations[j];
      words[j] += count_words(post, std::max(first, quotation.first_token),
                              std::min(last, quotation.last_token));
    }
  }
  for (size_t i = 0; i < words.size(); ++i) {
    const Quotation& quotation = post.quotations[i];
    const bool inline_marks = quotation.form == QuotationForm::inline_marks;
    const bool answer =
        quotation.form == QuotationForm::answer || quotation.form == QuotationForm::program;
    if ((inline_marks && words[i] < kShortestInline) || (answer && !interviews)) continue;
    (inline_marks ? measured.marks : answer ? measured.answers : measured.blocks) += words[i];
    if (words[i] > 0) measured.pieces.push_back({&quotation, words[i]});
  }
  if (measured.total == 0) measured.nothing_but = quoted_title(post);
  if (measured.answers > 0) {
    // An interview is measured by its turns; marks inside a turn belong to it.
    measured.marks = 0;
    std::erase_if(measured.pieces, [](const QuotedPiece& piece) {
      return piece.quotation->form == QuotationForm::inline_marks;
    });
  }
  return measured;
}

bool may_be_stuffed(const Post& post) {
  if (post.quotations.empty()) return false;
  if (post.kind == PostKind::reply || post.kind == PostKind::direct_message) return false;
  if (post.kind == PostKind::repost) return false;  // the file says that these are another's words
  return !post.is_short() || !post.text().starts_with('@');  // an answer to somebody
}

bool is_judged_as_short(const ShortPostQuotes& measured) {
  return measured.quoted + measured.own <= kLongestShortPost;
}

bool is_stuffed(const ShortPostQuotes& measured, const QuoteLimits& limits) {
  const uint32_t total = measured.quoted + measured.own;
  const double share = total == 0 ? 0 : static_cast<double>(measured.quoted) / total;
  return measured.quoted >= kShortestQuotedInShort && share >= limits.short_share;
}

bool is_stuffed(const ArticleQuotes& measured, const QuoteLimits& limits) {
  if (measured.nothing_but != nullptr) return true;
  const bool in_blocks = measured.blocks + measured.answers >= kFewestInBlocks;
  const double least = in_blocks ? limits.share : std::max(limits.share, kShareOfMarksAlone);
  return measured.share() >= least && measured.total >= limits.minimum_words &&
         !measured.pieces.empty();
}

bool is_quote_post(const Post& post, const QuoteLimits& limits) {
  if (!may_be_stuffed(post)) return false;
  if (post.is_short()) {
    const ShortPostQuotes measured = measure_short_post(post);
    if (is_judged_as_short(measured)) return is_stuffed(measured, limits);
  }
  return is_stuffed(measure_article(post, limits.interviews), limits);
}

}  // namespace soiree
