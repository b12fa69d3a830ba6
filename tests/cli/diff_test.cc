// --diff in real repositories: people see what their own change brought, all of it and nothing
// else, and a clear word when git cannot say.
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "linter/cli/diff_lines.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_directory.h"

namespace soiree {
namespace {

class Repository {
 public:
  Repository() {
    git("init -q -b main . && git config user.email a@b.example && git config user.name A");
  }

  void write(std::string_view path, std::string_view text) const { directory_.write(path, text); }
  void commit() const { git("add -A && git commit -q -m change"); }
  void git(const std::string& arguments) const {
    const ProgramResult result = run_shell("git " + arguments, directory_.path());
    EXPECT_EQ(result.status, 0) << arguments << ": " << result.errors;
  }
  ProgramResult check(const std::string& arguments, const std::string& below = ".") const {
    return run_shell("'" SOIREE_BINARY "' check --select repeated-word,near-duplicate " + arguments,
                     directory_.path(below));
  }
  /// "FILE:LINE" of each finding.
  std::vector<std::string> found(const std::string& arguments,
                                 const std::string& below = ".") const {
    const ProgramResult result = check("--format json " + arguments, below);
    EXPECT_EQ(result.errors, "");
    std::vector<std::string> places;
    const nlohmann::json report = nlohmann::json::parse(result.output);
    for (const nlohmann::json& finding : report["findings"]) {
      places.push_back(finding["file"].get<std::string>() + ":" +
                       std::to_string(finding["range"]["start"]["line"].get<int>()));
    }
    return places;
  }
  std::string path() const { return directory_.path(); }

