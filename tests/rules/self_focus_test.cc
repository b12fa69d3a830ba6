// What the examples of rules/self-focus/rule.md do not show: options, own names, other languages.
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "linter/lint/ruleset.h"
#include "linter/post/read_posts.h"
#include "linter/post/segment_post.h"
#include "linter/text/source_file.h"

namespace soiree {
namespace {

using OptionValues = std::map<std::string, OptionValue>;

Ruleset ruleset_with(const OptionValues& options, const RuleContext& context) {
  const RuleInfo* info = find_rule_info("self-focus");
  return Ruleset(std::vector<RuleChoice>{{info, info->severity, options}}, context);
}

std::vector<Finding> lint_article(const std::string& text, const OptionValues& options = {},
                                  const RuleContext& context = {}) {
  const SourceFile file("post.md", text);
  const Ruleset ruleset = ruleset_with(options, context);
  std::vector<Finding> findings;
  for (const Post& post : read_posts(file, {}).posts) lint_post(post, ruleset, 0, {}, findings);
  return findings;
}

std::vector<Finding> lint_short(const std::string& text, const OptionValues& options = {}) {
  Post post;
  post.kind = PostKind::social;
  MappedText mapped;
  mapped.append_verbatim(text, 0);
  read_plain_text(mapped, post.document);
  segment_post(post, Language::unknown);
  std::vector<Finding> findings;
  lint_post(post, ruleset_with(options, {}), 0, {}, findings);
  return findings;
}

std::string repeat(const std::string& text, int times) {
  std::string repeated;
  for (int i = 0; i < times; ++i) repeated += text;
  return repeated;
}

const char* const kDiary =
    "I was at my desk all day and I finished my talk. In the evening I went to my sister's place, "
    "and I had a slice of my own cake. I slept well, since I was tired from my long walk to my "
    "office and back. I think I will take the bus to my office tomorrow, if I wake up in time.\n";

// Press releases praise the house by its name; without `self` nobody can know that it is theirs.
TEST(SelfFocus, OwnNamesOfTheConfigurationCount) {
  const std::string release =
      "Plum Bakery has opened its third oven. Plum Bakery was founded in a garage, and today Plum "
      "Bakery bakes for the whole valley. The new oven of Plum Bakery holds forty loaves. For more "
      "bread, more ovens and more space, Plum Bakery has also leased the hall next door. Plum "
      "Bakery is very proud of it, and Plum Bakery says so. We at @plumbakery hope for more. In "
      "spring, Plum Bakery will bake rye.\n";
  EXPECT_TRUE(lint_article(release).empty());
  const auto findings = lint_article(release, {}, {{"Plum Bakery", "plumbakery"}});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_NE(findings[0].message.find("10 times"), std::string::npos) << findings[0].message;
}

// Many houses write of themselves in the third person throughout.
TEST(SelfFocus, OwnNamesStandForWeWhereNoneIsSaid) {
  const std::string release =
      "Brightwater today opened its tenth branch. The company, which was founded in 1998, is the "
      "market leader in the region. Brightwater's managing director said that the company had "
      "never "
      "been in better shape. Brightwater employs two hundred people. Brightwater's products have "
      "won prizes, and Brightwater plans to open three more branches next year.\n";
  EXPECT_TRUE(lint_article(release).empty());
  EXPECT_EQ(lint_article(release, {}, {{"Brightwater"}}).size(), 1U);
}

// A list of links to one's own articles is navigation.
TEST(SelfFocus, OwnNamesInLinksDoNotCount) {
  const std::string links =
      repeat("At [Plum Bakery](https://example.org) the shop opens at nine.\n\n", 12);
  const std::string names = repeat("At Plum Bakery the shop opens at nine.\n\n", 12);
  EXPECT_EQ(lint_article(names, {}, {{"Plum Bakery"}}).size(), 1U);
  // A name that is a link says where something comes from, with an image in the link, too.
  const std::string linked = repeat(
      "[At Plum Bakery the shop ![door](door.png) opens](https://example.org) at nine.\n\n", 12);
  EXPECT_TRUE(lint_article(linked, {}, {{"Plum Bakery"}}).empty());
  EXPECT_TRUE(lint_article(links, {}, {{"Plum Bakery"}}).empty());
}

// The name of a firm is often a word as well.
TEST(SelfFocus, OwnNamesWithCapitalsAreNotOrdinaryWords) {
  const std::string words = repeat("A plausible answer is a plausible guess.\n\n", 12);
  const std::string names = repeat("At Plausible the answer is a Plausible guess.\n\n", 12);
  EXPECT_TRUE(lint_article(words, {}, {{"Plausible"}}).empty());
  EXPECT_EQ(lint_article(names, {}, {{"Plausible"}}).size(), 1U);
}

// Somebody who is content with a stricter or milder rule must be able to say so.
TEST(SelfFocus, OptionsMoveTheThresholds) {
  EXPECT_EQ(lint_article(kDiary).size(), 1U);
  EXPECT_TRUE(lint_article(kDiary, {{"minimum-words", int64_t{500}}}).empty());
  EXPECT_TRUE(lint_article(kDiary + repeat("It rained.\n", 80), {{"density", 0.2}}).empty());
  const std::string mixed =
      repeat("I lost my bag; she found her bag and gave her dog her bone.\n\n", 8) +
      repeat("I was happy about my bag.\n\n", 4);
  EXPECT_EQ(lint_article(mixed).size(), 1U);
  EXPECT_TRUE(lint_article(mixed, {{"share", 0.65}}).empty());
  EXPECT_EQ(lint_short("I need my coffee.").size(), 1U);
  EXPECT_TRUE(lint_short("I need my coffee.", {{"short-posts", false}}).empty());
}

// A quotation full of "I" is not the author's diary, wherever the marks stand.
TEST(SelfFocus, QuotedWordsAreNotTheAuthors) {
  EXPECT_TRUE(lint_article("The baker wrote:\n\n> " + std::string(kDiary)).empty());
  EXPECT_TRUE(lint_article("The baker wrote: \u201C" +
                           std::string(kDiary, std::string(kDiary).size() - 1) + "\u201D\n")
                  .empty());
}

// The words of one language mean other things in another.
TEST(SelfFocus, OtherLanguagesAreLeftAlone) {
  EXPECT_TRUE(lint_article(repeat("我今天很累。我的书写完了，我很高兴。\n\n", 20)).empty());
  EXPECT_TRUE(lint_article(repeat("私は今日とても疲れた。私の本を書き終えた。\n\n", 20)).empty());
  EXPECT_TRUE(lint_short("Me voy a casa, estoy muy cansado y quiero mi cama para dormir.").empty());
}

// Replies are conversation, and a check-in is no excuse for a mention.
TEST(SelfFocus, ShortPostsForOthersAreLeftAlone) {
  EXPECT_TRUE(lint_short("@kim I lost my keys again").empty());
  EXPECT_TRUE(lint_short("RT @kim: I lost my keys again").empty());
  EXPECT_TRUE(lint_short("I won! Thanks to all of my friends").empty());
  EXPECT_TRUE(lint_short("Part I of the series is online: https://example.org").empty());
  EXPECT_TRUE(lint_short("Who brings the cake to my party? You?").empty());
  EXPECT_EQ(lint_short("Great evening (@ Town Hall in Springfield)").size(), 1U);
  EXPECT_TRUE(lint_short("He says they want to sell the mill, and I doubt them").empty());
  EXPECT_EQ(lint_short("I sold my mill to them and I miss my stones").size(), 1U);
  EXPECT_TRUE(lint_short("I hope the bridge opens on Monday").empty());
  EXPECT_EQ(lint_short("I hope I can sleep on Monday").size(), 1U);
  EXPECT_TRUE(lint_short("Bumblebees fascinate me").empty());
  EXPECT_TRUE(lint_short("What a small and shameful world we live in").empty());
  EXPECT_EQ(lint_short("We moved into the mill").size(), 1U);
  EXPECT_TRUE(lint_short("Made by two sisters in the valley").empty());
  EXPECT_EQ(lint_short("About to take a long walk with music").size(), 1U);
  EXPECT_TRUE(lint_short("The cat at home, goat @home and the 16th @ 20:30").empty());
}

// A file made to hurt must not stop the editor.
TEST(SelfFocus, HostileTextsTakeLinearTime) {
  lint_short(repeat("(@", 1 << 20));
  lint_short(repeat("#tag \"", 1 << 19));
  lint_short(repeat("1-1", 1 << 19));
  lint_article(repeat("[Plum](x) ", 1 << 17) + repeat("Plum ", 1 << 18), {}, {{"Plum"}});
}

}  // namespace
}  // namespace soiree
