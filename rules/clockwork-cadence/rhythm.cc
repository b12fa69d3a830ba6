#include "rules/clockwork-cadence/rhythm.h"

#include <algorithm>
#include <bitset>
#include <cmath>

namespace soiree {
namespace {

constexpr int64_t kMinute = 60;
constexpr int64_t kHour = 3600;
constexpr int64_t kDay = 24 * kHour;
/// Longer pauses of one length are slots that leave a night free (7, 15 and 23 o'clock), unless
/// they wander around the clock as every seven hours do.
constexpr int64_t kLongestSlotlessPause = 6 * kHour;
constexpr double kLongestEvenPause = 24 * kHour;
/// Even stretches are one when their pauses are alike and no more than a night or day lies between.
constexpr double kAlike = 0.2;
constexpr int64_t kBetweenEven = kDay;
/// Quarters of an hour make the clock on which sleepless() looks for a quiet time of day.
constexpr size_t kQuarters = 96;
/// A missed day now and then is a fault of the scheduler, one a week is a day of rest.
constexpr int kMissedDays = 1;
/// Share of the days that a minute must have a post on, and of the posts that must be in such
/// minutes.
constexpr double kUsualDays = 0.8;
constexpr double kUsualPosts = 0.9;

int64_t floor_divide(int64_t value, int64_t by) { return value / by - (value % by < 0 ? 1 : 0); }

int64_t day_of(const Appearance& appearance) {
  return floor_divide(appearance.local_seconds, kDay);
}

size_t minute_of(const Appearance& appearance) {
  const int64_t second = appearance.local_seconds - day_of(appearance) * kDay;
  return static_cast<size_t>(second / kMinute);
}

int64_t pause_after(const PostingTimes& times, size_t i) {
  return times.appearances[i + 1].unix_seconds - times.appearances[i].unix_seconds;
}

/// Pauses as they are measured: squares of longer ones would not add up exactly.
int64_t measured_pause(const PostingTimes& times, size_t i) {
  return std::min(pause_after(times, i), 30 * kDay);
}

/// Mean and variance of the pauses in a window that moves along the feed.
class PauseWindow {
 public:
  void add(int64_t pause) { change(static_cast<double>(pause), 1); }
  void remove(int64_t pause) { change(static_cast<double>(pause), -1); }
  double mean() const { return sum_ / count_; }
  double variation() const {
    const double variance = std::max(0.0, squares_ / count_ - mean() * mean());
    return std::sqrt(variance) / mean();
  }

 private:
  void change(double pause, int sign) {
    count_ += sign;
    sum_ += sign * pause;
    squares_ += sign * pause * pause;
  }
  int count_ = 0;
  double sum_ = 0;
  double squares_ = 0;
};

/// Stretches of one rhythm with a night, or a lost post, between them.
std::vector<Stretch> joined_rhythms(const PostingTimes& times,
                                    const std::vector<Stretch>& stretches) {
  std::vector<Stretch> result;
  double pause = 0;
  for (const Stretch& stretch : stretches) {
    const auto own = static_cast<double>(times.median_pause(stretch));
    const bool follows = !result.empty() && std::abs(own - pause) <= kAlike * pause &&
                         times.appearances[stretch.first].unix_seconds -
                                 times.appearances[result.back().last].unix_seconds <=
                             kBetweenEven;
    if (follows) {
      result.back().last = stretch.last;
    } else {
      result.push_back(stretch);
      pause = own;
    }
  }
  return result;
}

/// Appearances between pauses of `pause` seconds and more.
std::vector<Stretch> runs_without(const PostingTimes& times, int64_t pause) {
  std::vector<Stretch> runs;
  for (size_t i = 0; i < times.appearances.size(); ++i) {
    if (i == 0 || pause_after(times, i - 1) >= pause) {
      runs.push_back({i, i});
    } else {
      runs.back().last = i;
    }
  }
  return runs;
}

/// The longest time of day in seconds that all of `stretch` leaves free.
int64_t quiet_time_of_day(const PostingTimes& times, const Stretch& stretch) {
  std::bitset<kQuarters> used;
  for (size_t i = stretch.first; i <= stretch.last; ++i) {
    used.set(minute_of(times.appearances[i]) * kQuarters / (24 * 60));
  }
  size_t longest = 0;
  size_t free = 0;
  for (size_t i = 0; i < 2 * kQuarters; ++i) {  // twice, as the free time may hold midnight
    free = used.test(i % kQuarters) ? 0 : free + 1;
    longest = std::max(longest, free);
  }
  return static_cast<int64_t>(longest) * kDay / static_cast<int64_t>(kQuarters);
}

/// How often each minute of the day has a post, in a window of days that moves along the feed.
class MinuteWindow {
 public:
  explicit MinuteWindow(int usual) : usual_(usual), counts_(24 * 60) {}
  void add(size_t minute) {
    ++posts_;
    const int count = ++counts_[minute];
    if (count >= usual_) in_usual_ += count == usual_ ? usual_ : 1;
  }
  void remove(size_t minute) {
    --posts_;
    const int count = counts_[minute]--;
    if (count >= usual_) in_usual_ -= count == usual_ ? usual_ : 1;
  }
  /// True when nearly all posts are in minutes that most days have a post in.
  bool is_regular() const { return in_usual_ >= kUsualPosts * posts_ && in_usual_ > 0; }

