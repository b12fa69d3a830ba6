// --fix where things go wrong or other options say what counts: no text is lost, nothing is fixed
// that would not be told, and what the dry run prints is what happens.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <random>

#include "linter/cli/fix_run.h"
#include "linter/lint/apply_fixes.h"
#include "tests/support/corpus_files.h"
#include "tests/support/lint_text.h"
#include "tests/support/paths.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_directory.h"

namespace soiree {
namespace {

namespace fs = std::filesystem;

class FixEdges : public testing::Test {
 protected:
  ProgramResult check(const std::string& arguments, const std::string& before = "") const {
    return run_shell(
        before + "'" SOIREE_BINARY "' check --no-config --select repeated-word " + arguments,
        site_.path());
  }
  void shell(const std::string& command) const {
    const ProgramResult result = run_shell(command, site_.path());
    ASSERT_EQ(result.status, 0) << command << "\n" << result.errors;
  }
  std::string text(const std::string& name) const { return read_bytes(site_.path(name)); }

  TemporaryDirectory site_;
};

TEST_F(FixEdges, OnlyChangedLinesWithDiff) {
  site_.write("a.md", "Is this the the one?\n\nYes.\n");
  shell(
      "git init -q . && git config user.email a@b.example && git config user.name A && "
      "git add . && git commit -qm base");
  site_.write("a.md", "Is this the the one?\n\nYes, of of course.\n");
  EXPECT_EQ(check("--fix --diff HEAD .").status, 0);
  EXPECT_EQ(text("a.md"), "Is this the the one?\n\nYes, of course.\n");
}

TEST_F(FixEdges, NothingThatTheBaselineKnows) {
  site_.write("a.md", "Is this the the one?\n");
  EXPECT_EQ(check("--write-baseline known.json .").status, 0);
  site_.write("a.md", "Is this the the one?\n\nYes, of of course.\n");
  EXPECT_EQ(check("--fix --baseline known.json .").status, 0);
  EXPECT_EQ(text("a.md"), "Is this the the one?\n\nYes, of course.\n");
}

TEST_F(FixEdges, NothingThatIsSilenced) {
  site_.write("a.md",
              "<!-- soiree-disable-next-line repeated-word -- a name -->\nIs this the the one?\n\n"
              "Yes, of of course.\n");
  EXPECT_EQ(check("--fix .").status, 0);
  EXPECT_EQ(text("a.md"),
            "<!-- soiree-disable-next-line repeated-word -- a name -->\nIs this the the one?\n\n"
            "Yes, of course.\n");
}

TEST_F(FixEdges, UnsafeFixesOnlyWhenAskedFor) {
  site_.write(".soiree/rules/plain.yaml",
              "id: plain\nsummary: Plain words.\nseverity: warning\nkind: phrases\n"
              "phrases:\n  - {phrase: utilise, replacement: use}\n");
  site_.write("a.md", "We utilise flour.\n");
  const std::string program = "'" SOIREE_BINARY "' check --select plain ";
  const ProgramResult safe = run_shell(program + "--fix .", site_.path());
  EXPECT_EQ(safe.status, 1) << safe.errors;
  EXPECT_EQ(text("a.md"), "We utilise flour.\n");
  EXPECT_EQ(run_shell(program + "--fix --unsafe-fixes .", site_.path()).status, 0);
  EXPECT_EQ(text("a.md"), "We use flour.\n");
}

// An editor saves while the linter runs.
TEST_F(FixEdges, AFileThatChangedMeanwhileIsLeftAlone) {
  std::string disk = "Is this the the one?\n";
  FixedTexts texts([&](const std::string&) -> Result<std::string> { return disk; });
  RunRequest request;
  request.files.emplace_back().path = "a.md";
  const auto lint = [&](const RunRequest&) {
    const std::string now = *texts.read("a.md");
    return lint_texts({{"a.md", now}}).findings;
  };
  texts.fix_all(request, lint, false, 10);
  ASSERT_EQ(texts.changes().at("a.md").after, "Is this the one?\n");
  disk = "Is this the the one? Somebody went on writing.\n";
  const std::vector<Error> errors = texts.write();
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0].file, "a.md");
  EXPECT_NE(errors[0].message.find("run again"), std::string::npos);
  EXPECT_TRUE(texts.changes().empty()) << "nothing counts as fixed";
}

