#ifndef SOIREE_PARSE_SCHEDULE_SETTINGS_H_
#define SOIREE_PARSE_SCHEDULE_SETTINGS_H_

#include <string_view>
#include <vector>

#include "linter/parse/schedule.h"
#include "linter/parse/yaml_document.h"

namespace soiree {

/// Adds to `schedule` the rules that `soiree: {disable: [RULE]}` silences: at the root for the
/// whole file, in an entry or a group of entries for that one. What else stands under the key is a
/// problem.
void read_settings(std::string_view source, const std::vector<YamlNode>& roots, Schedule& schedule);

/// True when a comment names a field in braces ("# {date} is filled in"): the texts are templates.
bool explains_fields(std::string_view comment);

}  // namespace soiree

#endif  // SOIREE_PARSE_SCHEDULE_SETTINGS_H_
