#include "rules/checkin-share/intervals.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace soiree {
namespace {

constexpr double kMinute = 60;
constexpr double kHour = 60 * kMinute;
constexpr double kDay = 24 * kHour;

double interval(const Facts& earlier, const Facts& later) {
  return static_cast<double>(later.moment.unix_seconds - earlier.moment.unix_seconds);
}

/// Are the intervals between posts [first, last] all but equal?
bool is_regular(const std::vector<const Facts*>& posts, size_t first, size_t last,
                double variation) {
  const auto intervals = static_cast<double>(last - first);
  const double mean = interval(*posts[first], *posts[last]) / intervals;
  double squares = 0;
  for (size_t i = first; i <= last; ++i) {
    if (!posts[i]->has_moment || !posts[i]->moment.has_clock_time) return false;
    if (i == first) continue;
    const double difference = interval(*posts[i - 1], *posts[i]) - mean;
    squares += difference * difference;
  }
  return mean > 0 && std::sqrt(squares / intervals) <= variation * mean;
}

}  // namespace

std::vector<RegularRun> regular_runs(const std::vector<const Facts*>& posts, size_t fewest,
                                     double variation) {
  std::vector<RegularRun> runs;
  if (fewest < 3 || posts.size() < fewest) return runs;
  size_t begin = 0;
  size_t end = 0;  // posts [begin, end) are the run so far
  const auto finish = [&] {
    if (begin == end) return;
    const auto from = posts.begin() + static_cast<ptrdiff_t>(begin);
    RegularRun run{{from, posts.begin() + static_cast<ptrdiff_t>(end)}, 0};
    run.seconds = interval(*posts[begin], *posts[end - 1]) / static_cast<double>(end - begin - 1);
    runs.push_back(std::move(run));
  };
  for (size_t last = fewest - 1; last < posts.size(); ++last) {
    const size_t first = last + 1 - fewest;
    if (!is_regular(posts, first, last, variation)) continue;
    if (first >= end) {
      finish();
      begin = first;
    }
    end = last + 1;
  }
  finish();
  return runs;
}

std::string interval_words(double seconds) {
  const auto words = [](double count, std::string_view unit) {
    const long rounded = std::max(1L, std::lround(count));
    return rounded == 1 ? fmt::format("every {}", unit)
                        : fmt::format("every {} {}s", rounded, unit);
  };
  if (seconds >= 0.9 * kDay) return words(seconds / kDay, "day");
  if (seconds >= 0.9 * kHour) return words(seconds / kHour, "hour");
  return words(seconds / kMinute, "minute");
}

}  // namespace soiree
