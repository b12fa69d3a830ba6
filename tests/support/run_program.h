#ifndef SOIREE_TESTS_SUPPORT_RUN_PROGRAM_H_
#define SOIREE_TESTS_SUPPORT_RUN_PROGRAM_H_

#include <filesystem>
#include <string>

namespace soiree {

struct ProgramResult {
  int status = 0;
  std::string output;
  std::string errors;
};

/// Runs a shell command in `directory`, without colours, and collects what it prints.
ProgramResult run_shell(const std::string& command, const std::filesystem::path& directory);

}  // namespace soiree

#endif  // SOIREE_TESTS_SUPPORT_RUN_PROGRAM_H_
