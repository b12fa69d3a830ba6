#ifndef SOIREE_CONFIG_CUSTOM_LIMIT_READER_H_
#define SOIREE_CONFIG_CUSTOM_LIMIT_READER_H_

#include "linter/config/node_checks.h"
#include "linter/lint/custom_rule.h"

namespace soiree {

/// Reads `count`, `at-most`, `at-least` and `per` of a rule of kind limit; blames what is wrong.
void read_custom_limit(const ConfigNode& root, NodeChecks& checks, CustomLimit& limit);

}  // namespace soiree

#endif  // SOIREE_CONFIG_CUSTOM_LIMIT_READER_H_
