#include "linter/lint/rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "linter/lint/posting_times.h"
#include "linter/lint/spoken_times.h"
#include "linter/lint/text_interest.h"
#include "rules/clockwork-cadence/rhythm.h"

namespace soiree {
namespace {

constexpr int64_t kHour = 3600;
constexpr int64_t kDay = 24 * kHour;
constexpr size_t kMostMinutesShown = 3;

/// Says each stretch of a feed once, whatever kind of clockwork found it first.
class Speaker {
 public:
  Speaker(const PostingTimes& times, FeedReport& report)
      : times_(times), report_(report), said_(times.appearances.size()) {}

  template <typename Describe>
  void say(const std::vector<Stretch>& stretches, const Describe& describe) {
    for (const Stretch& stretch : stretches) {
      const auto begin = said_.begin() + static_cast<ptrdiff_t>(stretch.first);
      const auto end = begin + static_cast<ptrdiff_t>(stretch.count());
      if (std::find(begin, end, true) != end) continue;
      std::fill(begin, end, true);
      const Facts* anchor = times_.first_checked(stretch);
      if (anchor == nullptr) continue;
      report_.add(*anchor, describe(stretch), times_.some_posts(stretch, anchor),
                  {times_.first_judged(stretch)});
    }
  }

 private:
  const PostingTimes& times_;
  FeedReport& report_;
  std::vector<bool> said_;  ///< by appearance
};

class ClockworkCadence : public Check, public ReadsNoText {
 public:
  explicit ClockworkCadence(const RuleOptions& options) {
    limits_.variation = options.number("variation");
    limits_.pauses = static_cast<size_t>(options.integer("pauses"));
    limits_.days = static_cast<int>(options.integer("days"));
    limits_.nights = static_cast<int>(options.integer("nights"));
    limits_.night = static_cast<int64_t>(options.number("night-hours") * kHour);
  }
  void on_feed(const Feed& feed, FeedReport& report) const override;

 private:
  ClockworkLimits limits_;
};

/// "96 posts from 2 March 2026 08:00 to 15:55", "... to 3 March 2026 07:55".
std::string window_of(const PostingTimes& times, const Stretch& stretch) {
  const auto moment = [&](size_t i) {
    return spoken_moment(times.posts[times.appearances[i].first_post]->moment);
  };
  constexpr size_t kClock = 5;  // "15:55"
  const std::string first = moment(stretch.first);
  std::string last = moment(stretch.last);
  const size_t date = last.size() - kClock;
  if (first.size() == last.size() && first.compare(0, date, last, 0, date) == 0) {
    last.erase(0, date);
  }
  return fmt::format("{} from {} to {}", spoken_posts(stretch.count()), first, last);
}

std::string describe_even(const PostingTimes& times, const Stretch& stretch, int64_t night) {
  const bool no_night = times.seconds(stretch) >= kDay && times.longest_pause(stretch) < night;
  return fmt::format(
      "{}, one {}{}: readers take that for a machine. Let the pauses differ, some of minutes "
      "and some of half a day, and leave the night free",
      window_of(times, stretch), spoken_rhythm(times.median_pause(stretch)),
      no_night ? ", day and night" : "");
}

std::string describe_sleepless(const PostingTimes& times, const Stretch& stretch) {
  return fmt::format(
      "{}, day and night, and never more than {} apart: readers wonder whether anybody is there. "
      "Leave the hours free in which you sleep",
      window_of(times, stretch), spoken_duration(times.longest_pause(stretch)));
}

std::string describe_minutes(const PostingTimes& times, const Stretch& stretch) {
  const std::vector<int> minutes = usual_minutes(times, stretch);
  std::string shown;
  for (size_t i = 0; i < minutes.size() && i < kMostMinutesShown; ++i) {
    shown += (i == 0 ? "" : ", ") + spoken_minute(minutes[i]);
  }
  if (minutes.size() > kMostMinutesShown) {
    shown += fmt::format(" and {} more", minutes.size() - kMostMinutesShown);
  }
  return fmt::format(
      "{}, every day at {} to the minute: readers take that for a machine. Vary by an hour or two, "
      "and skip a day when there is nothing to say",
      window_of(times, stretch), shown);
}

void ClockworkCadence::on_feed(const Feed& feed, FeedReport& report) const {
  if (feed.kind != FeedKind::social) return;
  const PostingTimes times = posting_times(feed);
  Speaker speaker(times, report);
  speaker.say(even_pauses(times, limits_),
              [&](const Stretch& stretch) { return describe_even(times, stretch, limits_.night); });
  speaker.say(sleepless(times, limits_),
              [&](const Stretch& stretch) { return describe_sleepless(times, stretch); });
  speaker.say(same_minutes(times, limits_),
              [&](const Stretch& stretch) { return describe_minutes(times, stretch); });
}

}  // namespace

std::unique_ptr<Check> make_clockwork_cadence(const RuleOptions& options,
                                              const RuleContext& /*context*/) {
  return std::make_unique<ClockworkCadence>(options);
}

}  // namespace soiree
