#ifndef SOIREE_PARSE_SCHEDULE_MAPPING_CHECK_H_
#define SOIREE_PARSE_SCHEDULE_MAPPING_CHECK_H_

#include <vector>

#include "linter/parse/schedule.h"
#include "linter/parse/yaml_document.h"

namespace soiree {

/// Adds a problem to `schedule`, which was read from `roots`, when `mapping` leads to no posts: the
/// file would be left unchecked without a word.
void check_mapping(const ScheduleMapping& mapping, std::vector<YamlNode>& roots,
                   Schedule& schedule);

}  // namespace soiree

#endif  // SOIREE_PARSE_SCHEDULE_MAPPING_CHECK_H_
