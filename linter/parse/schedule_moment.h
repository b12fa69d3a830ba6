#ifndef SOIREE_PARSE_SCHEDULE_MOMENT_H_
#define SOIREE_PARSE_SCHEDULE_MOMENT_H_

#include <vector>

#include "linter/parse/schedule_entry.h"
#include "linter/parse/schedule_fields.h"

namespace soiree {

/// True when the fields say anything about a time.
bool has_time(const ScheduleFields& fields);
/// The date of a map that holds entries, with its time of day; empty when it has none.
PlacedText date_for_entries(const ScheduleFields& fields, const ScheduleContext& context);
/// Sets time, moment and zone of `entry` by its fields, and by the context where they lack a part.
void set_time(ScheduleEntry& entry, const ScheduleFields& fields, const ScheduleContext& context);
/// Sets how dates and times of day in numbers are read. One file has one way: the one that some of
/// them give away.
void find_time_notation(const std::vector<YamlNode>& roots, const ScheduleMapping* mapping,
                        ScheduleContext& context);

}  // namespace soiree

#endif  // SOIREE_PARSE_SCHEDULE_MOMENT_H_
