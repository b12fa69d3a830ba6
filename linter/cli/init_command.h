#ifndef SOIREE_CLI_INIT_COMMAND_H_
#define SOIREE_CLI_INIT_COMMAND_H_

#include "linter/config/file_access.h"

namespace soiree {

/// `soiree init`: writes a `.soiree.yaml` with the usual settings as comments into the current
/// directory. Never overwrites one: exit status 2 then.
int init_command(const FileAccess& files);

}  // namespace soiree

#endif  // SOIREE_CLI_INIT_COMMAND_H_
