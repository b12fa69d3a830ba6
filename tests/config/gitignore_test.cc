#include "linter/config/gitignore.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <random>
#include <set>
#include <string>

#include "linter/config/discovery.h"
#include "linter/config/disk_files.h"
#include "tests/support/temporary_directory.h"

namespace soiree {
namespace {

bool ignored(std::string_view text, std::string_view path, bool directory = false) {
  return PatternList::from_gitignore(text).verdict(path, directory) == Verdict::ignored;
}

TEST(Gitignore, ReadsLinesAsGitDoes) {
  EXPECT_TRUE(ignored("# note\n\ndrafts\r\n", "drafts"));
  EXPECT_TRUE(ignored("\xEF\xBB\xBF*.md\n", "a.md"));
  EXPECT_TRUE(ignored("a.md   \n", "a.md"));
  EXPECT_TRUE(ignored("a\\ \n", "a "));
  EXPECT_TRUE(ignored("\\#a\n\\!b", "#a"));
  EXPECT_TRUE(ignored("\\#a\n\\!b", "!b"));
  EXPECT_FALSE(ignored("*.md\n!keep.md\n", "x/keep.md"));
  EXPECT_TRUE(ignored("/a.md", "a.md"));
  EXPECT_FALSE(ignored("/a.md", "x/a.md"));
  EXPECT_FALSE(ignored("x/a.md", "y/x/a.md"));
  EXPECT_TRUE(ignored("build/", "y/build", true));
  EXPECT_FALSE(ignored("build/", "y/build", false));
  EXPECT_FALSE(ignored("/\n!\n", "a"));
}

// `files: [posts, "!posts/guest/**"]` must leave guests out: here git's own rule would surprise.
TEST(PatternList, SelectsByDirectoryAndLaterExceptions) {
  PatternList list;
  ASSERT_TRUE(list.add_with_braces("posts/", 1));
  ASSERT_TRUE(list.add_with_braces("!posts/guest/**", 2));
  ASSERT_TRUE(list.add_with_braces("./*.{mdx,tweet}", 3));
  EXPECT_TRUE(list.selects("posts/2024/a.md"));
  EXPECT_FALSE(list.selects("posts/guest/a.md"));
  EXPECT_TRUE(list.selects("a.tweet"));
  EXPECT_FALSE(list.selects("x/a.tweet"));
  EXPECT_FALSE(list.selects("other/a.md"));
  EXPECT_FALSE(list.add_with_braces("posts/[a", 4));
}

std::string run(const std::string& command) {
  std::string output;
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return output;
  std::array<char, 4096> buffer;
  while (const size_t got = fread(buffer.data(), 1, buffer.size(), pipe)) {
    output.append(buffer.data(), got);
  }
  return pclose(pipe) == 0 ? output : "";
}

std::string quoted(const std::string& path) { return "'" + path + "'"; }

/// What git itself would not ignore: all names, one a line, by `git ls-files`.
std::set<std::string> git_files(const std::string& root) {
  const std::string listed = run("cd " + quoted(root) +
                                 " && git -c core.quotePath=false -c core.excludesFile=/dev/null "
                                 "ls-files --others --exclude-standard -- '*.md' 2>/dev/null");
  std::set<std::string> files;
  for (size_t at = 0; at < listed.size();) {
    const size_t end = listed.find('\n', at);
    files.insert(listed.substr(at, end - at));
    at = end + 1;
  }
  return files;
}

class RandomRules {
 public:
  explicit RandomRules(uint32_t seed) : random_(seed) {}
  template <class List>
  std::string one_of(const List& list) {
    return list[random_() % std::size(list)];
  }
  /// No `a**/b`: git strips the literal start first and then takes `**/` for a whole part, against
  /// its own manual ("other consecutive asterisks are considered regular asterisks").
  std::string path_pattern() {
    static constexpr std::array kParts = {
        "a",    "b",    "ab",       "c.md", "*",    "**",          "a*",   "*b",    "?",   "[ab]",
        "[!a]", "*.md", "[a]**",    "**b",  "a?*",  "[[:alpha:]]", "\\a",  "*a*b*", "***", "[a-b]*",
        "[",    "d e",  "[^b]*.md", "?.md", "a.md", "b.md",        "[]a]", "[a/]",  "c\\", "!a"};
    std::string pattern = random_() % 4 == 0 ? "!" : "";
    if (random_() % 4 == 0) pattern += "/";
    pattern += one_of(kParts);
    while (random_() % 2 == 0) pattern += "/" + one_of(kParts);
    if (random_() % 4 == 0) pattern += "/";
    if (random_() % 8 == 0) pattern += "  ";
    return pattern;
  }
  std::string ignore_file() {
    std::string text = random_() % 8 == 0 ? "\xEF\xBB\xBF" : "";
    static constexpr std::array kEnds = {"\n", "\n", "\n", "\r\n", "\n\n", "\n# x\n"};
    for (uint32_t i = random_() % 5; i-- > 0;) text += path_pattern() + one_of(kEnds);
    return text + (random_() % 3 == 0 ? path_pattern() : "");
  }

 private:
  std::mt19937 random_;
};

// A post that git ignores must not be reported, and one that it tracks must never be lost: compared
// with git itself on random rule files at three depths.
TEST(Gitignore, AgreesWithGit) {
  if (run("git --version 2>/dev/null").empty()) GTEST_SKIP() << "git is not installed";
  const TemporaryDirectory directory;
  ASSERT_NE(run("git init -q " + quoted(directory.path()) + " && echo made"), "");
  for (const char* outer : {"", "a/", "b/", "ab/", "a/b/", "a/a/", "b/d e/", "a/b/ab/"}) {
    for (const char* name : {"a.md", "b.md", "c.md", "ab.md", "a b.md"}) {
      directory.write(std::string(outer) + name, "x");
    }
  }
  size_t ignored_files = 0;
  for (uint32_t seed = 0; seed < 300; ++seed) {
    RandomRules rules(seed);
    for (const char* place : {".gitignore", "a/.gitignore", "a/b/.gitignore"}) {
      directory.write(place, rules.ignore_file());
    }
    directory.write(".git/info/exclude", rules.ignore_file());
    const std::vector<std::string> arguments = {directory.path()};
    const Discovery found = discover(arguments, DiskFiles(), nullptr);
    std::set<std::string> ours;
    for (const std::string& file : found.files) {
      ours.insert(file.substr(directory.path().size() + 1));
    }
    const std::set<std::string> theirs = git_files(directory.path());
    ASSERT_EQ(ours, theirs) << "seed " << seed << "\n"
                            << run("cd " + quoted(directory.path()) +
                                   " && head -20 .git/info/exclude $(find . -name .gitignore)");
    ignored_files += 40 - theirs.size();
  }
  EXPECT_GT(ignored_files, 1000U) << "the random rules ignore too little to prove anything";
}

}  // namespace
}  // namespace soiree
