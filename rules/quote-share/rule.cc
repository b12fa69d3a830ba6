#include "linter/lint/rule.h"

#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

#include "linter/lint/feed_windows.h"
#include "linter/lint/text_interest.h"
#include "rules/quote-share/quoted.h"
#include "rules/quote-share/repeats.h"
#include "rules/quote-stuffing/quote_post.h"

namespace soiree {
namespace {

/// Share of an article's words from which on it is mostly somebody else's.
constexpr double kMostly = 0.5;

/// Posts of a series that have been spoken of.
class Covered {
 public:
  explicit Covered(size_t posts) : covered_(posts) {}
  void add(const FeedWindow& window) {
    for (size_t i = window.first; i < window.last; ++i) covered_[i] = true;
  }
  bool has(size_t post) const { return covered_[post]; }
  /// Looks at both ends only: what is asked for is no longer than what was added.
  bool overlaps(const FeedWindow& window) const {
    return has(window.first) || has(window.last - 1);
  }

 private:
  std::vector<bool> covered_;
};

class QuoteShare : public Check, public TextInterest {
 public:
  explicit QuoteShare(const RuleOptions& options)
      : share_(options.number("share")),
        size_{static_cast<size_t>(options.integer("window-posts")),
              static_cast<uint32_t>(options.integer("window-days"))},
        run_(static_cast<size_t>(options.integer("run"))),
        same_person_(static_cast<size_t>(options.integer("same-person"))) {}

  void observe(const Post& post, const PhraseMatches& /*phrases*/, Facts& facts) const override {
    QuoteLimits limits;
    limits.share = kMostly;
    limits.interviews = false;  // a guest's answers are why readers come
    if (!is_quote_post(post, limits) || passes_on(post)) return;
    facts.set(Trait::quote);
    note_quotations(post, facts);
  }
  void on_feed(const Feed& feed, FeedReport& report) const override;
  bool reads_text_of(const Facts& post) const override { return !post.quotations.empty(); }

 private:
  /// "RT @kim ...": passing on is a courtesy, however often.
  static bool passes_on(const Post& post) {
    for (const Quotation& quotation : post.quotations) {
      if (quotation.form == QuotationForm::repost) return true;
    }
    return false;
  }
  void check_shares(const PostSeries& series, Covered& covered, FeedReport& report) const;
  void check_runs(const PostSeries& series, Covered& covered, FeedReport& report) const;
  void check_persons(const PostSeries& series, const Covered& covered, FeedReport& report) const;
  static void check_repeats(const PostSeries& series, const Covered& covered, FeedReport& report);

  double share_;
  WindowSize size_;
  size_t run_;
  size_t same_person_;
};

std::vector<bool> quote_posts(const PostSeries& series) {
  std::vector<bool> quotes(series.posts.size());
  for (size_t i = 0; i < quotes.size(); ++i) quotes[i] = series.posts[i]->has(Trait::quote);
  return quotes;
}

void QuoteShare::check_shares(const PostSeries& series, Covered& covered,
                              FeedReport& report) const {
  const std::vector<bool> quotes = quote_posts(series);
  for (const FeedStretch& stretch : stretches_above(series, quotes, size_, share_)) {
    covered.add(stretch.whole);
    const FeedWindow& worst = stretch.worst;
    add_stretch(report, series, quotes, stretch,
                fmt::format("{} are mostly somebody else's words ({}); people "
                            "follow you for yours: say what you make of a quotation, or quote less",
                            hits_words(series, worst), share_words(series, stretch, share_)),
                "a quotation as well");
  }
}

void QuoteShare::check_runs(const PostSeries& series, Covered& covered, FeedReport& report) const {
  if (run_ == 0 || !series.dated || series.posts.size() < size_.posts) return;
  const std::vector<bool> quotes = quote_posts(series);
  for (const FeedWindow& run : runs_of(series, quotes, {run_, 0})) {
    if (covered.overlaps(run)) continue;
    covered.add(run);
    add_window(report, series, quotes, run,
               fmt::format("{} are one quotation after the other; put a post of your own between "
                           "them, or say what you make of them",
                           window_words(series, run)),
               "a quotation as well");
  }
}

void QuoteShare::check_persons(const PostSeries& series, const Covered& covered,
                               FeedReport& report) const {
  if (series.posts.size() < size_.posts) return;
  for (const QuotedPerson& person : persons_quoted_often(series, same_person_, size_.posts)) {
    if (covered.overlaps(person.window)) continue;
    add_posts(report, person.posts,
              fmt::format("{} is quoted in {}; let others have a say, or tell what you "
                          "yourself think",
                          person.name, hits_words(series, person.window)),
              "quotes the same person");
  }
}

void QuoteShare::check_repeats(const PostSeries& series, const Covered& covered,
                               FeedReport& report) {
  for (const RepeatedQuotation& places : repeated_quotations(series)) {
    if (covered.has(places.back())) continue;  // who posts quotations all day repeats some
    std::vector<const Facts*> posts;
    for (const size_t place : places) posts.push_back(series.posts[place]);
    const std::string where =
        posts.size() == 2 ? "another post" : fmt::format("{} other posts", posts.size() - 1);
    add_posts(report, posts,
              fmt::format("a quotation of this post is in {} of this feed too; who follows you "
                          "has read it: take another one, or say it yourself",
                          where),
              "the same quotation");
  }
}

void QuoteShare::on_feed(const Feed& feed, FeedReport& report) const {
  const auto takes_part = [](const Facts& post) {
    return post.words > 0 && (post.kind == PostKind::article || post.kind == PostKind::social);
  };
  for (const PostSeries& series : series_of(feed, takes_part)) {
    Covered covered(series.posts.size());
    check_shares(series, covered, report);
    check_runs(series, covered, report);
    check_persons(series, covered, report);
    if (feed.kind == FeedKind::social) check_repeats(series, covered, report);
  }
}

}  // namespace

std::unique_ptr<Check> make_quote_share(const RuleOptions& options,
                                        const RuleContext& /*context*/) {
  return std::make_unique<QuoteShare>(options);
}

}  // namespace soiree
