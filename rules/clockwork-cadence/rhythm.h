#ifndef SOIREE_RULES_CLOCKWORK_CADENCE_RHYTHM_H_
#define SOIREE_RULES_CLOCKWORK_CADENCE_RHYTHM_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "linter/lint/posting_times.h"

namespace soiree {

/// What counts as clockwork; the options of the rule.
struct ClockworkLimits {
  double variation = 0;  ///< largest coefficient of variation of even pauses
  size_t pauses = 0;     ///< fewest even pauses, half of them in a row
  int days = 0;          ///< days in a row with a post in the same minute
  int nights = 0;        ///< nights in a row without a pause
  int64_t night = 0;     ///< seconds without a post that make a night
};

/// Stretches whose pauses are all of one length: at most six hours, or at most a day where the
/// posts leave no time of day free. Days that tick alike, with a night between them, are one
/// stretch.
std::vector<Stretch> even_pauses(const PostingTimes& times, const ClockworkLimits& limits);

/// Stretches of days and nights without a night's pause: none in the row of posts, and no hours of
/// the day, on the author's own clock, that all posts leave free.
std::vector<Stretch> sleepless(const PostingTimes& times, const ClockworkLimits& limits);

/// Stretches of days, weekends included, with posts in the same minutes of the day on the author's
/// own clock, and hardly any in other minutes.
std::vector<Stretch> same_minutes(const PostingTimes& times, const ClockworkLimits& limits);

/// Minutes of the day in which `stretch` has a post on most of its days, sorted.
std::vector<int> usual_minutes(const PostingTimes& times, const Stretch& stretch);

}  // namespace soiree

#endif  // SOIREE_RULES_CLOCKWORK_CADENCE_RHYTHM_H_
