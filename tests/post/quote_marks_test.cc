#include "linter/post/quote_marks.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace soiree {
namespace {

std::vector<std::string> marked(const std::string& text, std::vector<TextSpan> opaque = {}) {
  std::vector<MarkedPassage> passages;
  find_marked_passages(text, {0, static_cast<uint32_t>(text.size())}, opaque, passages);
  std::vector<std::string> inside;
  for (const MarkedPassage& passage : passages) {
    if (passage.closed) inside.emplace_back(passage.inside.of(text));
  }
  return inside;
}

using Texts = std::vector<std::string>;

// A style that is not read makes every quotation in that language count as the author's words.
TEST(QuoteMarks, ReadsEveryStyle) {
  EXPECT_EQ(marked("He says \"light it now\" again"), Texts{"light it now"});
  EXPECT_EQ(marked("He says “light it now” again"), Texts{"light it now"});
  EXPECT_EQ(marked("Er sagt „mach das Feuer an“ und geht"), Texts{"mach das Feuer an"});
  EXPECT_EQ(marked("Mówi „rozpal ogień” i idzie"), Texts{"rozpal ogień"});
  EXPECT_EQ(marked("Hon säger ”tänd elden” och går"), Texts{"tänd elden"});
  EXPECT_EQ(marked("Elle dit « allume le feu » et part"), Texts{"allume le feu"});
  EXPECT_EQ(marked("Elle dit «\u00A0allume le feu\u00A0» et part"), Texts{"allume le feu"});
  EXPECT_EQ(marked("Hun siger »tænd ilden« og går"), Texts{"tænd ilden"});
  EXPECT_EQ(marked("‹petit feu› ici"), Texts{"petit feu"});
  EXPECT_EQ(marked("他说“点火吧”就走了"), Texts{"点火吧"});
  EXPECT_EQ(marked("他说\"点火吧\"就走了"), Texts{"点火吧"});
  EXPECT_EQ(marked("彼は「火をつけて」と言った"), Texts{"火をつけて"});
  EXPECT_EQ(marked("『火の本』を読む"), Texts{"火の本"});
  EXPECT_EQ(marked("She wrote ‘light the fire’ below"), Texts{"light the fire"});
  EXPECT_EQ(marked("She wrote 'light the fire' below"), Texts{"light the fire"});
}

// An apostrophe read as a mark would turn half a paragraph into a quotation.
TEST(QuoteMarks, ApostrophesAndMeasuresAreNoMarks) {
  EXPECT_EQ(marked("It's the bakers' oven and it isn't theirs"), Texts{});
  EXPECT_EQ(marked("the '90s and the '80s' music"), Texts{});
  EXPECT_EQ(marked("give 'em the dough 'til it's gone"), Texts{});
  EXPECT_EQ(marked("rock 'n' roll"), Texts{});
  EXPECT_EQ(marked("a 5\" pan and a 7\" tray"), Texts{});
  EXPECT_EQ(marked("she is 5'10\" tall"), Texts{});
  EXPECT_EQ(marked("l’été et l'hiver"), Texts{});
}

TEST(QuoteMarks, PossessiveInsideSinglesDoesNotEndThem) {
  EXPECT_EQ(marked("He wrote 'the bakers' oven is cold' and left"),
            Texts{"the bakers' oven is cold"});
}

// Only the outermost passage counts, or words would count twice.
TEST(QuoteMarks, NestedMarksBelongToTheOuterPassage) {
  EXPECT_EQ(marked("“she said ‘now’ and “again” loudly” yes"),
            Texts{"she said ‘now’ and “again” loudly"});
  EXPECT_EQ(marked("「彼は『今』と」言う"), Texts{"彼は『今』と"});
}

// One forgotten mark must not swallow the rest of a paragraph.
TEST(QuoteMarks, MarkWithoutPartnerOpensNothing) {
  EXPECT_EQ(marked("He says “light it now and “go\nhome"), Texts{});
  EXPECT_EQ(marked("An odd \" mark and then \"a real one\" here"), Texts{"a real one"});
  EXPECT_EQ(marked("«"), Texts{});
  EXPECT_EQ(marked("\"\""), Texts{});
}

// With the blank forgotten the quotation would swallow all that follows it.
TEST(QuoteMarks, ForgottenBlankAfterAMarkStillEndsThePassage) {
  EXPECT_EQ(marked("\"The oven sleeps\"New bread on Friday"), Texts{"The oven sleeps"});
  EXPECT_EQ(marked("\"The oven sleeps.\"New bread on Friday"), Texts{"The oven sleeps."});
  EXPECT_EQ(marked("He said \"go\"and left, then \"come back\" again"), (Texts{"go", "come back"}));
  EXPECT_EQ(marked("\"Go\"and \"come\" again"), (Texts{"Go", "come"}));
  EXPECT_EQ(marked("He sold \"pre\"baked loaves"), Texts{});
  EXPECT_EQ(marked("He said \"the pre\"baked loaves are gone\" today"),
            Texts{"the pre\"baked loaves are gone"});
}

TEST(QuoteMarks, MarkInCodeIsNoMark) {
  const std::string text = "Type x=\"a b\" into it";
  EXPECT_EQ(marked(text, {{5, 12}}), Texts{});
}

// Social posts are cut off by the network; the quotation is still one.
TEST(QuoteMarks, OpenMarkAtTheStartReachesTheEnd) {
  const std::string text = "“A warm oven has no stran…";
  std::vector<MarkedPassage> passages;
  find_marked_passages(text, {0, static_cast<uint32_t>(text.size())}, {}, passages);
  ASSERT_EQ(passages.size(), 1U);
  EXPECT_FALSE(passages[0].closed);
  EXPECT_EQ(passages[0].inside.of(text), "A warm oven has no stran…");
}

// Text of nothing but marks must not cost quadratic time.
TEST(QuoteMarks, HostileMarksStayLinear) {
  std::string text;
  for (int i = 0; i < 200000; ++i) text += "“ a ";
  for (int i = 0; i < 200000; ++i) text += " 'a";
  std::vector<MarkedPassage> passages;
  find_marked_passages(text, {0, static_cast<uint32_t>(text.size())}, {}, passages);
  for (size_t i = 1; i < passages.size(); ++i) {
    ASSERT_LE(passages[i - 1].whole.end, passages[i].whole.begin);
  }
}

}  // namespace
}  // namespace soiree
