// A phrase that is missed makes its rule blind; one that is found where it does not stand is a
// false alarm.
#include "linter/lint/phrases.h"

#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <iostream>
#include <string>

#include "linter/lint/built_in_phrases.h"
#include "linter/lint/lexicon.h"
#include "linter/lint/phrase_trie_builder.h"
#include "linter/lint/rule_info.h"
#include "linter/post/read_posts.h"
#include "linter/text/source_file.h"
#include "tests/support/corpus_files.h"
#include "tests/support/paths.h"

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

// A fix would rewrite somebody's program.
TEST(Phrases, CodeIsNoWord) {
  EXPECT_EQ(found("loaves\toffer", "The `loaves` of <code>loaves</code>, and loaves."),
            (Strings{"loaves"}));
  EXPECT_EQ(found("buy now\toffer", "Call `buy` now, `buy now`, or buy now."),
            (Strings{"buy now"}));
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

// A habit from regular expressions would make a phrase that finds "nut" and misses "walnut".
TEST(Phrases, WordsAreWhole) {
  for (const char* cut : {"wal?nut", "roll?(s|ing)", "<word>?x"}) {
    EXPECT_NE(found(std::string(cut) + "\toffer", "").at(0).find("has `?` inside a word"),
              std::string::npos)
        << cut;
  }
  EXPECT_NE(found("bread(s)?\toffer", "").at(0).find("has `(` inside"), std::string::npos);
  EXPECT_NE(found("(super|mini)market\toffer", "").at(0).find("has `)` inside"), std::string::npos);
  EXPECT_EQ(
      found("half( price)? (new |old )?(roll|bun)?$\toffer", "Half price new roll. Half bun."),
      (Strings{"Half price new roll", "Half bun"}));
  EXPECT_EQ(found("\u9762\u5305(\u5E97|\u623F)\toffer", "\u9762\u5305\u5E97"),
            Strings{"\u9762\u5305\u5E97"});
}

/// Names of a lexicon's categories in the order of their first lines.
std::vector<std::string_view> categories_of(std::string_view rule) {
  for (const BuiltInLexicon& lexicon : built_in_phrases().lexicons) {
    if (lexicon.rule == rule) return {lexicon.categories.begin(), lexicon.categories.end()};
  }
  return {};
}

/// Every word of a text, over and over in other company: most phrases of a lexicon, and most that
/// are nearly one, are in it.
std::string shuffled(std::string_view text) {
  std::vector<std::string_view> words;
  for (size_t at = 0; at < text.size();) {
    const size_t begin = std::min(text.find_first_not_of("\t\r\n ()|?^$<>", at), text.size());
    at = std::min(text.find_first_of("\t\r\n ()|?^$<>", begin), text.size());
    if (at > begin) words.push_back(text.substr(begin, at - begin));
  }
  std::string out = "---\nlang: en\n---\n";
  for (const size_t step : {1U, 2U, 3U, 5U}) {
    for (size_t i = 0; i < words.size(); ++i) {
      out += std::string(words[i * step % words.size()]) + (i % 17 == 16 ? ". " : " ");
    }
    out += "\n\n";
  }
  return out;
}

// The tables made when the program is built must find what the lexicons say, or a rule is blind.
TEST(Phrases, BuiltInOnesAreThoseOfTheLexicons) {
  size_t lexicons = 0;
  size_t compared = 0;
  for (const RuleInfo& rule : rule_table()) {
    const std::filesystem::path path = source_dir() / "rules" / rule.id / "lexicon.tsv";
    if (!std::filesystem::exists(path)) continue;
    const std::string lexicon = read_bytes(path);
    ++lexicons;
    const std::vector<std::string_view> categories = categories_of(rule.id);
    ASSERT_FALSE(categories.empty()) << rule.id;
    PhraseIndex index;
    const LexiconId built_in = index.use(rule.id, categories, LanguageSet::all());
    const auto added = index.add(lexicon, categories, LanguageSet::all());
    ASSERT_TRUE(added.ok()) << rule.id << ": " << (added ? "" : added.error().message);
    const SourceFile file("post.md", shuffled(lexicon) + std::string(rule.doc));
    const ParsedFile parsed = read_posts(file, {});
    const PhraseMatches matches = index.find(parsed.posts.at(0));
    const auto told = [&](LexiconId id) {
      Strings all;
      for (const PhraseMatch& match : matches.of(id)) {
        all.push_back(std::to_string(match.first) + "-" + std::to_string(match.last) + " " +
                      std::to_string(match.category) + " " + std::to_string(match.weight) +
                      (match.quoted ? " quoted" : ""));
      }
      return all;
    };
    EXPECT_EQ(told(built_in), told(*added)) << rule.id;
    EXPECT_GT(matches.of(built_in).size(), 20U) << rule.id;
    compared += matches.of(built_in).size();
  }
  EXPECT_EQ(lexicons, built_in_phrases().lexicons.size());
  std::cout << compared << " phrases compared\n";
}

PhraseTrieBuilder trie_of(const std::vector<LexiconPhrase>& phrases) {
  PhraseTrieBuilder trie;
  for (const LexiconPhrase& phrase : phrases) {
    for (const PhraseSequence& sequence : phrase.sequences) trie.add(sequence, {});
  }
  return trie;
}

// Read as 0, the phrase would be found and weigh nothing.
TEST(Phrases, AWeightTooLargeForANumberIsAMistake) {
  const auto phrases = read_lexicon("book\toffer\t2.5\nrye\toffer\nbread\toffer\t1e999\n");
  ASSERT_FALSE(phrases.ok());
  EXPECT_EQ(phrases.error().message, "`1e999` is no number");
  EXPECT_EQ(phrases.error().place, (SourceSpan{25, 42}));
}

// A node too many in the tables is only slow; one too few finds what is in no lexicon.
TEST(Phrases, TheSmallerAutomatonFindsTheSame) {
  const std::string lexicon =
      "^(buy|get) (my|our) new? book\toffer\n(my|our) new? book\tplace\n"
      "buy (my|our) <word> now$\turgency\t2\nget <number> now\turgency\nbook\toffer";
  const auto phrases = read_lexicon(lexicon);
  ASSERT_TRUE(phrases.ok());
  const PhraseTrieBuilder whole = trie_of(*phrases);
  const PhraseTrieBuilder smaller = whole.minimized();
  EXPECT_LT(smaller.trie().nodes.size(), whole.trie().nodes.size());
  // Walk both from the roots: the same labels lead on, and outputs stand at the same places.
  std::vector<std::pair<uint32_t, uint32_t>> open = {{0, 0}, {1, 1}};
  size_t visited = 0;
  while (!open.empty()) {
    const auto [a, b] = open.back();
    open.pop_back();
    ++visited;
    EXPECT_EQ(whole.trie().nodes[a].classes, smaller.trie().nodes[b].classes);
    EXPECT_EQ(whole.trie().nodes[a].output >= 0, smaller.trie().nodes[b].output >= 0);
    size_t leaving = 0;
    for (const PhraseTrie::Edge& edge : whole.trie().edges) {
      if (edge.node != a) continue;
      ++leaving;
      const uint32_t target = smaller.trie().target(b, edge.label);
      ASSERT_NE(target, PhraseTrie::kNone);
      open.emplace_back(edge.target, target);
    }
    for (const PhraseTrie::Edge& edge : smaller.trie().edges) leaving -= edge.node == b ? 1 : 0;
    EXPECT_EQ(leaving, 0U);
  }
  EXPECT_EQ(visited, whole.trie().nodes.size());
}

PhraseToken token_of(const PhraseElement& element, uint32_t any_label) {
  if (element.kind == ElementKind::literal) return {element.label, 0};
  return {any_label, class_bit(element.kind)};
}

// A beginning that is refused makes a phrase unfindable; one too many accepted is only slow.
TEST(Phrases, NoBeginningOfAPhraseIsRefused) {
  const std::string lexicon =
      "sale\toffer\nbuy now\toffer\nbuy <word>\toffer\nget <word> today\toffer\n"
      "only <word> <price>\toffer\nfrom <price>\toffer\n<number> off\toffer\n"
      "<word> sold\toffer\n<number> <word> left\toffer\n^hurry\turgency\n"
      "^last <word> (here|there)\turgency\nin <name>\tplace\nvia <link>\tplace";
  const auto phrases = read_lexicon(lexicon);
  ASSERT_TRUE(phrases.ok());
  const PhraseTrieBuilder trie = trie_of(*phrases);
  const PhraseBeginnings& beginnings = *trie.trie().beginnings;
  uint32_t noise = 1;
  const auto next_label = [&] { return noise = noise * 1664525U + 1013904223U; };
  for (const LexiconPhrase& phrase : *phrases) {
    for (const PhraseSequence& sequence : phrase.sequences) {
      const PhraseRoot root =
          sequence.starts_sentence ? PhraseRoot::sentence_start : PhraseRoot::anywhere;
      std::array<PhraseToken, 3> tokens;
      for (size_t i = 0; i < tokens.size(); ++i) {
        tokens[i] = {next_label(), class_bit(ElementKind::word)};
        if (i < sequence.elements.size()) tokens[i] = token_of(sequence.elements[i], next_label());
      }
      EXPECT_TRUE(beginnings.may_be(root, tokens))
          << "of " << sequence.elements.size() << " elements";
    }
  }
  size_t accepted = 0;
  for (size_t i = 0; i < 10'000; ++i) {
    accepted += beginnings.may_be(PhraseRoot::anywhere,
                                  {{{next_label(), 0}, {next_label(), 0}, {next_label(), 0}}})
                    ? 1
                    : 0;
  }
  EXPECT_LT(accepted, 100U) << "of 10,000 times three words of no phrase";
}

}  // namespace
}  // namespace soiree
