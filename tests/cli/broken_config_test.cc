// Every way to get a configuration wrong: told with its place and what to do, status 2, and what is
// right in it still holds for the rest of the run.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "tests/support/run_program.h"
#include "tests/support/temporary_directory.h"

namespace soiree {
namespace {

struct Broken {
  const char* text;
  const char* error;  ///< as printed, without "soiree: "
};

constexpr Broken kBroken[] = {
    {"rules: {self-focus: [\n",
     ".soiree.yaml:1:8: what starts here with `{` is not closed; add the missing `}` behind its "
     "last "
     "entry, or put it in quotes if it is text"},
    {"\tx: 1\n",
     ".soiree.yaml:1:1: this line is indented with a tab, which YAML does not allow; indent it "
     "with "
     "spaces"},
    {"- x\n", ".soiree.yaml:1:1: the configuration must be a mapping; write `key: value` lines"},
    // yaml-cpp takes what is left for one document after the other, without an end.
    {"\"x\"\"\",",
     ".soiree.yaml:1:1: the configuration must be a mapping; write `key: value` lines"},
    {"rules: {}\n---\nrules: {}\n",
     ".soiree.yaml:3:1: a configuration is one YAML document; remove the `---` before this"},
    {"rules: 7\n", ".soiree.yaml:1:8: `rules` must be a mapping; write `key: value` lines"},
    {"rulez: {}\n",
     ".soiree.yaml:1:1: unknown key `rulez` in the configuration; did you mean `rules`?"},
    {"rules:\n  self-focus: note\n  self-focus: error\n",
     ".soiree.yaml:3:3: `self-focus` is set twice here; keep one of them"},
    {"rules: {self-focus: loud}\n",
     ".soiree.yaml:1:21: `loud` is no severity; known here: `off`, `note`, `warning`, `error`"},
    {"rules: {self-focuz: note}\n",
     ".soiree.yaml:1:9: unknown rule `self-focuz`; did you mean `self-focus`?"},
    {"rules: {self-focus: {minimum-word: 3}}\n",
     ".soiree.yaml:1:22: unknown key `minimum-word` in rule `self-focus`; did you mean "
     "`minimum-words`?"},
    {"largest-file: -3\n", ".soiree.yaml:1:15: `-3` is no size; write it with a unit like `8 MiB`"},
    {"overrides: [{files: \"[\"}]\n",
     ".soiree.yaml:1:21: this glob is malformed (a `[` without `]`, or a `\\` at the end) and "
     "matches nothing; close the bracket or write `\\[`"},
    {"extends: .soiree.yaml\n",
     ".soiree.yaml:1:10: these files extend each other: `.soiree.yaml` extends `.soiree.yaml`; "
     "remove one `extends`"},
    {"extends: other.yaml\n",
     "other.yaml:1:10: these files extend each other: `.soiree.yaml` extends `other.yaml` extends "
     "`.soiree.yaml`; remove one `extends`"},
    {"extends: nowhere.yaml\n",
     ".soiree.yaml:1:10: cannot extend `nowhere.yaml`: no such file or directory; check the "
     "spelling of the path"},
    {"extends: /dev/zero\n",
     ".soiree.yaml:1:10: cannot extend `/dev/zero`: this is a pipe, a socket or a device and no "
     "regular file; save its content in one"},
    {"extends: .\n",
     ".soiree.yaml:1:10: cannot extend `.`: this is a directory and not a file; give the path of a "
     "file"},
    {"language: Caf\xE9\n", ".soiree.yaml:1:14: not UTF-8 text; save the file as UTF-8"},
};

class BrokenConfig : public testing::Test {
 protected:
  void SetUp() override {
    site_.write("a.md", "Is this the the one?\n");
    site_.write("other.yaml", "extends: .soiree.yaml\n");
  }
  void expect(const std::string& error, const std::string& before = "", int status = 2) const {
    const ProgramResult result =
        run_shell("timeout 20 " + before + "'" SOIREE_BINARY "' check a.md", site_.path());
    EXPECT_EQ(result.status, status) << error;
    EXPECT_EQ(result.errors.substr(0, result.errors.find('\n')), "soiree: " + error);
    EXPECT_NE(result.output.find("a.md:1:9: warning [repeated-word]"), std::string::npos) << error;
  }

  TemporaryDirectory site_;
};

TEST_F(BrokenConfig, IsToldWithItsPlaceAndTheRemedy) {
  for (const Broken& broken : kBroken) {
    site_.write(".soiree.yaml", broken.text);
    expect(broken.error);
  }
}

TEST_F(BrokenConfig, WhatIsRightInItHolds) {
  site_.write(".soiree.yaml", "rules: {repeated-word: off, self-focuz: note}\n");
  const ProgramResult result = run_shell("'" SOIREE_BINARY "' check a.md", site_.path());
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.output, "No findings in 1 post (1 file)\n");
  EXPECT_TRUE(result.errors.ends_with(
      "soiree: the configuration has mistakes; what is right in it was used\n"));
}

TEST_F(BrokenConfig, IsNoReadableFile) {
  const std::string path = site_.path(".soiree.yaml");
  const std::string what = ".soiree.yaml: the configuration cannot be read: ";
  ASSERT_EQ(mkfifo(path.c_str(), 0644), 0);
  expect(what +
         "this is a pipe, a socket or a device and no regular file; save its content in one");
  std::filesystem::remove(path);
  std::filesystem::create_directory(path);
  expect(what + "this is a directory and not a file; give the path of a file");
  std::filesystem::remove(path);
  std::filesystem::create_symlink(".soiree.yaml", path);
  expect(what + "this symbolic link leads back to itself; remove or repair the link");
  std::filesystem::remove(path);
  site_.write(".soiree.yaml", "rules: {}\n");
  chmod(path.c_str(), 0);
  chmod(site_.path().c_str(), 0755);
  const std::string user =
      geteuid() == 0 ? "setpriv --reuid 12345 --regid 12345 --clear-groups " : "";
  if (run_shell(user + "'" SOIREE_BINARY "' --version", site_.path()).status != 0) {
    GTEST_SKIP() << "root reads everything, and setpriv does not work here";
  }
  expect(what + "no permission to read this; change its permissions or leave it out", user);
}

}  // namespace
}  // namespace soiree
