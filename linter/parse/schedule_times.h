#ifndef SOIREE_PARSE_SCHEDULE_TIMES_H_
#define SOIREE_PARSE_SCHEDULE_TIMES_H_

#include <span>
#include <vector>

#include "linter/parse/problem.h"
#include "linter/parse/schedule.h"

namespace soiree {

/// Adds a problem for every time zone that is not known and for every time that looks exact but
/// cannot be read ("2026-02-31", "25:00"). Vague times ("morning", "Monday") are no problem; a
/// word that names no time at all ("never") is one where at least half of the other entries have a
/// time. A zone
/// or time that several entries share is reported once.
void check_times(std::span<const ScheduleEntry> entries, std::vector<Problem>& problems);

/// A file with one post may say when it goes out in its name alone: gives the entries of such a
/// file that time when they have none.
void take_time_from(std::string_view path, std::vector<ScheduleEntry>& entries);

}  // namespace soiree

#endif  // SOIREE_PARSE_SCHEDULE_TIMES_H_
