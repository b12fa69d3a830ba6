// A phrase that is missed makes its rule blind; one that is found where it does not stand is a
// false alarm.
#include "linter/lint/phrases.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "linter/lint/rule_info.h"
#include "linter/post/read_posts.h"
#include "linter/text/source_file.h"

namespace soiree {
namespace {

using Strings = std::vector<std::string>;
constexpr std::array<std::string_view, 3> kCategories = {"offer", "urgency", "place"};

/// The phrases that `lexicon` finds in an English article, with `?` after quoted ones.
Strings found(const std::string& lexicon, const std::string& article) {
  PhraseIndex index;
  const Result<LexiconId> id = index.add(lexicon, kCategories, {Language::en});
  if (!id) return {"error: " + id.error().message};
  const SourceFile file("post.md", "---\nlang: en\n---\n" + article);
  const ParsedFile parsed = read_posts(file, {});
  const Post& post = parsed.posts.at(0);
  const PhraseMatches matches = index.find(post);
  Strings texts;
  for (const PhraseMatch& match : matches.of(*id)) {
    texts.push_back(std::string(post.text(span_of(match, post))) + (match.quoted ? "?" : ""));
  }
  return texts;
}

TEST(Phrases, WordsMatchWhateverTheirCaseAndApostrophe) {
  EXPECT_EQ(found("don't miss\turgency", "DON’T MISS it. Do not miss it. You don't, miss."),
            (Strings{"DON’T MISS", "don't, miss"}));
  EXPECT_EQ(found("sign-up\toffer", "The sign-up form."), (Strings{"sign-up"}));
}

TEST(Phrases, AlternativesAndWhatMayBeMissing) {
  const std::string lexicon = "(buy|grab a copy of) (our|my) new? book\toffer";
  EXPECT_EQ(found(lexicon, "Buy our book, grab a copy of my new book, buy a book."),
            (Strings{"Buy our book", "grab a copy of my new book"}));
}

TEST(Phrases, ClassesOfTokens) {
  EXPECT_EQ(found("<percent> off\toffer", "Get 50% off, not 50 off."), (Strings{"50% off"}));
  EXPECT_EQ(found("only <price>\toffer", "Only $5, only 20 euros, only 7 of us."),
            (Strings{"Only $5", "only 20"}));
  EXPECT_EQ(found("landed in <name>\tplace", "I landed in Lisbon and landed in trouble."),
            (Strings{"landed in Lisbon"}));
  EXPECT_EQ(found("<handle> <hashtag> <link>\toffer", "See @ann #sale https://a.org now"),
            (Strings{"@ann #sale https://a.org"}));
  EXPECT_EQ(found("#sale\toffer", "A sale is not a #Sale."), (Strings{"#Sale"}));
}

TEST(Phrases, NothingCrossesTheEndOfASentenceOrBlock) {
  EXPECT_EQ(found("last chance\turgency", "It was the last. Chance had it.\n\nThe last\n\nchance."),
            Strings{});
}

TEST(Phrases, AnchorsHoldAtTheEndsOfASentence) {
  EXPECT_EQ(found("^at <name>\tplace", "At Bath. He was at Bath."), (Strings{"At Bath"}));
  EXPECT_EQ(found("order now$\turgency", "Order now! Order now and then."), (Strings{"Order now"}));
}

TEST(Phrases, OfOverlappingOnesTheFirstAndLongestCounts) {
  const std::string lexicon = "buy\toffer\nbuy now\turgency\t2\nnow or never\turgency\n";
  EXPECT_EQ(found(lexicon, "Buy now or never. Buy."), (Strings{"Buy now", "Buy"}));
}

TEST(Phrases, QuotedOnesAreMarked) {
  EXPECT_EQ(found("buy now\toffer", "> Buy now, they said to us all day long.\n\nBuy now."),
            (Strings{"Buy now?", "Buy now"}));
}

TEST(Phrases, ALexiconIsSilentInOtherLanguages) {
  PhraseIndex index;
  const auto id = index.add("sale\toffer", kCategories, {Language::en});
  ASSERT_TRUE(id.ok());
  const SourceFile file("post.md", "---\nlang: fr\n---\nUne chambre sale.\n");
  const ParsedFile parsed = read_posts(file, {});
  EXPECT_TRUE(index.find(parsed.posts.at(0)).of(*id).empty());
}

TEST(Phrases, LexiconsDoNotDisturbEachOther) {
  PhraseIndex index;
  const auto one = index.add("buy now\toffer\t3", kCategories, {Language::en});
  const auto two = index.add("now\turgency", kCategories, {Language::en});
  ASSERT_TRUE(one.ok() && two.ok());
  const SourceFile file("post.md", "---\nlang: en\n---\nBuy now.\n");
  const ParsedFile parsed = read_posts(file, {});
  const PhraseMatches matches = index.find(parsed.posts.at(0));
  ASSERT_EQ(matches.of(*one).size(), 1U);
  EXPECT_EQ(matches.of(*one)[0].weight, 3);
  ASSERT_EQ(matches.of(*two).size(), 1U);
  EXPECT_EQ(matches.of(*two)[0].category, 1);
}

// The author of a lexicon needs the line and what to do.
TEST(Phrases, WrongLinesAreNamed) {
  PhraseIndex index;
  const std::string text = "# good\n\nbuy now\toffer\nbuy (now\toffer\n";
  const auto result = index.add(text, kCategories, {Language::en});
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(text.substr(result.error().place.begin, result.error().place.size()),
            "buy (now\toffer");
  EXPECT_EQ(result.error().message, "the phrase `buy (now` has a `(` without its `)`");
  EXPECT_NE(found("<thing>\toffer", "").at(0).find("no kind of token"), std::string::npos);
  EXPECT_NE(found("now?\toffer", "").at(0).find("may be empty"), std::string::npos);
  EXPECT_NE(found("now)\toffer", "").at(0).find("has no beginning"), std::string::npos);
  EXPECT_NE(found("now\tnever", "").at(0).find("no category"), std::string::npos);
  EXPECT_NE(found("now\toffer\theavy", "").at(0).find("no number"), std::string::npos);
  EXPECT_NE(found("(a|b|c)(a|b|c)(a|b|c)(a|b|c)(a|b|c)(a|b|c)\toffer", "").at(0).find("512"),
            std::string::npos);
}

// A lexicon with a mistake would stop the program when it starts.
TEST(Phrases, EveryBuiltInPatternCanBeRead) {
  for (const RuleInfo& rule : rule_table()) {
    std::string_view rest = rule.lexicon;
    while (!rest.empty()) {
      const size_t end = std::min(rest.find('\n'), rest.size());
      const std::string_view line = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (line.empty() || line == "#" || line.starts_with("# ")) continue;
      const auto pattern = read_phrase_pattern(line.substr(0, line.find('\t')));
      EXPECT_TRUE(pattern.ok()) << rule.id << ": " << (pattern ? "" : pattern.error().message);
    }
  }
}

}  // namespace
}  // namespace soiree
