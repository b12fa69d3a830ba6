#ifndef SOIREE_CLI_LSP_COMMAND_H_
#define SOIREE_CLI_LSP_COMMAND_H_

namespace soiree {

/// `soiree lsp`: serves an editor over standard input and output until it says that it is done.
/// Returns the exit status.
int lsp_command();

}  // namespace soiree

#endif  // SOIREE_CLI_LSP_COMMAND_H_
