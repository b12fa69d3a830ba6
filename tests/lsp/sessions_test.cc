// Whole sessions as text: every file of fixtures/lsp holds what a client does and, behind `<`, what
// the server says. tests/support/lsp_script.h tells the format. ./dev test --update rewrites the
// server's lines.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/support/corpus_files.h"
#include "tests/support/lsp_script.h"
#include "tests/support/paths.h"

namespace soiree {
namespace {

std::vector<std::string> sessions() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(source_dir() / "fixtures" / "lsp")) {
    if (entry.path().extension() == ".lsp") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

class LspSession : public testing::TestWithParam<std::string> {};

TEST_P(LspSession, GoesAsWritten) {
  const std::filesystem::path file = source_dir() / "fixtures" / "lsp" / (GetParam() + ".lsp");
  const std::string script = read_bytes(file);
  const bool update = std::getenv("SOIREE_UPDATE") != nullptr;
  const std::string played = play_lsp_script(script, update);
  if (update) {
    std::ofstream(file, std::ios::binary) << played;
  } else {
    EXPECT_EQ(played, script) << file << " says otherwise; if the new lines are right: "
                              << "./dev test --update";
  }
}

std::string test_name(const testing::TestParamInfo<std::string>& session) {
  std::string name = session.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Written, LspSession, testing::ValuesIn(sessions()), test_name);

TEST(LspSessions, ADifferenceIsSeen) {
  const std::string fine =
      "request shutdown\n< 1 error {\"code\":-32002,\"message\":\"`initialize` "
      "comes first\"}\nhang-up\n< exit 1\n";
  EXPECT_EQ(play_lsp_script(fine, false), fine);
  EXPECT_EQ(play_lsp_script("request shutdown\nhang-up\n", false), fine)
      << "messages that nobody wrote down show up";
}

}  // namespace
}  // namespace soiree
