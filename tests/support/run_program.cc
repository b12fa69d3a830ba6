#include "tests/support/run_program.h"

#include <sys/wait.h>

#include <cstdlib>

#include "tests/support/corpus_files.h"
#include "tests/support/temporary_directory.h"

namespace soiree {

ProgramResult run_shell(const std::string& command, const std::filesystem::path& directory) {
  const TemporaryDirectory scratch;
  const std::filesystem::path output = std::filesystem::path(scratch.path()) / "stdout";
  const std::filesystem::path errors = std::filesystem::path(scratch.path()) / "stderr";
  // What a CI server sets would change what the program prints.
  const std::string line =
      "unset CI_PROJECT_DIR GITHUB_WORKSPACE GITHUB_STEP_SUMMARY GITHUB_BASE_REF "
      "GITHUB_SHA GITHUB_REPOSITORY "
      "SOIREE_RULE_PAGES; cd '" +
      directory.string() + "' && { " + command + " ; } > '" + output.string() + "' 2> '" +
      errors.string() + "'";
  const int status = std::system(line.c_str());  // NOLINT: the commands are our own fixtures
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_bytes(output), read_bytes(errors)};
}

}  // namespace soiree
