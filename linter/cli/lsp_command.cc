#include "linter/cli/lsp_command.h"

#include <signal.h>
#include <unistd.h>

#include "integrations/lsp/server.h"
#include "linter/cli/render.h"

namespace soiree {

int lsp_command() {
  // A client that dies is seen when writing to it fails.
  signal(SIGPIPE, SIG_IGN);
  return Server(STDIN_FILENO, STDOUT_FILENO, rule_pages()).run();
}

}  // namespace soiree
