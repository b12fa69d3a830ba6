#ifndef SOIREE_CLI_TEST_RULES_COMMAND_H_
#define SOIREE_CLI_TEST_RULES_COMMAND_H_

#include <string>

#include "linter/config/file_access.h"

namespace soiree {

/// `soiree test-rules`: runs the examples of the custom rules that hold in `directory` and prints
/// what differs. Returns the exit status: 1 when an example does not behave as it says, 2 when a
/// rule cannot be read.
int test_rules_command(const std::string& directory, const FileAccess& files);

}  // namespace soiree

#endif  // SOIREE_CLI_TEST_RULES_COMMAND_H_
