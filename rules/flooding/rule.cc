#include "linter/lint/rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <vector>

#include "linter/lint/posting_times.h"
#include "linter/lint/spoken_times.h"
#include "linter/lint/text_interest.h"

namespace soiree {
namespace {

constexpr int64_t kHour = 3600;
/// The usual pause speaks for a stretch when so much of it is made of such pauses.
constexpr double kSteady = 0.7;

/// `posts` appearances within `seconds` are a flood.
struct Limit {
  int64_t seconds = 0;
  size_t posts = 0;
};

class Flooding : public Check, public ReadsNoText {
 public:
  explicit Flooding(const RuleOptions& options) {
    const auto posts = [&](std::string_view name) {
      return static_cast<size_t>(options.integer(name));
    };
    limits_ = {Limit{kHour, posts("per-hour")}, Limit{24 * kHour, posts("per-day")},
               Limit{168 * kHour, posts("per-week")}};
  }
  void on_feed(const Feed& feed, FeedReport& report) const override;

 private:
  std::array<Limit, 3> limits_;
};

void add_crowded(const std::vector<Appearance>& appearances, const Limit& limit,
                 std::vector<Stretch>& stretches) {
  for (size_t first = 0; first + limit.posts <= appearances.size(); ++first) {
    const size_t last = first + limit.posts - 1;
    if (appearances[last].unix_seconds - appearances[first].unix_seconds < limit.seconds) {
      stretches.push_back({first, last});
    }
  }
}

/// The largest number of appearances within an hour of `stretch`.
size_t busiest_hour(const std::vector<Appearance>& appearances, const Stretch& stretch) {
  size_t most = 0;
  size_t first = stretch.first;
  for (size_t last = stretch.first; last <= stretch.last; ++last) {
    while (appearances[last].unix_seconds - appearances[first].unix_seconds >= kHour) ++first;
    most = std::max(most, last - first + 1);
  }
  return most;
}

std::string describe(const PostingTimes& times, const Stretch& stretch) {
  const int64_t seconds = times.seconds(stretch);
  const int64_t pause = times.median_pause(stretch);
  const auto pauses = static_cast<double>(stretch.count() - 1);
  const bool steady = static_cast<double>(pause) * pauses >= kSteady * static_cast<double>(seconds);
  const std::string rhythm =
      steady ? "one " + spoken_rhythm(pause)
             : fmt::format("up to {} within an hour", busiest_hour(times.appearances, stretch));
  const Facts& first = *times.posts[times.appearances[stretch.first].first_post];
  return fmt::format(
      "{} in {} from {}, {}: who follows you sees little else. Choose the best of them, and leave "
      "some hours between one and the next",
      spoken_posts(stretch.count()), spoken_duration(seconds), spoken_moment(first.moment), rhythm);
}

void Flooding::on_feed(const Feed& feed, FeedReport& report) const {
  if (feed.kind != FeedKind::social) return;
  const PostingTimes times = posting_times(feed);
  std::vector<Stretch> stretches;
  for (const Limit& limit : limits_) add_crowded(times.appearances, limit, stretches);
  std::sort(stretches.begin(), stretches.end(),
            [](const Stretch& a, const Stretch& b) { return a.first < b.first; });
  for (const Stretch& stretch : united(stretches)) {
    const Facts* anchor = times.first_checked(stretch);
    if (anchor == nullptr) continue;
    report.add(*anchor, describe(times, stretch), times.some_posts(stretch, anchor),
               {times.first_judged(stretch)});
  }
}

}  // namespace

std::unique_ptr<Check> make_flooding(const RuleOptions& options, const RuleContext& /*context*/) {
  return std::make_unique<Flooding>(options);
}

}  // namespace soiree
