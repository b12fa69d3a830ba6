#ifndef SOIREE_CLI_CONFIG_COMMAND_H_
#define SOIREE_CLI_CONFIG_COMMAND_H_

#include <string>

#include "linter/config/file_access.h"

namespace soiree {

/// `soiree config [PATH]`: prints the settings that hold for a file, as YAML, and beside each where
/// it was set. Exit status 2 when a configuration has mistakes.
int config_command(const std::string& path, const FileAccess& files);

/// `soiree schema config|schedule|findings`: prints a JSON Schema. Exit status 2 for another name.
int schema_command(const std::string& name, const FileAccess& files);

}  // namespace soiree

#endif  // SOIREE_CLI_CONFIG_COMMAND_H_