 private:
  int usual_;
  int posts_ = 0;
  int in_usual_ = 0;
  std::vector<int> counts_;
};

/// The appearances of each day that has one.
std::vector<Stretch> days_of(const PostingTimes& times) {
  std::vector<Stretch> days;
  for (size_t i = 0; i < times.appearances.size(); ++i) {
    const Appearance& at = times.appearances[i];
    if (days.empty() || day_of(times.appearances[days.back().first]) != day_of(at)) {
      days.push_back({i, i});
    }
    days.back().last = i;
  }
  return days;
}

}  // namespace

std::vector<Stretch> even_pauses(const PostingTimes& times, const ClockworkLimits& limits) {
  const size_t in_a_row = std::max<size_t>(limits.pauses / 2, 1);
  std::vector<Stretch> even;
  PauseWindow window;
  for (size_t i = 0; i + 1 < times.appearances.size(); ++i) {
    window.add(measured_pause(times, i));
    if (i + 1 < in_a_row) continue;
    const size_t first = i + 1 - in_a_row;
    if (window.mean() <= kLongestEvenPause && window.variation() <= limits.variation) {
      even.push_back({first, i + 1});
    }
    window.remove(measured_pause(times, first));
  }
  std::vector<Stretch> rhythms = joined_rhythms(times, united(even));
  std::erase_if(rhythms, [&](const Stretch& rhythm) {
    const bool may_be_slots = times.median_pause(rhythm) > kLongestSlotlessPause;
    return rhythm.count() <= limits.pauses ||
           (may_be_slots && quiet_time_of_day(times, rhythm) >= limits.night - kHour);
  });
  return rhythms;
}

std::vector<Stretch> sleepless(const PostingTimes& times, const ClockworkLimits& limits) {
  std::vector<Stretch> runs = runs_without(times, limits.night);
  std::erase_if(runs, [&](const Stretch& run) {
    return times.seconds(run) < limits.nights * kDay ||
           quiet_time_of_day(times, run) >= limits.night - kHour;
  });
  return runs;
}

std::vector<Stretch> same_minutes(const PostingTimes& times, const ClockworkLimits& limits) {
  const std::vector<Stretch> days = days_of(times);
  const auto day = [&](size_t i) { return day_of(times.appearances[days[i].first]); };
  MinuteWindow window(static_cast<int>(std::ceil(kUsualDays * limits.days)));
  std::vector<Stretch> regular;
  size_t first = 0;
  for (size_t last = 0; last < days.size(); ++last) {
    for (size_t i = days[last].first; i <= days[last].last; ++i) {
      window.add(minute_of(times.appearances[i]));
    }
    while (day(last) - day(first) >= limits.days) {
      for (size_t i = days[first].first; i <= days[first].last; ++i) {
        window.remove(minute_of(times.appearances[i]));
      }
      ++first;
    }
    const bool daily = static_cast<int>(last - first + 1) >= limits.days - kMissedDays;
    if (daily && window.is_regular()) regular.push_back({days[first].first, days[last].last});
  }
  return united(regular);
}

std::vector<int> usual_minutes(const PostingTimes& times, const Stretch& stretch) {
  std::vector<int> counts(24 * 60);
  for (size_t i = stretch.first; i <= stretch.last; ++i) ++counts[minute_of(times.appearances[i])];
  const int64_t days =
      day_of(times.appearances[stretch.last]) - day_of(times.appearances[stretch.first]) + 1;
  std::vector<int> minutes;
  for (int minute = 0; minute < 24 * 60; ++minute) {
    const int count = counts[static_cast<size_t>(minute)];
    if (count > 0 && count >= kUsualDays / 2 * static_cast<double>(days)) minutes.push_back(minute);
  }
  return minutes;
}

}  // namespace soiree
