#ifndef SOIREE_LINT_SPOKEN_TIMES_H_
#define SOIREE_LINT_SPOKEN_TIMES_H_

#include <cstdint>
#include <string>

#include "linter/parse/dates.h"

namespace soiree {

/// Seconds from 1970-01-01 00:00 to the moment, both on the author's own clock.
inline int64_t local_seconds(const Moment& moment) {
  return moment.unix_seconds + moment.utc_offset_seconds;
}

/// The moment on the author's own clock, for a message: "2 March 2026 08:00", without the time of
/// day where the author gave none.
std::string spoken_moment(const Moment& moment);

/// A duration of at least 0 seconds, rounded as people say it: "40 seconds", "5 minutes",
/// "1 hour", "2 hours 30 minutes", "3 days".
std::string spoken_duration(int64_t seconds);

/// How often something comes whose pauses last that long: "every 5 minutes", "every hour".
std::string spoken_rhythm(int64_t seconds);

/// "09:00" for a minute of the day.
std::string spoken_minute(int minute);

/// "1 post", "1,440 posts".
std::string spoken_posts(size_t count);

}  // namespace soiree

#endif  // SOIREE_LINT_SPOKEN_TIMES_H_
