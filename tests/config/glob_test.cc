#include "linter/config/glob.h"

#include <gtest/gtest.h>

#include <string>

namespace soiree {
namespace {

bool glob(std::string_view pattern, std::string_view path) { return Glob(pattern).matches(path); }

// A glob that crosses directories would switch rules off for posts nobody meant.
TEST(Glob, StarAndQuestionMarkStopAtSlash) {
  EXPECT_TRUE(glob("posts/*.md", "posts/a.md"));
  EXPECT_FALSE(glob("posts/*.md", "posts/2024/a.md"));
  EXPECT_TRUE(glob("posts/?.md", "posts/a.md"));
  EXPECT_FALSE(glob("posts?a.md", "posts/a.md"));
  EXPECT_FALSE(glob("[!x]", "/"));
  EXPECT_TRUE(glob("*a*b*c", "xxaxxbxxc"));
  EXPECT_FALSE(glob("*a*b*c", "xxaxxbxxcd"));
  EXPECT_TRUE(glob("a*", "a"));
  EXPECT_FALSE(glob("*.md", "x.md/"));
}

TEST(Glob, DoubleStarCrossesDirectories) {
  EXPECT_TRUE(glob("**/a.md", "a.md"));
  EXPECT_TRUE(glob("**/a.md", "x/y/a.md"));
  EXPECT_TRUE(glob("x/**/a.md", "x/a.md"));
  EXPECT_TRUE(glob("x/**/a.md", "x/y/z/a.md"));
  EXPECT_TRUE(glob("x/**/y/**/a.md", "x/q/y/y/w/a.md"));
  EXPECT_FALSE(glob("x/**/a.md", "y/a.md"));
  EXPECT_TRUE(glob("x/**", "x/y/a.md"));
  EXPECT_FALSE(glob("x/**", "x"));
  EXPECT_FALSE(glob("x**/a.md", "xy/z/a.md"));  // not a whole part: an ordinary star
  EXPECT_TRUE(glob("x**/a.md", "xy/a.md"));
  EXPECT_TRUE(glob("**", "x/y"));
}

TEST(Glob, SetsAndEscapes) {
  EXPECT_TRUE(glob("202[3-5]", "2024"));
  EXPECT_FALSE(glob("202[3-5]", "2026"));
  EXPECT_TRUE(glob("[!0-9]x", "ax"));
  EXPECT_FALSE(glob("[^0-9]x", "1x"));
  EXPECT_TRUE(glob("[]-]", "]"));
  EXPECT_TRUE(glob("[]-]", "-"));
  EXPECT_TRUE(glob("[[:digit:]_]", "_"));
  EXPECT_TRUE(glob("[a/]x", "ax"));
  EXPECT_TRUE(glob("\\*.md", "*.md"));
  EXPECT_FALSE(glob("\\*.md", "a.md"));
  EXPECT_TRUE(glob("caf\xC3\xA9/*", "caf\xC3\xA9/a"));
}

// A typing slip must not become a glob that matches everything.
TEST(Glob, MalformedMatchesNothing) {
  for (const char* pattern : {"[a", "a\\", "[[:nope:]]", "[", "x/[!", "[a-"}) {
    EXPECT_FALSE(Glob(pattern).well_formed()) << pattern;
    EXPECT_FALSE(glob(pattern, pattern)) << pattern;
  }
}

// Without the bound a hostile .gitignore would hang the run for years.
TEST(Glob, HostilePatternsStayFast) {
  std::string stars;
  std::string deep;
  for (int i = 0; i < 2000; ++i) {
    stars += "*a";
    deep += "**/a/";
  }
  std::string path;
  for (int i = 0; i < 2000; ++i) path += "a/";
  EXPECT_FALSE(glob(stars + "b", std::string(4000, 'a')));
  EXPECT_FALSE(glob(deep + "b", path + "c"));
}

std::string expanded(std::string_view pattern) {
  const Result<std::vector<std::string>> all = expand_braces(pattern);
  if (!all) return "error";
  std::string joined;
  for (const std::string& one : *all) joined += one + " ";
  return joined;
}

TEST(Braces, ExpandsGroups) {
  EXPECT_EQ(expanded("a.{md,mdx}"), "a.md a.mdx ");
  EXPECT_EQ(expanded("{a,b}{c,d}"), "ac ad bc bd ");
  EXPECT_EQ(expanded("x{a,{b,c}d}"), "xa xbd xcd ");
  EXPECT_EQ(expanded("{a,}b"), "ab b ");
  EXPECT_EQ(expanded("{a}"), "{a} ");
  EXPECT_EQ(expanded("{a,b"), "{a,b ");
  EXPECT_EQ(expanded("\\{a,b}"), "\\{a,b} ");
}

// Twenty small groups would be a million globs.
TEST(Braces, RefusesTooMany) {
  std::string pattern;
  for (int i = 0; i < 20; ++i) pattern += "{a,b}";
  EXPECT_EQ(expanded(pattern), "error");
}

}  // namespace
}  // namespace soiree
