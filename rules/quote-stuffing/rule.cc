#include "linter/lint/rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "rules/quote-stuffing/short_post.h"

namespace soiree {
namespace {

/// Up to here a social post is judged as a whole; longer ones are read like articles.
constexpr uint32_t kLongestShortPost = 60;
constexpr uint32_t kShortestQuotedInShort = 3;
/// Fewer words in quotation marks are names, titles and irony.
constexpr uint32_t kShortestInline = 5;
/// Below this many words in block quotes and answers, the share must reach kShareOfMarksAlone:
/// marks in running text are also sample sentences.
constexpr uint32_t kFewestInBlocks = 25;
constexpr double kShareOfMarksAlone = 0.5;
constexpr size_t kMostNotes = 2;

bool has_running_text(const Block& block) {
  return block.role == BlockRole::prose || block.role == BlockRole::list_item ||
         block.role == BlockRole::footnote;
}

struct Piece {
  const Quotation* quotation;
  uint32_t words;
};

struct ArticleQuotes {
  uint32_t total = 0;
  uint32_t blocks = 0;
  uint32_t marks = 0;
  uint32_t answers = 0;
  std::vector<Piece> pieces;  ///< counted quotations

  uint32_t quoted() const { return blocks + marks + answers; }
  double share() const { return total == 0 ? 0 : static_cast<double>(quoted()) / total; }
};

/// Words among the tokens [first, last).
uint32_t count_words(const Post& post, uint32_t first, uint32_t last) {
  const auto tokens = post.tokens().subspan(first, last - first);
  return static_cast<uint32_t>(std::count_if(tokens.begin(), tokens.end(), is_word));
}

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
    const bool answer = quotation.form == QuotationForm::answer;
    if ((inline_marks && words[i] < kShortestInline) || (answer && !interviews)) continue;
    (inline_marks ? measured.marks : answer ? measured.answers : measured.blocks) += words[i];
    if (words[i] > 0) measured.pieces.push_back({&quotation, words[i]});
  }
  if (measured.answers > 0) {
    // An interview is measured by its turns; marks inside a turn belong to it.
    measured.marks = 0;
    std::erase_if(measured.pieces, [](const Piece& piece) {
      return piece.quotation->form == QuotationForm::inline_marks;
    });
  }
  return measured;
}

int percent(double share) { return static_cast<int>(std::lround(share * 100)); }

class QuoteStuffing : public Check {
 public:
  explicit QuoteStuffing(const RuleOptions& options)
      : share_(options.number("share")),
        short_share_(options.number("short-share")),
        minimum_words_(static_cast<uint32_t>(options.integer("minimum-words"))),
        interviews_(options.boolean("interviews")) {}

  void on_post(const Post& post, const PhraseMatches& /*phrases*/, Report& report) const override {
    if (post.quotations.empty()) return;
    if (post.kind == PostKind::reply || post.kind == PostKind::direct_message) return;
    if (post.kind == PostKind::repost) return;  // the file says that these are another's words
    if (post.is_short()) {
      const ShortPostQuotes measured = measure_short_post(post);
      if (measured.quoted + measured.own <= kLongestShortPost) {
        check_short(post, measured, report);
        return;
      }
    }
    check_article(post, report);
  }

 private:
  void check_short(const Post& post, const ShortPostQuotes& measured, Report& report) const {
    if (post.text().starts_with('@')) return;  // an answer to somebody
    const uint32_t total = measured.quoted + measured.own;
    const double share = total == 0 ? 0 : static_cast<double>(measured.quoted) / total;
    if (measured.quoted < kShortestQuotedInShort || share < short_share_) return;
    report.add(measured.longest,
               measured.own == 0
                   ? std::string("this post is nothing but somebody else's words; add what you "
                                 "make of them, or leave it out")
                   : fmt::format("{} of this post's {} words are somebody else's; say what you "
                                 "make of them, in more words than the quotation has",
                                 measured.quoted, total));
  }

  void check_article(const Post& post, Report& report) const {
    ArticleQuotes measured = measure_article(post, interviews_);
    const double share = measured.share();
    const bool enough = measured.blocks + measured.answers >= kFewestInBlocks
                            ? share >= share_
                            : share >= std::max(share_, kShareOfMarksAlone);
    if (!enough || measured.total < minimum_words_ || measured.pieces.empty()) return;
    std::stable_sort(measured.pieces.begin(), measured.pieces.end(),
                     [](const Piece& a, const Piece& b) { return a.words > b.words; });
    FindingHandle finding = report.add(measured.pieces.front().quotation->text, message(measured));
    for (size_t i = 1; i < measured.pieces.size() && i <= kMostNotes; ++i) {
      const Piece& piece = measured.pieces[i];
      finding.note(piece.quotation->text, fmt::format("{} more quoted words", piece.words));
    }
  }

  static std::string message(const ArticleQuotes& measured) {
    const int share = percent(measured.share());
    if (measured.answers * 2 > measured.quoted()) {
      return fmt::format(
          "{} of {} words ({} %) are the answers of the person interviewed; readers come for your "
          "view as well: sum up, put in context, and keep the best answers",
          measured.quoted(), measured.total, share);
    }
    return fmt::format(
        "{} of {} words ({} %) are quoted; readers came for your words: keep the sentence that "
        "matters, link to the rest and say what you make of it",
        measured.quoted(), measured.total, share);
  }

  double share_;
  double short_share_;
  uint32_t minimum_words_;
  bool interviews_;
};

}  // namespace

std::unique_ptr<Check> make_quote_stuffing(const RuleOptions& options,
                                           const RuleContext& /*context*/) {
  return std::make_unique<QuoteStuffing>(options);
}

}  // namespace soiree
