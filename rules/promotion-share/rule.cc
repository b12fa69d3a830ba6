#include "linter/lint/rule.h"

#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

#include "linter/lint/feed_windows.h"
#include "linter/lint/text_interest.h"
#include "rules/sales-pitch/pitch.h"

namespace soiree {
namespace {

/// From here on a post came to sell, by the measure of sales-pitch.
constexpr double kPitch = 1;
/// Fewer are an announcement with a reminder.
constexpr size_t kFewestPitches = 3;

class PromotionShare : public Check, public ReadsNoText {
 public:
  PromotionShare(const RuleOptions& options, const RuleContext& context)
      : meter_(context),
        share_(options.number("share")),
        blog_share_(options.number("blog-share")),
        size_{static_cast<size_t>(options.integer("window-posts")),
              static_cast<uint32_t>(options.integer("window-days"))} {}

  void observe(const Post& post, const PhraseMatches& phrases, Facts& facts) const override {
    if (meter_.measure(post, phrases).score >= kPitch) facts.set(Trait::promotion);
  }
  void on_feed(const Feed& feed, FeedReport& report) const override;

 private:
  PitchMeter meter_;
  double share_;
  double blog_share_;
  WindowSize size_;
};

void PromotionShare::on_feed(const Feed& feed, FeedReport& report) const {
  const double limit = feed.kind == FeedKind::blog ? blog_share_ : share_;
  const auto takes_part = [](const Facts& post) {
    return post.words > 0 || post.kind == PostKind::repost;
  };
  for (const PostSeries& series : series_of(feed, takes_part)) {
    std::vector<bool> sells(series.posts.size());
    for (size_t i = 0; i < sells.size(); ++i) {
      sells[i] = series.posts[i]->has(Trait::promotion);
    }
    for (const FeedStretch& stretch : stretches_above(series, sells, size_, limit)) {
      const FeedWindow& worst = stretch.worst;
      if (worst.hits < kFewestPitches) continue;
      add_stretch(report, series, sells, stretch,
                  fmt::format("{} promote what is yours ({}); people come back for "
                              "what helps or delights them: put more of that between the offers",
                              hits_words(series, worst), share_words(series, stretch, limit)),
                  "promotes as well");
    }
  }
}

}  // namespace

std::unique_ptr<Check> make_promotion_share(const RuleOptions& options,
                                            const RuleContext& context) {
  return std::make_unique<PromotionShare>(options, context);
}

}  // namespace soiree
