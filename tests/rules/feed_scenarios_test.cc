// How the feed rules judge whole accounts: every folder of fixtures/feeds is one, with its posts,
// perhaps a .soiree.yaml, and `expected`: a comment that says who it is, then a line "FILE:LINE
// RULE" for each finding of a feed rule, and none for anything else. ./dev test --update rewrites
// it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "linter/cli/run_plan.h"
#include "linter/config/disk_files.h"
#include "linter/output/report_view.h"
#include "tests/support/corpus_files.h"
#include "tests/support/paths.h"

namespace soiree {
namespace {

std::filesystem::path feeds_dir() { return source_dir() / "fixtures" / "feeds"; }

std::vector<std::string> scenarios() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(feeds_dir())) {
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

bool is_feed_rule(std::string_view id) {
  const RuleInfo* info = find_rule_info(id);
  return info != nullptr && info->scope == RuleScope::feed;
}

/// The comment at the top of an `expected` file, and its lines about rules that exist.
struct Expected {
  std::string comment;
  std::string findings;
};

Expected read_expected(const std::filesystem::path& file) {
  Expected expected;
  std::istringstream lines(read_bytes(file));
  std::string line;
  while (std::getline(lines, line)) {
    if (line.starts_with('#')) {
      expected.comment += line + "\n";
    } else if (is_feed_rule(line.substr(line.find(' ') + 1))) {
      expected.findings += line + "\n";
    }
  }
  return expected;
}

std::string lint(const std::filesystem::path& folder) {
  const DiskFiles files;
  ConfigCache configs(files, rule_table());
  PlanOptions options;
  options.paths.push_back(folder.string());
  options.scopes.post_rules = false;
  const RunPlan plan(files, configs, options);
  EXPECT_TRUE(plan.errors().empty());
  EXPECT_TRUE(plan.config_errors().empty());
  const RunResult result = run(plan.request());
  EXPECT_TRUE(result.errors.empty());
  EXPECT_GT(result.posts, 0U);
  std::string findings;
  for (const LocatedFinding& found :
       locate(result.findings, result.paths, plan.request().read_file)) {
    if (!is_feed_rule(found.finding->rule)) continue;
    const auto file = std::filesystem::path(found.location.file).lexically_relative(folder);
    findings += file.generic_string() + ":" + std::to_string(found.location.start.line) + " " +
                std::string(found.finding->rule) + "\n";
    for (const LocatedNote& note : found.notes) EXPECT_FALSE(note.message.empty());
    EXPECT_LE(found.notes.size(), 5U) << found.finding->message;
  }
  return findings;
}

class FeedScenario : public testing::TestWithParam<std::string> {};

TEST_P(FeedScenario, HasTheFindingsThatItsReadersWouldHave) {
  const std::filesystem::path folder = feeds_dir() / GetParam();
  const Expected expected = read_expected(folder / "expected");
  const std::string findings = lint(folder);
  if (std::getenv("SOIREE_UPDATE") != nullptr) {
    std::ofstream(folder / "expected", std::ios::binary) << expected.comment << findings;
    return;
  }
  EXPECT_FALSE(expected.comment.empty()) << "say in a comment whose feed this is";
  EXPECT_EQ(findings, expected.findings)
      << folder << "/expected says otherwise; if the new findings are right: ./dev test --update";
}

std::string test_name(const testing::TestParamInfo<std::string>& scenario) {
  std::string name = scenario.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(All, FeedScenario, testing::ValuesIn(scenarios()), test_name);

}  // namespace
}  // namespace soiree
