#include "linter/lint/rule.h"

#include <fmt/format.h>

#include <memory>
#include <string>
#include <unordered_set>
#include <vector>

#include "linter/lint/feed_windows.h"
#include "linter/lint/text_interest.h"
#include "rules/checkin-share/intervals.h"
#include "rules/location-checkin/check_in.h"

namespace soiree {
namespace {

constexpr size_t kFewestCheckIns = 3;
/// What people do at about the same time of day varies by more of the interval.
constexpr double kRegularVariation = 0.15;

class CheckinShare : public Check, public ReadsNoText {
 public:
  CheckinShare(const RuleOptions& options, const RuleContext& context)
      : lexicon_(use_check_in_lexicon(*context.phrases)),
        share_(options.number("share")),
        size_{static_cast<size_t>(options.integer("window-posts")),
              static_cast<uint32_t>(options.integer("window-days"))},
        regular_(static_cast<size_t>(options.integer("regular"))) {}

  void observe(const Post& post, const PhraseMatches& phrases, Facts& facts) const override {
    if (post.kind != PostKind::social) return;
    const CheckIn found = find_check_in(post, phrases.of(lexicon_));
    // A field tags every post of a shop with its address; the words speak of something else.
    if (found && found.sign != CheckInSign::location_field) facts.set(Trait::check_in);
  }
  void on_feed(const Feed& feed, FeedReport& report) const override;

 private:
  void check_intervals(const PostSeries& series, const std::unordered_set<const Facts*>& reported,
                       FeedReport& report) const;

  LexiconId lexicon_;
  double share_;
  WindowSize size_;
  size_t regular_;
};

void CheckinShare::check_intervals(const PostSeries& series,
                                   const std::unordered_set<const Facts*>& reported,
                                   FeedReport& report) const {
  std::vector<const Facts*> check_ins;
  for (const Facts* post : series.posts) {
    if (post->has(Trait::check_in)) check_ins.push_back(post);
  }
  for (const RegularRun& run : regular_runs(check_ins, regular_, kRegularVariation)) {
    if (reported.contains(run.posts.back()) || reported.contains(run.posts.front())) continue;
    add_posts(report, run.posts,
              fmt::format("{} posts, one {}, tell where you are and little else; tell what "
                          "others can take from a place, when there is something to tell",
                          run.posts.size(), interval_words(run.seconds)),
              "tells where you are as well");
  }
}

void CheckinShare::on_feed(const Feed& feed, FeedReport& report) const {
  if (feed.kind != FeedKind::social) return;
  const auto takes_part = [](const Facts& post) {
    return post.words > 0 || post.kind == PostKind::repost;
  };
  for (const PostSeries& series : series_of(feed, takes_part)) {
    std::vector<bool> check_ins(series.posts.size());
    for (size_t i = 0; i < check_ins.size(); ++i) {
      check_ins[i] = series.posts[i]->has(Trait::check_in);
    }
    std::unordered_set<const Facts*> reported;
    for (const FeedStretch& stretch : stretches_above(series, check_ins, size_, share_)) {
      const FeedWindow& worst = stretch.worst;
      if (worst.hits < kFewestCheckIns) continue;
      for (size_t i = stretch.whole.first; i < stretch.whole.last; ++i) {
        reported.insert(series.posts[i]);
      }
      add_stretch(report, series, check_ins, stretch,
                  fmt::format("{} tell where you are ({}); keep the places that "
                              "others can use, and say what for",
                              hits_words(series, worst), share_words(series, stretch, share_)),
                  "tells where you are as well");
    }
    check_intervals(series, reported, report);
  }
}

}  // namespace

std::unique_ptr<Check> make_checkin_share(const RuleOptions& options, const RuleContext& context) {
  return std::make_unique<CheckinShare>(options, context);
}

}  // namespace soiree