TEST_F(FixEdges, ADirectoryThatMayNotBeWrittenToIsToldAndTheOthersGoOn) {
  site_.write("locked/a.md", "Is this the the one?\n");
  site_.write("open/b.md", "Is this the the one?\n");
  std::string as_user;
  if (geteuid() == 0) {
    // Root may write anywhere: as somebody else, then, who may read the program.
    as_user = "setpriv --reuid 12345 --regid 12345 --clear-groups ";
    if (run_shell(as_user + "'" SOIREE_BINARY "' --version", site_.path()).status != 0) {
      GTEST_SKIP() << "no setpriv, or the program is in a place that only root reads";
    }
    shell("chmod 755 . && chown -R 12345 locked open");
  }
  shell("chmod 555 locked");
  const ProgramResult result = check("--fix .", as_user);
  EXPECT_EQ(text("locked/a.md"), "Is this the the one?\n");
  EXPECT_EQ(text("open/b.md"), "Is this the one?\n") << result.errors;
  EXPECT_EQ(result.status, 2);
  EXPECT_NE(result.errors.find("locked/a.md: could not be written and was not fixed"),
            std::string::npos)
      << result.errors;
  EXPECT_EQ(std::distance(fs::directory_iterator(site_.path("locked")), {}), 1) << "no leftovers";
  shell("chmod 755 locked");
}

