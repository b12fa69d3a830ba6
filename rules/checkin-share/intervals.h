#ifndef SOIREE_RULES_CHECKIN_SHARE_INTERVALS_H_
#define SOIREE_RULES_CHECKIN_SHARE_INTERVALS_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "linter/lint/feed_windows.h"

namespace soiree {

/// Posts that follow each other at (nearly) the same intervals.
struct RegularRun {
  std::vector<const Facts*> posts;
  double seconds = 0;  ///< the average interval
};

/// The longest runs of at least `fewest` of `posts` (in order) of which each `fewest` in a row have
/// intervals with a coefficient of variation of at most `variation`. Posts without a clock time
/// break a run: a date alone is no clockwork. Linear in the number of posts for a fixed `fewest`.
std::vector<RegularRun> regular_runs(const std::vector<const Facts*>& posts, size_t fewest,
                                     double variation);

/// "every 2 days", "every day", "every 3 hours".
std::string interval_words(double seconds);

}  // namespace soiree

#endif  // SOIREE_RULES_CHECKIN_SHARE_INTERVALS_H_