 private:
  TemporaryDirectory directory_;
};

using Places = std::vector<std::string>;

TEST(Diff, OnlyChangedLines) {
  const Repository repository;
  repository.write("a.md", "Is this the the one?\n\nFine here.\n\nAnd of of course.\n");
  repository.write("b.md", "Is this the the one?\n");
  repository.commit();
  repository.write("a.md", "Is this the the one?\n\nThis is for for real.\n\nAnd of of course.\n");
  EXPECT_EQ(repository.found("."), (Places{"a.md:1", "a.md:3", "a.md:5", "b.md:1"}));
  EXPECT_EQ(repository.found("--diff HEAD ."), Places{"a.md:3"});
  EXPECT_EQ(repository.check("--diff HEAD b.md").status, 0);
}

TEST(Diff, RenamedUntrackedAndStrangeNames) {
  const Repository repository;
  repository.write("old.md", "Is this the the one?\n\nSome more text that stays.\n\nAnd more.\n");
  repository.commit();
  repository.git("mv old.md 'new \xC3\xA9 \"x\".md'");
  EXPECT_EQ(repository.found("--diff HEAD ."), Places{});
  repository.write("new \xC3\xA9 \"x\".md",
                   "Is this the the one?\n\nSome more text that stays.\n\nAnd more of of it.\n");
  EXPECT_EQ(repository.found("--diff HEAD ."), Places{"new \xC3\xA9 \"x\".md:5"});
  repository.write("untracked.md", "Is this the the one?\n");
  repository.write("a b/with space.md", "Is this the the one?\n");
  repository.git("add -N 'a b'");
  EXPECT_EQ(repository.found("--diff HEAD ."),
            (Places{"a b/with space.md:1", "new \xC3\xA9 \"x\".md:5", "untracked.md:1"}));
}

TEST(Diff, FromADirectoryBelowAndByAbsolutePath) {
  const Repository repository;
  repository.write("site/posts/a.md", "Fine.\n");
  repository.write("b.md", "Is this the the one?\n");
  repository.commit();
  repository.write("site/posts/a.md", "Is this the the one?\n");
  EXPECT_EQ(repository.found("--diff HEAD posts ../b.md", "site"), Places{"posts/a.md:1"});
  EXPECT_EQ(repository.found("--diff HEAD '" + repository.path() + "/site'"),
            Places{repository.path() + "/site/posts/a.md:1"});
}

// Sites that mount one directory of posts under two names.
TEST(Diff, ADirectoryBehindALinkIsTheOneThatGitKnows) {
  const Repository repository;
  repository.write("posts/a.md", "Is this the the one?\n");
  std::filesystem::create_directory(repository.path() + "/site");
  std::filesystem::create_symlink("posts", repository.path() + "/content");
  std::filesystem::create_symlink("../posts", repository.path() + "/site/content");
  repository.commit();
  EXPECT_EQ(repository.found("--diff HEAD content"), Places{});
  EXPECT_EQ(repository.found("--diff HEAD content", "site"), Places{});
  repository.write("posts/a.md", "Is this the the one?\n\nAnd of of course.\n");
  EXPECT_EQ(repository.found("--diff HEAD content"), Places{"content/a.md:3"});
  EXPECT_EQ(repository.found("--diff HEAD content/a.md", "site"), Places{"content/a.md:3"});
}

TEST(Diff, SettingsOfTheUserDoNotMatter) {
  const Repository repository;
  repository.write("a.md", "Fine.\n");
  repository.write(".gitattributes", "*.md -diff\n");
  repository.commit();
  repository.git("config diff.noprefix true");
  repository.git("config diff.external /bin/false");
  repository.git("config color.ui always");
  repository.git("config core.quotePath true");
  repository.git("config diff.interHunkContext 10");
  repository.write("a.md", "Fine.\n\nIs this the the one?\n");
  EXPECT_EQ(repository.found("--diff HEAD ."), Places{"a.md:3"});
}

// `git --literal-pathspecs commit`, as Magit calls it, sets the first one for its hooks.
TEST(Diff, VariablesThatChangeWhatGitTakesAndPrintsDoNotMatter) {
  const Repository repository;
  repository.write("a.md", "Is this the the one?\n\nFine.\n");
  repository.commit();
  repository.write("a.md", "Is this the the one?\n\nFine here.\n");
  for (const char* variable :
       {"GIT_LITERAL_PATHSPECS=1", "GIT_GLOB_PATHSPECS=1", "GIT_NOGLOB_PATHSPECS=1",
        "GIT_ICASE_PATHSPECS=1", "GIT_DIFF_OPTS=-u9"}) {
    const ProgramResult result =
        run_shell(std::string(variable) + " '" SOIREE_BINARY "' check --no-config --diff HEAD .",
                  repository.path());
    EXPECT_EQ(result.output, "No findings in 1 post (1 file)\n") << variable;
    EXPECT_EQ(result.errors, "") << variable;
  }
}

TEST(Diff, WhatABranchBrought) {
  const Repository repository;
  repository.write("a.md", "Fine.\n");
  repository.commit();
  repository.git("checkout -q -b topic");
  repository.write("topic.md", "Is this the the one?\n");
  repository.commit();
  repository.git("checkout -q main");
  repository.write("a.md", "Fine the the second time.\n");
  repository.commit();
  repository.write("a.md", "Fine.\n");
  repository.commit();
  repository.git("checkout -q topic");
  EXPECT_EQ(repository.found("--diff main... ."), Places{"topic.md:1"});
}

// The older post of a pair may be the one that was edited into a repetition.
TEST(Diff, AFeedFindingWhenEitherPostChanged) {
  const Repository repository;
  const std::string same = "Fresh rye and walnut loaves at the Saturday market, come and say hello";
  const auto schedule = [&](const std::string& first, const std::string& third) {
    return "posts:\n  - at: 2026-03-01 09:00\n    text: " + first +
           "\n  - at: 2026-03-02 09:00\n    text: The oven is open on Monday for who wants to bake"
           "\n  - at: 2026-03-03 09:00\n    text: " +
           third + "\n";
  };
  repository.write("schedule.yaml", schedule("Something else that nobody has said before", same));
  repository.commit();
  repository.write("schedule.yaml", schedule(same, same));
  EXPECT_EQ(repository.found("--diff HEAD ."), Places{"schedule.yaml:7"});
  repository.commit();
  EXPECT_EQ(repository.found("--diff HEAD ."), Places{});
}

// A theme that comes as a submodule is reviewed where it lives.
TEST(Diff, PostsOfASubmoduleAreAnotherRepositorys) {
  const Repository theme;
  theme.write("example/a.md", "Is this the the one?\n");
  theme.commit();
  const Repository repository;
  repository.write("a.md", "Fine.\n");
  repository.git("-c protocol.file.allow=always submodule --quiet add '" + theme.path() +
                 "' 'my theme'");
  repository.commit();
  repository.write("a.md", "Is this the the one?\n");
  EXPECT_EQ(repository.found("."), (Places{"a.md:1", "my theme/example/a.md:1"}));
  EXPECT_EQ(repository.found("--diff HEAD ."), Places{"a.md:1"});
  repository.write("my theme/example/a.md", "Fine.\n\nIs this for for me?\n");
  EXPECT_EQ(repository.found("--diff HEAD .", "my theme"), Places{"example/a.md:3"})
      << "in there it is the repository";
}

TEST(Diff, DeletedBinaryAndUnfinishedFiles) {
  const Repository repository;
  repository.write("deleted.md", "Is this the the one?\n");
  repository.write("binary.md", std::string("x\0y the the\n\nand the the\n", 24));
  repository.write("end.md", "Is this the the one?\n\nThe last of it");
  repository.commit();
  repository.git("rm -q deleted.md");
  repository.write("binary.md", std::string("x\0y the the\n\nand of of\n", 23));
  repository.write("end.md", "Is this the the one?\n\nThe last of of it");
  EXPECT_EQ(repository.found("--diff HEAD ."), (Places{"binary.md:3", "end.md:3"}));
}

TEST(Diff, SaysWhyNot) {
  const Repository repository;
  repository.write("a.md", "Is this the the one?\n");
  repository.commit();
  const auto error = [&](const std::string& arguments) {
    const ProgramResult result = repository.check(arguments);
    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(result.output, "");
    return result.errors;
  };
  EXPECT_EQ(error("--diff nowhere ."),
            "soiree: --diff: git knows no revision `nowhere` here; `git fetch` may bring it\n");
  EXPECT_NE(error("--diff '' .").find("takes one revision"), std::string::npos);
  EXPECT_NE(error("--diff=--output=x .").find("takes one revision"), std::string::npos);
  EXPECT_NE(error("--diff ^main .").find("takes one revision"), std::string::npos);
  EXPECT_NE(error("--diff main..topic .").find("takes one revision"), std::string::npos);
  const TemporaryDirectory plain;
  plain.write("a.md", "Fine.\n");
  const ProgramResult outside =
      run_shell("GIT_CEILING_DIRECTORIES=/ '" SOIREE_BINARY "' check --diff HEAD .", plain.path());
  EXPECT_EQ(outside.status, 2);
  EXPECT_NE(outside.errors.find("needs the work tree of a git repository"), std::string::npos)
      << outside.errors;
  const ProgramResult without =
      run_shell("PATH=/nowhere '" SOIREE_BINARY "' check --diff HEAD .", repository.path());
  EXPECT_EQ(without.status, 2);
  EXPECT_NE(without.errors.find("git is not installed"), std::string::npos) << without.errors;
}

// Containers of CI services check out as somebody else than they run as.
TEST(Diff, ARepositoryOfSomebodyElseSaysHowToTrustIt) {
  const Repository repository;
  repository.write("a.md", "Fine.\n");
  repository.commit();
  const ProgramResult result = run_shell(
      "GIT_TEST_ASSUME_DIFFERENT_OWNER=1 HOME=/nowhere '" SOIREE_BINARY "' check --diff HEAD .",
      repository.path());
  EXPECT_EQ(result.status, 2);
  const std::string remedy =
      "git config --global --add safe.directory '" + repository.path() + "'\n";
  EXPECT_TRUE(result.errors.ends_with(remedy)) << result.errors;
}

TEST(Diff, AShallowCloneSaysHowToFetch) {
  const Repository repository;
  repository.write("a.md", "Fine.\n");
  repository.commit();
  repository.git("tag first");
  repository.write("a.md", "Finer.\n");
  repository.commit();
  const TemporaryDirectory clone;
  const ProgramResult made =
      run_shell("git clone -q --depth=1 'file://" + repository.path() + "' c", clone.path());
  ASSERT_EQ(made.status, 0) << made.errors;
  const ProgramResult result =
      run_shell("'" SOIREE_BINARY "' check --diff first .", clone.path("c"));
  EXPECT_EQ(result.status, 2);
  EXPECT_NE(result.errors.find("this clone is shallow"), std::string::npos) << result.errors;
}

TEST(DiffLines, ContentThatLooksLikeAHeader) {
  const DiffFiles files = read_diff(
      "diff --git a/x.md b/x.md\n--- a/x.md\n+++ b/x.md\n"
      "@@ -2,2 +2 @@ text\n--- a/y.md\n-@@ -1 +1 @@\n+++ b/z.md\n"
      "@@ -9 +7,0 @@\n-gone\n"
      "@@ -20,0 +18,2 @@\n+one\n+two\n\\ No newline at end of file\n"
      "diff --git \"a/\\303\\251.md\" \"b/\\303\\251\\t.md\"\n--- \"a/\\303\\251.md\"\n"
      "+++ \"b/\\303\\251\\t.md\"\n@@ -1 +1 @@\n-a\n+b\n"
      "diff --git a/d.md b/d.md\n--- a/d.md\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n");
  ASSERT_EQ(files.size(), 2U);
  const std::vector<DiffLines>& lines = files.at("x.md");
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_TRUE(touches(lines, 2, 2));
  EXPECT_FALSE(touches(lines, 3, 7));
  EXPECT_FALSE(touches(lines, 8, 9));
  EXPECT_TRUE(touches(lines, 7, 8)) << "a line between them is gone";
  EXPECT_TRUE(touches(lines, 19, 30));
  EXPECT_TRUE(files.contains("\xC3\xA9\t.md"));
}

}  // namespace
}  // namespace soiree
