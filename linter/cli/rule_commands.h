#ifndef SOIREE_CLI_RULE_COMMANDS_H_
#define SOIREE_CLI_RULE_COMMANDS_H_

#include <string>

namespace soiree {

/// `soiree explain RULE`: prints the rule's page. Exit status 2 for an unknown rule.
int explain_command(const std::string& rule);
/// `soiree rules`: prints a table of all rules.
int rules_command();

}  // namespace soiree

#endif  // SOIREE_CLI_RULE_COMMANDS_H_
