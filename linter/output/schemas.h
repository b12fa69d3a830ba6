#ifndef SOIREE_OUTPUT_SCHEMAS_H_
#define SOIREE_OUTPUT_SCHEMAS_H_

#include <span>
#include <string>

#include "linter/lint/rule_info.h"

namespace soiree {

/// JSON Schema (draft 7, which editors' YAML support reads) of `.soiree.yaml` with these rules.
std::string config_schema(std::span<const RuleInfo> rules);
/// JSON Schema of a schedule in the layout that needs no configuration.
std::string schedule_schema();
/// JSON Schema of the output of `check --format json`.
std::string findings_schema();

}  // namespace soiree

#endif  // SOIREE_OUTPUT_SCHEMAS_H_
