// The problem matcher turns the plain text output into annotations: it must know every first line
// of a finding, and no other line.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/support/needed_tools.h"
#include "tests/support/paths.h"
#include "tests/support/readers.h"
#include "tests/support/temporary_directory.h"

namespace soiree {
namespace {

TEST(ProblemMatcher, FindsWhatTheJsonOutputSays) {
  if (!have_readers()) SOIREE_TOOL_MISSING("Node.js is not installed");
  const TemporaryDirectory scratch;
  const std::string sites = (source_dir() / "fixtures" / "sites").string();
  const std::string check = "'" SOIREE_BINARY "' check --fail-on never ";
  scratch.write("log", run_shell(check + sites, scratch.path()).output);
  const nlohmann::json expected = nlohmann::json::parse(
      run_shell(check + "--format json " + sites, scratch.path()).output)["findings"];
  ASSERT_GT(expected.size(), 3U);
  const std::string matcher =
      (source_dir() / "integrations" / "github-action" / "problem-matcher.json").string();
  const ProgramResult result =
      run_reader("match.mjs", "'" + matcher + "' '" + scratch.path("log") + "'");
  ASSERT_EQ(result.status, 0) << result.errors;
  const nlohmann::json matched = nlohmann::json::parse(result.output);
  ASSERT_EQ(matched.size(), expected.size());
  for (size_t i = 0; i < matched.size(); ++i) {
    const nlohmann::json& want = expected[i];
    EXPECT_EQ(matched[i]["file"], want["file"]);
    EXPECT_EQ(matched[i]["line"], want["range"]["start"]["line"]);
    EXPECT_EQ(matched[i]["column"], want["range"]["start"]["column"]);
    EXPECT_EQ(matched[i]["severity"], want["severity"] == "note" ? "notice" : want["severity"]);
    EXPECT_EQ(matched[i]["code"], want["rule"]);
    EXPECT_EQ(matched[i]["message"], want["message"]);
  }
}

}  // namespace
}  // namespace soiree
