// What a user types and sees: every folder of fixtures/cli is one run of the real binary. The
// folder holds `command` (the arguments), `input/` (where it runs), and what it must print and
// return: `stdout`, `stderr`, `status`. ./dev test --update rewrites the last three.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tests/support/corpus_files.h"
#include "tests/support/paths.h"
#include "tests/support/run_program.h"

namespace soiree {
namespace {

std::vector<std::string> cases() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(source_dir() / "fixtures" / "cli")) {
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

void expect_equal(const std::filesystem::path& file, const std::string& actual) {
  if (std::getenv("SOIREE_UPDATE") != nullptr) {
    std::ofstream(file, std::ios::binary) << actual;
    return;
  }
  EXPECT_EQ(actual, read_bytes(file)) << file << " says otherwise; if the new output is right: "
                                      << "./dev test --update";
}

class CommandLine : public testing::TestWithParam<std::string> {};

TEST_P(CommandLine, PrintsAndReturnsWhatItShould) {
  const std::filesystem::path folder = source_dir() / "fixtures" / "cli" / GetParam();
  std::string command = read_bytes(folder / "command");
  while (command.ends_with('\n')) command.pop_back();
  const ProgramResult result = run_shell("'" SOIREE_BINARY "' " + command, folder / "input");
  expect_equal(folder / "stdout", result.output);
  expect_equal(folder / "stderr", result.errors);
  expect_equal(folder / "status", std::to_string(result.status) + "\n");
}

std::string test_name(const testing::TestParamInfo<std::string>& folder) {
  std::string name = folder.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Golden, CommandLine, testing::ValuesIn(cases()), test_name);

}  // namespace
}  // namespace soiree
