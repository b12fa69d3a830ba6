#include "tests/support/readers.h"

#include "tests/support/paths.h"

namespace soiree {
namespace {

const std::filesystem::path& folder() {
  static const std::filesystem::path path = source_dir() / "tests" / "readers";
  return path;
}

}  // namespace

bool have_readers() {
  static const bool have =
      std::filesystem::exists(folder() / "node_modules" / "@actions" / "core") &&
      run_shell("node --version", folder()).status == 0;
  return have;
}

ProgramResult run_reader(const std::string& script, const std::string& arguments) {
  return run_shell("node " + script + " " + arguments, folder());
}

}  // namespace soiree