// A disk that is full takes a part of a file before it says so.
TEST_F(FixEdges, AFullDiskLosesNothing) {
  std::string before = "Is this the the one?\n";
  while (before.size() < 100'000) before += "\nAnother paragraph of a long post.\n";
  site_.write("posts/a.md", before);
  const ProgramResult result = check("--fix posts", "trap '' XFSZ; ulimit -f 64; ");
  EXPECT_EQ(result.status, 2);
  EXPECT_TRUE(text("posts/a.md") == before);
  EXPECT_NE(result.errors.find("posts/a.md: could not be written and was not fixed"),
            std::string::npos)
      << result.errors;
  EXPECT_NE(result.output.find("[repeated-word]"), std::string::npos) << "it is still there";
  EXPECT_EQ(std::distance(fs::directory_iterator(site_.path("posts")), {}), 1) << "no leftovers";
}

// Status 2 without a word leaves people guessing, and "fixed" without the text is none.
TEST_F(FixEdges, WhatGoesNowhereIsTold) {
  site_.write("a.md", "Is this the the one?\n");
  const ProgramResult diff = check("--fix-dry-run --output nowhere/a.diff a.md");
  EXPECT_EQ(diff.status, 2);
  EXPECT_NE(diff.errors.find("cannot write nowhere/a.diff"), std::string::npos) << diff.errors;
  const ProgramResult input = check("--fix --stdin-filepath a.md <a.md >/dev/full");
  EXPECT_EQ(input.status, 2);
  EXPECT_NE(input.errors.find("cannot write to standard output"), std::string::npos);
  EXPECT_EQ(input.errors.find("fixed"), std::string::npos) << input.errors;
}

// Titles in Chinese or Russian make names of three bytes for a character, up to the limit.
TEST_F(FixEdges, AFileWithTheLongestNameIsFixed) {
  std::string name;
  for (int i = 0; i < 84; ++i) name += "\u9905";
  name += ".md";
  site_.write(name, "Is this the the one?\n");
  EXPECT_EQ(check("--fix .").status, 0);
  EXPECT_EQ(text(name), "Is this the one?\n");
}

TEST_F(FixEdges, KeepsModeLinksLineEndsAndByteOrderMark) {
  site_.write("posts/a.md",
              "\xEF\xBB\xBFIs this the the one?\r\n\r\nthe\r\nthe other\rof of\n\nend");
  shell("chmod 6754 posts/a.md && ln -s posts/a.md b.md && ln posts/a.md hard.txt");
  EXPECT_EQ(check("--fix b.md").status, 0);
  EXPECT_EQ(text("posts/a.md"), "\xEF\xBB\xBFIs this the one?\r\n\r\nthe\r\nother\rof\n\nend");
  EXPECT_TRUE(fs::is_symlink(site_.path("b.md")));
  EXPECT_EQ(fs::status(site_.path("posts/a.md")).permissions(), fs::perms(06754));
}

TEST_F(FixEdges, KeepsTheOwner) {
  if (geteuid() != 0) GTEST_SKIP() << "only root may write the files of others";
  site_.write("a.md", "Is this the the one?\n");
  shell("chown 12345:12346 a.md && chmod 4755 a.md");
  EXPECT_EQ(check("--fix a.md").status, 0);
  struct stat status = {};
  ASSERT_EQ(stat(site_.path("a.md").c_str(), &status), 0);
  EXPECT_EQ(status.st_uid, 12345U);
  EXPECT_EQ(status.st_gid, 12346U);
  EXPECT_EQ(status.st_mode & 07777U, 04755U);
}

// What the editors of a blog may do to a post is not for everybody in the group of who fixes it.
TEST_F(FixEdges, AnotherGroupGetsNoRightsOfTheOldOne) {
  if (geteuid() != 0) GTEST_SKIP() << "only root may make files of others";
  const std::string as_user = "setpriv --reuid 12345 --regid 12345 --clear-groups ";
  site_.write("posts/a.md", "Is this the the one?\n");
  shell("chmod 755 . && chown 12345 posts && chmod 6764 posts/a.md");
  if (run_shell(as_user + "'" SOIREE_BINARY "' --version", site_.path()).status != 0) {
    GTEST_SKIP() << "no setpriv, or the program is in a place that only root reads";
  }
  EXPECT_EQ(check("--fix posts", as_user).status, 0);
  EXPECT_EQ(text("posts/a.md"), "Is this the one?\n");
  struct stat status = {};
  ASSERT_EQ(stat(site_.path("posts/a.md").c_str(), &status), 0);
  EXPECT_EQ(status.st_gid, 12345U);
  EXPECT_EQ(status.st_mode & 07777U, 0744U);
}

TEST_F(FixEdges, AFileUnderTwoNamesIsFixedOnce) {
  site_.write("posts/a.md", "Is this the the the one? And of of course.\n");
  shell("ln -s posts/a.md b.md && ln posts/a.md posts/hard.md");
  EXPECT_EQ(check("--fix b.md posts/a.md ./posts/../posts/a.md .").status, 0);
  EXPECT_EQ(text("posts/a.md"), "Is this the the the one? And of course.\n");
}

/// A post of pieces, some of which are doubled words, in every style of line end.
std::string made_post(std::mt19937& random) {
  constexpr const char* kPieces[] = {"the the ",          "of of ",  "and and\n",   "We bake ",
                                     "\xF0\x9F\x8E\x89 ", "\n\n",    "\r\n\r\n",    "*the the* ",
                                     "`the the` ",        "> of of", "\n- in in ",  "&amp; ",
                                     "the\nthe ",         ". ",      "[of of](x) ", "\r"};
  std::string post;
  for (size_t i = 5 + random() % 40; i > 0; --i) post += kPieces[random() % std::size(kPieces)];
  return post;
}

// The property that makes --fix safe to run on everything one has.
TEST_F(FixEdges, BytesOutsideOfWhatWasFlaggedStay) {
  std::mt19937 random(7);
  size_t fixed_posts = 0;
  for (int round = 0; round < 300; ++round) {
    const std::string before = made_post(random);
    RunResult result = lint_texts({{"a.md", before}});
    std::erase_if(result.findings, [](const Finding& f) { return f.fixes.empty(); });
    const FixedText fixed = apply_fixes(before, result.findings, 0, true);
    // What is not flagged must be there again, in its order.
    std::sort(result.findings.begin(), result.findings.end(),
              [](const Finding& a, const Finding& b) { return a.range.begin < b.range.begin; });
    size_t at = 0;
    size_t in_fixed = 0;
    for (const Finding& finding : result.findings) {
      size_t end = finding.range.end;
      for (const Edit& edit : finding.fixes[0].edits) {
        EXPECT_GE(edit.range.begin, finding.range.begin);
        // With a word at the beginning of a line goes the blank behind it.
        if (edit.range.end > end) {
          EXPECT_EQ(before.substr(end, edit.range.end - end), " ");
        }
        end = std::max<size_t>(end, edit.range.end);
      }
      if (finding.range.begin < at) continue;
      const std::string between = before.substr(at, finding.range.begin - at);
      const size_t found = fixed.text.find(between, in_fixed);
      ASSERT_NE(found, std::string::npos) << before << "\n->\n" << fixed.text;
      in_fixed = found + between.size();
      at = end;
    }
    EXPECT_TRUE(fixed.text.ends_with(before.substr(at))) << before << "\n->\n" << fixed.text;
    fixed_posts += fixed.applied > 0 ? 1 : 0;
  }
  EXPECT_GT(fixed_posts, 200U);
}

// Whoever reads the diff first and applies it has what --fix would have written.
TEST_F(FixEdges, ThePatchOfADryRunGivesWhatFixWrites) {
  std::mt19937 random(11);
  for (int i = 0; i < 60; ++i) {
    site_.write("plain/sub dir/" + std::to_string(i) + " \xC3\xA9.md", made_post(random));
  }
  site_.write("plain/quote \" back\\slash\nline.md", "Is this the the one?\n");
  shell("cp -r plain patched && cp -r plain applied && cp -r plain fixed");
  const std::string program =
      "'" SOIREE_BINARY "' check --no-config --select repeated-word --unsafe-fixes ";
  const ProgramResult dry =
      run_shell("cd plain && " + program + "--fix-dry-run . > ../diff", site_.path());
  EXPECT_EQ(dry.status, 1) << dry.errors;
  run_shell("cd fixed && " + program + "--fix .", site_.path());
  shell(
      "cd applied && git init -q . && git -c core.autocrlf=false apply --whitespace=nowarn ../diff "
      "&& rm -r .git");
  shell("diff -r fixed applied");
  if (run_shell("patch --version", site_.path()).status != 0) GTEST_SKIP() << "no patch(1) here";
  shell("cd patched && patch --binary -s -p1 < ../diff");
  shell("diff -r fixed patched");
}

}  // namespace
}  // namespace soiree
