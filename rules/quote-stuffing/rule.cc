#include "linter/lint/rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "rules/quote-stuffing/quote_post.h"

namespace soiree {
namespace {

constexpr size_t kMostNotes = 2;
constexpr std::string_view kNothingElse =
    "this post is nothing but somebody else's words; add what you make of them, or leave it out";

int percent(double share) { return static_cast<int>(std::lround(share * 100)); }

class QuoteStuffing : public Check {
 public:
  explicit QuoteStuffing(const RuleOptions& options)
      : limits_{options.number("share"), options.number("short-share"),
                static_cast<uint32_t>(options.integer("minimum-words")),
                options.boolean("interviews")} {}

  void on_post(const Post& post, const PhraseMatches& /*phrases*/, Report& report) const override {
    if (!may_be_stuffed(post)) return;
    if (post.is_short()) {
      const ShortPostQuotes measured = measure_short_post(post);
      if (is_judged_as_short(measured)) {
        if (is_stuffed(measured, limits_)) report_short(measured, report);
        return;
      }
    }
    ArticleQuotes measured = measure_article(post, limits_.interviews);
    if (is_stuffed(measured, limits_)) report_article(measured, report);
  }

 private:
  static void report_short(const ShortPostQuotes& measured, Report& report) {
    report.add(measured.longest,
               measured.own == 0
                   ? std::string(kNothingElse)
                   : fmt::format("{} of this post's {} words are somebody else's; say what you "
                                 "make of them, in more words than the quotation has",
                                 measured.quoted, measured.quoted + measured.own));
  }

  static void report_article(ArticleQuotes& measured, Report& report) {
    if (measured.nothing_but != nullptr) {
      report.add(measured.nothing_but->text, std::string(kNothingElse));
      return;
    }
    std::stable_sort(measured.pieces.begin(), measured.pieces.end(),
                     [](const QuotedPiece& a, const QuotedPiece& b) { return a.words > b.words; });
    FindingHandle finding = report.add(measured.pieces.front().quotation->text, message(measured));
    for (size_t i = 1; i < measured.pieces.size() && i <= kMostNotes; ++i) {
      const QuotedPiece& piece = measured.pieces[i];
      finding.note(piece.quotation->text, fmt::format("{} more quoted words", piece.words));
    }
  }

  static std::string message(const ArticleQuotes& measured) {
    const int share = percent(measured.share());
    if (measured.answers * 2 > measured.quoted()) {
      return fmt::format(
          "{} of {} words ({} %) are answers, printed as they were given; readers come for "
          "your view as well: sum up, put in context, and keep the best answers",
          measured.quoted(), measured.total, share);
    }
    return fmt::format(
        "{} of {} words ({} %) are quoted; readers came for your words: keep the sentence that "
        "matters, link to the rest and say what you make of it",
        measured.quoted(), measured.total, share);
  }

  QuoteLimits limits_;
};

}  // namespace

std::unique_ptr<Check> make_quote_stuffing(const RuleOptions& options,
                                           const RuleContext& /*context*/) {
  return std::make_unique<QuoteStuffing>(options);
}

}  // namespace soiree
