#ifndef SOIREE_CLI_CHECK_OPTIONS_H_
#define SOIREE_CLI_CHECK_OPTIONS_H_

#include "linter/cli/check_command.h"

namespace CLI {
class App;
}

namespace soiree {

/// Makes the options of `soiree check` fill `options`, which must live as long as `check`.
void add_check_options(CLI::App& check, CheckOptions& options);

}  // namespace soiree

#endif  // SOIREE_CLI_CHECK_OPTIONS_H_
