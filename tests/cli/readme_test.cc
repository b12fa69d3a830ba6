// The README is the first thing a stranger believes; what it shows must be what happens.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "linter/lint/rule_info.h"
#include "tests/support/corpus_files.h"
#include "tests/support/paths.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_directory.h"

namespace soiree {
namespace {

constexpr std::string_view kPrompt = "```console\n$ soiree ";

TEST(Readme, ShowsRealOutput) {
  const std::filesystem::path path = source_dir() / "README.md";
  std::string readme = read_bytes(path);
  const size_t begin = readme.find(kPrompt);
  ASSERT_NE(begin, std::string::npos) << "the README has no console block";
  const size_t command = begin + kPrompt.size();
  const size_t output = readme.find('\n', command) + 1;
  const size_t end = readme.find("```", output);
  const ProgramResult result = run_shell(
      "'" SOIREE_BINARY "' " + readme.substr(command, output - 1 - command), source_dir());
  if (std::getenv("SOIREE_UPDATE") != nullptr) {
    std::ofstream(path, std::ios::binary) << readme.replace(output, end - output, result.output);
    return;
  }
  EXPECT_EQ(readme.substr(output, end - output), result.output)
      << "./dev test --update rewrites it";
}

TEST(Readme, TheActionsPageShowsRealOutput) {
  const std::filesystem::path path = source_dir() / "integrations" / "github-action" / "README.md";
  const std::string page = read_bytes(path);
  const size_t command = page.find(kPrompt) + kPrompt.size();
  const size_t output = page.find('\n', command) + 1;
  const size_t end = page.find("```", output);
  const TemporaryDirectory directory;
  const ProgramResult result =
      run_shell("GITHUB_STEP_SUMMARY='" + directory.path("summary") + "' '" SOIREE_BINARY "' " +
                    page.substr(command, output - 1 - command),
                source_dir());
  const size_t summary = page.find("```markdown\n", end) + 12;
  const size_t summary_end = page.find("```", summary);
  const std::string shown = page.substr(0, output) + result.output +
                            page.substr(end, summary - end) +
                            read_bytes(directory.path("summary")) + page.substr(summary_end);
  if (std::getenv("SOIREE_UPDATE") != nullptr) {
    std::ofstream(path, std::ios::binary) << shown;
    return;
  }
  EXPECT_EQ(page, shown) << "./dev test --update rewrites it";
}

/// The text of the first fenced block of `page` that starts with `opening`, its info string
/// included.
std::string block(const std::string& page, const std::string& opening) {
  const size_t begin = page.find("```" + opening);
  if (begin == std::string::npos) return "no block " + opening;
  const size_t text = page.find('\n', begin) + 1;
  return page.substr(text, page.find("```", text) - text);
}

// Without the hooks people get what the hooks do: the same files, one process at a time.
TEST(Readme, ItsHookOfOnesOwnIsThatOfTheRepository) {
  const std::string hooks = read_bytes(source_dir() / ".pre-commit-hooks.yaml");
  const std::string own =
      block(read_bytes(source_dir() / "README.md"), "yaml\nrepos:\n  - repo: local");
  std::istringstream lines(own);
  size_t compared = 0;
  for (std::string line; std::getline(lines, line);) {
    line.erase(0, line.find_first_not_of(' '));
    for (const char* key : {"entry:", "files:", "exclude:", "require_serial:", "language:"}) {
      if (!line.starts_with(key)) continue;
      ++compared;
      EXPECT_NE(hooks.find("\n  " + line + "\n"), std::string::npos) << line;
    }
  }
  EXPECT_EQ(compared, 5U) << own;
}

// The action's page is what its own tests run.
TEST(Readme, ItsWorkflowIsThatOfTheActionsPage) {
  const std::string opening = "yaml\nname: soiree\n";
  const std::string workflow = block(read_bytes(source_dir() / "README.md"), opening);
  EXPECT_NE(workflow.find("contents: read"), std::string::npos) << workflow;
  EXPECT_EQ(workflow,
            block(read_bytes(source_dir() / "integrations/github-action/README.md"), opening));
}

TEST(Readme, ItsLinesForNeovimPutTheFileThere) {
  const TemporaryDirectory home;
  std::string lines = block(read_bytes(source_dir() / "README.md"), "sh\nmkdir");
  lines.erase(lines.find_last_not_of('\n') + 1);
  const ProgramResult result = run_shell("HOME='" + home.path() + "'\n" + lines, source_dir());
  EXPECT_EQ(result.status, 0) << lines << result.errors;
  EXPECT_EQ(read_bytes(home.path(".config/nvim/plugin/soiree.lua")),
            read_bytes(source_dir() / "integrations/neovim/soiree.lua"));
}

TEST(Readme, ItsConfigurationIsRight) {
  const std::string readme = read_bytes(source_dir() / "README.md");
  const std::string fence = "```yaml\n";
  const size_t begin = readme.find(fence, readme.find("## Configuration")) + fence.size();
  const TemporaryDirectory directory;
  directory.write(".soiree.yaml", readme.substr(begin, readme.find("```", begin) - begin));
  directory.write("queue/spring.yaml",
                  "entries:\n  - {words: Who wants the the first loaf, when: 2026-03-02 09:00}\n");
  const ProgramResult result = run_shell("'" SOIREE_BINARY "' check", directory.path());
  EXPECT_EQ(result.errors, "");
  EXPECT_EQ(result.status, 1) << "the mapped schedule has a doubled word\n" << result.output;
}

// Who pastes a rule from the page runs its examples first.
TEST(Readme, TheRulesOfItsPageAboutRulesPass) {
  const std::string page = read_bytes(source_dir() / "rules" / "README.md");
  const std::string fence = "```yaml\nid: ";
  const TemporaryDirectory site;
  size_t rules = 0;
  for (size_t at = page.find(fence); at != std::string::npos; at = page.find(fence, at + 1)) {
    const size_t text = at + std::string_view("```yaml\n").size();
    const std::string rule = page.substr(text, page.find("```", text) - text);
    const size_t id = at + fence.size();
    site.write(".soiree/rules/" + page.substr(id, page.find_first_of(" \n", id) - id) + ".yaml",
               rule);
    ++rules;
  }
  EXPECT_EQ(rules, 3U);
  const ProgramResult result = run_shell("'" SOIREE_BINARY "' test-rules", site.path());
  EXPECT_EQ(result.errors, "");
  EXPECT_EQ(result.status, 0) << result.output;
  EXPECT_EQ(result.output.find("no examples"), std::string::npos) << result.output;
}

TEST(Readme, ListsEveryRule) {
  const std::string readme = read_bytes(source_dir() / "README.md");
  for (const RuleInfo& rule : rule_table()) {
    EXPECT_NE(readme.find("| `" + std::string(rule.id) + "` |"), std::string::npos)
        << rule.id << " is missing in the table of rules";
  }
}

}  // namespace
}  // namespace soiree
