// Feed rules see nothing of a post but its facts: what is wrong here is wrong in all of them.
#include "linter/post/facts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "linter/post/read_posts.h"

namespace soiree {
namespace {

Facts facts_of(const std::string& markdown) {
  const SourceFile file("posts/2026-03-02-test.md", markdown);
  const ParsedFile parsed = read_posts(file, {});
  return summarize(parsed.posts.at(0), 7);
}

std::string numbered_words(int from, int to) {
  std::string text;
  for (int i = from; i < to; ++i)
    text += "word" + std::string(1, 'a' + i % 26) + std::to_string(i) + " ";
  return text + "\n";
}

TEST(Facts, WhatChangesWhenAPostIsSentAgainIsNoPartOfItsText) {
  const Facts first =
      facts_of("The oven is warm and the rye is out. https://example.com/a #bread\n");
  const Facts again =
      facts_of("The oven is warm and the rye is out. 🍞 https://example.com/b @mill\n");
  EXPECT_EQ(first.text_hash, again.text_hash);
  EXPECT_DOUBLE_EQ(similarity(first, again), 1.0);
}

TEST(Facts, DatesAreNoPartOfTheTextButOfTheNumbers) {
  const Facts march = facts_of("We open the doors on March 3 at 10:30 for all of you.\n");
  const Facts april = facts_of("We open the doors on April 9 at 11:00 for all of you.\n");
  EXPECT_EQ(march.text_hash, april.text_hash);
  EXPECT_NE(march.number_hash, april.number_hash);
}

TEST(Facts, HashtagsInsideASentenceArePartOfTheText) {
  const Facts one = facts_of("#travel The train from #Bath to the sea leaves at noon. #rail\n");
  const Facts two = facts_of("The train from #Wells to the sea leaves at noon.\n");
  const Facts three = facts_of("The train from #Bath to the sea leaves at noon.\n");
  EXPECT_NE(one.text_hash, two.text_hash);
  EXPECT_EQ(one.text_hash, three.text_hash);
}

TEST(Facts, VersionsArePartOfTheText) {
  const Facts one = facts_of("Mill control 2.3.4 has been released today.\n");
  const Facts two = facts_of("Mill control 2.3.5 has been released today.\n");
  EXPECT_NE(one.text_hash, two.text_hash);
}

TEST(Facts, TitleIsNoPartOfTheText) {
  const Facts one = facts_of("---\ntitle: One\n---\nThe oven is warm and the rye is out.\n");
  const Facts two = facts_of("---\ntitle: Two\n---\nThe oven is warm and the rye is out.\n");
  EXPECT_EQ(one.text_hash, two.text_hash);
  EXPECT_EQ(one.anchor, (SourceSpan{11, 14})) << "findings about the post stand at its title";
}

TEST(Facts, AnchorWithoutTitleIsTheFirstLineOnACharacterBoundary) {
  const std::string word = "ééééééééé ";  // 19 bytes
  const Facts facts = facts_of(word + word + word + word + word + "\n");
  EXPECT_EQ(facts.anchor.begin, 0U);
  EXPECT_LE(facts.anchor.end, 80U);
  EXPECT_GT(facts.anchor.end, 70U);
}

TEST(Facts, SimilarityOfShortPostsIsExact) {
  // 87 runs of four words each, 42 of them in both.
  const Facts a = facts_of(numbered_words(0, 90));
  const Facts b = facts_of(numbered_words(0, 45) + numbered_words(200, 245));
  EXPECT_EQ(a.shingles, 87U);
  EXPECT_TRUE(has_whole_sketch(a));
  EXPECT_DOUBLE_EQ(similarity(a, b), 42.0 / (87 + 87 - 42));
  EXPECT_DOUBLE_EQ(similarity(a, b), similarity(b, a));
}

TEST(Facts, SimilarityOfLongPostsIsEstimatedWithinFourErrors) {
  const Facts a = facts_of(numbered_words(0, 2000));
  const Facts b = facts_of(numbered_words(0, 1800) + numbered_words(5000, 5200));
  EXPECT_FALSE(has_whole_sketch(a));
  EXPECT_EQ(a.sketch.size(), kSketchSize);
  EXPECT_NEAR(similarity(a, b), 1797.0 / (2 * 1997 - 1797), 4 * 0.041);
  EXPECT_DOUBLE_EQ(similarity(a, a), 1.0);
}

TEST(Facts, SketchOfARepetitiveTextHoldsAllOfIt) {
  // A long text of few different shingles: nothing of it may be lost to the limit that an ordinary
  // text of this length would have.
  std::string text;
  for (int i = 0; i < 500; ++i) text += "one two three four five six seven eight ";
  const Facts facts = facts_of(text + "\n");
  EXPECT_EQ(facts.shingles, 8U);
  EXPECT_TRUE(has_whole_sketch(facts));
  EXPECT_TRUE(std::is_sorted(facts.sketch.begin(), facts.sketch.end()));
}

TEST(Facts, PostWithoutWordsHasNoTextAndIsLikeNothing) {
  const Facts nothing = facts_of("![oven](oven.jpg)\n");
  EXPECT_EQ(nothing.text_hash, 0U);
  EXPECT_TRUE(nothing.sketch.empty());
  EXPECT_DOUBLE_EQ(similarity(nothing, nothing), 0.0);
}

TEST(Facts, CountsAllWordsAndKnowsItsFile) {
  const Facts facts = facts_of(
      "I bake and my sister sells, and you eat the bread that we made for you today.\n\n"
      "> I would never bake at night, said the man who sold us the flour.\n");
  EXPECT_EQ(facts.words, 31U);
  EXPECT_EQ(facts.file, 7U);
}

TEST(Facts, FitTheMemoryThatAPostMayCost) {
  const size_t allocated = (kSketchSize + 1) * sizeof(uint32_t) + 2 * sizeof(void*);
  EXPECT_LE(sizeof(Facts) + allocated, 560U);
}

}  // namespace
}  // namespace soiree
