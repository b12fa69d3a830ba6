// What the examples of rules/empty-hype/rule.md do not show: options, evidence, other languages,
// hostile texts.
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "linter/lint/ruleset.h"
#include "linter/post/read_posts.h"
#include "linter/text/source_file.h"
#include "rules/empty-hype/hype.h"

namespace soiree {
namespace {

using OptionValues = std::map<std::string, OptionValue>;

std::vector<Finding> lint_article(const std::string& text, const OptionValues& options = {},
                                  const std::string& path = "post.md") {
  const SourceFile file(path, text);
  const RuleInfo* info = find_rule_info("empty-hype");
  const Ruleset ruleset(std::vector<RuleChoice>{{info, info->severity, options}}, {});
  std::vector<Finding> findings;
  for (const Post& post : read_posts(file, {}).posts) lint_post(post, ruleset, 0, {}, findings);
  return findings;
}

std::string repeat(const std::string& text, int times) {
  std::string repeated;
  for (int i = 0; i < times; ++i) repeated += text;
  return repeated;
}

const char* const kHype =
    "This oven is a game-changer, and it takes your bread to the next level. It has a "
    "revolutionary "
    "stone and a door that nobody has seen before, and it will redefine how the valley bakes.\n";

TEST(EmptyHype, StrengthSaysHowMuchMustComeTogether) {
  EXPECT_EQ(lint_article(kHype).size(), 1U);
  EXPECT_TRUE(lint_article(kHype, {{"strength", 5.0}}).empty());
}

TEST(EmptyHype, LinksAreEvidence) {
  std::string measured = kHype;
  for (int i = 0; i < 12; ++i)
    measured += "[Bake](https://example.org/" + std::to_string(i) + ")\n";
  EXPECT_TRUE(lint_article(measured).empty());
}

TEST(EmptyHype, ALongTextCarriesBigWords) {
  const std::string advice =
      "Let the dough rest until it has grown by half, then fold it from all four sides and turn "
      "it. ";
  EXPECT_TRUE(lint_article(repeat(advice, 150) + "\n\n" + kHype).empty());
}

TEST(EmptyHype, IsSilentInOtherLanguages) {
  EXPECT_TRUE(
      lint_article("---\nlang: de\n---\nDieser Ofen ist ein game-changer, er bringt dein Brot "
                   "auf das next level und ist revolutionary. Unlock your potential!\n")
          .empty());
}

// "1 superlative in 0 words" accuses a bare repost of a slogan that nobody wrote.
TEST(EmptyHype, HashtagsAloneAreNoSlogan) {
  const auto tweet = [](const std::string& text) { return lint_article(text, {}, "a.tweet"); };
  EXPECT_EQ(tweet("This is the one #HODL\n").size(), 1U);
  EXPECT_TRUE(tweet("#HODL #EthereumClassic\n").empty());
  EXPECT_TRUE(tweet("---\nretweet: https://example.org/a/status/1\n---\n\n#HODL #coin\n").empty());
}

TEST(EmptyHype, HostileTexts) {
  EXPECT_LE(lint_article(repeat("Not because. ", 20000)).size(), 1U);
  EXPECT_LE(lint_article(repeat("the most the most ", 20000)).size(), 1U);
  EXPECT_TRUE(lint_article("").empty());
}

}  // namespace
}  // namespace soiree
