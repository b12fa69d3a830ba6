#ifndef SOIREE_CLI_CHECK_MESSAGES_H_
#define SOIREE_CLI_CHECK_MESSAGES_H_

#include <string>

#include "linter/cli/check_command.h"

namespace soiree {

/// Prints a line on standard error. GitHub looks for commands in there, too.
void say(const CheckOptions& options, const std::string& text);

/// What to do about a file that could not be written.
std::string cannot_write(const std::string& path);

}  // namespace soiree

#endif  // SOIREE_CLI_CHECK_MESSAGES_H_
