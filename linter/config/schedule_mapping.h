#ifndef SOIREE_CONFIG_SCHEDULE_MAPPING_H_
#define SOIREE_CONFIG_SCHEDULE_MAPPING_H_

#include "linter/config/config.h"
#include "linter/parse/schedule.h"

namespace soiree {

/// An entry of `schedules:` in the configuration as the schedule reader takes it.
inline ScheduleMapping schedule_mapping(const ScheduleSettings& settings) {
  return {settings.posts,    settings.text,    settings.time, settings.date, settings.clock_time,
          settings.timezone, settings.channel, settings.id,   settings.kind, settings.recipient};
}

}  // namespace soiree

#endif  // SOIREE_CONFIG_SCHEDULE_MAPPING_H_
