#ifndef SOIREE_CLI_RULE_COMMANDS_H_
#define SOIREE_CLI_RULE_COMMANDS_H_

#include <string>

#include "linter/config/file_access.h"

namespace soiree {

/// `soiree explain RULE`: prints the rule's page, of a custom rule that holds in the current
/// directory its file. Exit status 2 for an unknown rule.
int explain_command(const std::string& rule, const FileAccess& files);
/// `soiree rules`: prints a table of all rules that hold in the current directory.
int rules_command(const FileAccess& files);

}  // namespace soiree

#endif  // SOIREE_CLI_RULE_COMMANDS_H_
