#include <array>

#include "linter/lint/rule.h"

namespace soiree {

std::span<const RuleEntry> rule_registry() { return {}; }

}  // namespace soiree
