#include "linter/lint/phrase_tally.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "linter/post/segment_post.h"

namespace soiree {
namespace {

Post post_of(const std::string& text) {
  Post post;
  MappedText mapped;
  mapped.append_verbatim(text, 0);
  read_plain_text(mapped, post.document);
  segment_post(post, Language::en);
  return post;
}

class Tallied {
 public:
  explicit Tallied(const std::string& text) : post_(post_of(text)), tally_(post_) {
    constexpr std::array<std::string_view, 1> kCategories = {"bread"};
    PhraseIndex index;
    const Result<LexiconId> lexicon =
        index.add("rye\tbread\t1\nwheat bread\tbread\t0.5\n", kCategories, LanguageSet::all());
    const PhraseMatches matches = index.find(post_);
    for (const PhraseMatch& match : matches.of(*lexicon)) tally_.add(match, 1);
    tally_.finish();
  }
  const PhraseTally& tally() const { return tally_; }
  std::string text(TextSpan span) const { return std::string(post_.text(span)); }

 private:
  Post post_;
  PhraseTally tally_;
};

TEST(PhraseTally, RepetitionWeighsLessAndLess) {
  const Tallied tallied("Rye, rye, rye, rye and rye.");
  EXPECT_DOUBLE_EQ(tallied.tally().weight(), 1.75);
  EXPECT_EQ(tallied.tally().different(), 1U);
}

TEST(PhraseTally, KeepsTheHeaviestSentences) {
  const Tallied tallied("Wheat bread is light. It is rye. Nothing here. Flour.");
  const auto& passages = tallied.tally().passages();
  EXPECT_EQ(tallied.text(passages[0].sentence), "It is rye.");
  EXPECT_EQ(tallied.text(passages[0].phrase), "rye");
  EXPECT_EQ(tallied.text(passages[1].phrase), "Wheat bread");
  EXPECT_EQ(passages[2].weight, 0);
}

TEST(PhraseTally, OwnWordsAreOutsideQuotations) {
  EXPECT_EQ(count_own_words(post_of("I like rye. \"Wheat bread is better by far\", said Kim.")),
            5U);
}

}  // namespace
}  // namespace soiree
