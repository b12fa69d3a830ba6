// --fix changes what was flagged and nothing else, and never loses a text.
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/corpus_files.h"
#include "tests/support/paths.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_directory.h"

namespace soiree {
namespace {

class FixRun : public testing::Test {
 protected:
  ProgramResult check(const std::string& arguments) const {
    return run_shell("'" SOIREE_BINARY "' check --no-config --select repeated-word " + arguments,
                     site_.path("."));
  }
  std::string text(const std::string& name) const { return read_bytes(site_.path(name)); }

  TemporaryDirectory site_;
};

TEST_F(FixRun, FixesTheFlaggedBytesAlone) {
  site_.write("a.md", "\xEF\xBB\xBFIs this the the one?\r\n\r\nYes.\r\n");
  site_.write("b.md", "Nothing here.\n");
  const ProgramResult result = check("--fix .");
  EXPECT_EQ(text("a.md"), "\xEF\xBB\xBFIs this the one?\r\n\r\nYes.\r\n");
  EXPECT_EQ(text("b.md"), "Nothing here.\n");
  EXPECT_EQ(result.errors, "soiree: fixed 1 finding in 1 file\n");
  EXPECT_EQ(result.output, "No findings in 2 posts (2 files)\n");
  EXPECT_EQ(result.status, 0);
}

// Who asked for fixes and still has findings wants to know which could be fixed.
TEST_F(FixRun, SaysWhatItLeavesBecauseItIsUnsafe) {
  site_.write(".soiree/rules/plain-words.yaml",
              "id: plain-words\nsummary: Plain words do.\nkind: phrases\n"
              "phrases:\n  - phrase: utilise\n    replacement: use\n");
  const std::string command = "'" SOIREE_BINARY "' check --select plain-words,repeated-word ";
  site_.write("a.md", "We utilise the the oven.\n");
  EXPECT_EQ(run_shell(command + "--fix .", site_.path(".")).errors,
            "soiree: fixed 1 finding in 1 file; 1 more with --unsafe-fixes\n");
  EXPECT_EQ(text("a.md"), "We utilise the oven.\n");
  EXPECT_EQ(run_shell(command + "--fix .", site_.path(".")).errors,
            "soiree: no safe fix; --unsafe-fixes would fix 1 finding\n");
  EXPECT_EQ(run_shell(command + "--fix --quiet .", site_.path(".")).errors, "");
  EXPECT_EQ(run_shell(command + ".", site_.path(".")).errors, "");
  EXPECT_EQ(run_shell(command + "--fix --unsafe-fixes .", site_.path(".")).errors,
            "soiree: fixed 1 finding in 1 file\n");
  EXPECT_EQ(text("a.md"), "We use the oven.\n");
}

TEST_F(FixRun, ADryRunPrintsAndLeavesTheFile) {
  const std::string before = "Is this the the one?\n";
  site_.write("a.md", before);
  const ProgramResult result = check("--fix-dry-run .");
  EXPECT_EQ(text("a.md"), before);
  EXPECT_NE(result.output.find("-Is this the the one?\n+Is this the one?\n"), std::string::npos)
      << result.output;
  EXPECT_EQ(result.status, 1);
}

TEST_F(FixRun, StandardInputComesBackFixed) {
  const ProgramResult result = check(
      "--help > /dev/null; printf 'Is this the the one?\\n' | '" + std::string(SOIREE_BINARY) +
      "' check --no-config --select repeated-word --fix --quiet --stdin-filepath a.md");
  EXPECT_NE(result.output.find("Is this the one?\n"), std::string::npos) << result.output;
}

TEST_F(FixRun, TakesUnusedNamesOutOfAComment) {
  site_.write("a.md",
              "<!-- soiree-disable-next-line self-focus, repeated-word, sales-pitch -->\n"
              "Is this the the one?\n\n"
              "<!-- soiree-disable-next-line self-focus, sales-pitch -->\nYes.\n");
  const ProgramResult result =
      run_shell("'" SOIREE_BINARY "' check --no-config --fix .", site_.path("."));
  EXPECT_EQ(text("a.md"),
            "<!-- soiree-disable-next-line repeated-word -->\nIs this the the one?\n\n\nYes.\n")
      << result.errors;
}

TEST_F(FixRun, AMisspeltNameIsCorrectedWhenAskedForAndNeverThrownAway) {
  const std::string before =
      "<!-- soiree-disable-next-line repeated-wrod, self-focus -->\nIs this the the one?\n";
  site_.write("a.md", before);
  const std::string program = "'" SOIREE_BINARY "' check --no-config ";
  run_shell(program + "--fix --ignore repeated-word .", site_.path("."));
  EXPECT_EQ(text("a.md"),
            "<!-- soiree-disable-next-line repeated-wrod -->\nIs this the the one?\n");
  site_.write("a.md", before);
  EXPECT_EQ(run_shell(program + "--fix --unsafe-fixes .", site_.path(".")).status, 0);
  EXPECT_EQ(text("a.md"),
            "<!-- soiree-disable-next-line repeated-word -->\nIs this the the one?\n");
  site_.write("b.md", "<!-- soiree-disable-next-line quote-sharing-checkin -->\nYes.\n");
  run_shell(program + "--fix --unsafe-fixes b.md", site_.path("."));
  EXPECT_NE(text("b.md").find("quote-sharing-checkin"), std::string::npos) << "no name is near";
}

TEST_F(FixRun, LeavesSilencedRulesInFrontMatterToTheWriter) {
  const std::string before = "---\ntitle: A\nsoiree:\n  disable:\n    - self-focus\n---\nYes.\n";
  site_.write("a.md", before);
  run_shell("'" SOIREE_BINARY "' check --no-config --fix .", site_.path("."));
  EXPECT_EQ(text("a.md"), before) << "an empty item would be left in the list";
}

// Whatever the style of a scalar: a second run finds nothing to do and the file still parses.
TEST_F(FixRun, FixesOfAllFixturesReachAnEnd) {
  for (const char* folder : {"sites", "cli"}) {
    const std::filesystem::path from = source_dir() / "fixtures" / folder;
    std::filesystem::copy(
        from, site_.path(folder),
        std::filesystem::copy_options::recursive | std::filesystem::copy_options::skip_symlinks);
  }
  const std::string program = "'" SOIREE_BINARY "' check --no-config --format jsonl ";
  const auto syntax = [&] {
    return run_shell(program + "--select syntax . | wc -l", site_.path(".")).output;
  };
  const std::string broken = syntax();
  run_shell(program + "--fix --unsafe-fixes .", site_.path("."));
  EXPECT_EQ(syntax(), broken);
  const ProgramResult again =
      run_shell(program + "--fix-dry-run --unsafe-fixes .", site_.path("."));
  EXPECT_EQ(again.output, "");
}

TEST_F(FixRun, KeepsPermissionsAndLinks) {
  site_.write("real/a.md", "Is this the the one?\n");
  std::filesystem::permissions(site_.path("real/a.md"), std::filesystem::perms(0640));
  std::filesystem::create_symlink("real/a.md", site_.path("link.md"));
  EXPECT_EQ(check("--fix link.md").status, 0);
  EXPECT_TRUE(std::filesystem::is_symlink(site_.path("link.md")));
  EXPECT_EQ(text("real/a.md"), "Is this the one?\n");
  EXPECT_EQ(std::filesystem::status(site_.path("real/a.md")).permissions(),
            std::filesystem::perms(0640));
}

TEST_F(FixRun, AReadOnlyFileIsToldAndTheOthersGoOn) {
  site_.write("a.md", "Is this the the one?\n");
  site_.write("b.md", "Is this the the one?\n");
  std::filesystem::permissions(site_.path("a.md"), std::filesystem::perms(0444));
  const ProgramResult result = check("--fix .");
  EXPECT_EQ(text("a.md"), "Is this the the one?\n");
  EXPECT_EQ(text("b.md"), "Is this the one?\n");
  EXPECT_NE(result.errors.find("read-only"), std::string::npos) << result.errors;
  EXPECT_EQ(result.status, 2);
}

}  // namespace
}  // namespace soiree
