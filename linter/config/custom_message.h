#ifndef SOIREE_CONFIG_CUSTOM_MESSAGE_H_
#define SOIREE_CONFIG_CUSTOM_MESSAGE_H_

#include <string_view>

#include "linter/config/node_checks.h"
#include "linter/lint/custom_rule.h"

namespace soiree {

/// Blames every `{field}` of a rule's message that is never filled in, at its place in the file's
/// `bytes`. All of `rule` but its message must have been read. What stands in double braces is
/// text, as in `{{first_name}}`.
void check_custom_message(const ConfigNode& message, const CustomRule& rule, std::string_view bytes,
                          NodeChecks& checks);

}  // namespace soiree

#endif  // SOIREE_CONFIG_CUSTOM_MESSAGE_H_
