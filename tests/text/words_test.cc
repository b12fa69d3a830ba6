#include "linter/text/words.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace soiree {
namespace {

Segments segment_all(std::string_view text, std::vector<TextSpan> opaque = {}) {
  Segments segments;
  segment(text, {0, static_cast<uint32_t>(text.size())}, opaque, segments);
  return segments;
}

std::string kind_name(TokenKind kind) {
  switch (kind) {
    case TokenKind::word:
      return "";
    case TokenKind::number:
      return "number:";
    case TokenKind::cjk:
      return "cjk:";
    case TokenKind::url:
      return "url:";
    case TokenKind::mention:
      return "mention:";
    case TokenKind::hashtag:
      return "hashtag:";
    case TokenKind::emoji:
      return "emoji:";
    case TokenKind::code:
      return "code:";
  }
  return "?";
}

using Strings = std::vector<std::string>;

Strings tokens_of(std::string_view text, std::vector<TextSpan> opaque = {}) {
  Strings found;
  for (const Token& token : segment_all(text, std::move(opaque)).tokens) {
    found.push_back(kind_name(token.kind) + std::string(token.span.of(text)));
  }
  return found;
}

Token first_token(std::string_view text) {
  const Segments segments = segment_all(text);
  EXPECT_FALSE(segments.tokens.empty()) << text;
  return segments.tokens.empty() ? Token{} : segments.tokens.front();
}

// Word lists would miss contractions, or find their halves.
TEST(Words, ApostrophesAndHyphensJoinLetters) {
  EXPECT_EQ(tokens_of("don't 'quoted' well-known rock 'n' roll dogs' a--b"),
            (Strings{"don't", "quoted", "well-known", "rock", "n", "roll", "dogs", "a", "b"}));
  EXPECT_EQ(first_token("don’t").hash, hash_word("don't"));
  EXPECT_EQ(first_token("DON’T").hash, hash_word("don't"));
  EXPECT_EQ(first_token("don´t").hash, hash_word("don't"));
}

// Russian, Greek and accented words would only be found in lower case.
TEST(Words, HashIsOfTheFoldedWord) {
  EXPECT_EQ(first_token("ПРИВЕТ").hash, hash_word("привет"));
  EXPECT_EQ(first_token("Ελλάδα").hash, hash_word("ελλάδα"));
  EXPECT_EQ(first_token("ÉTÉ").hash, hash_word("été"));
  EXPECT_NE(first_token("été").hash, hash_word("ete"));
  for (const std::string_view word : {"Don’t", "ÀÉÎ", "Straße", "iPhone", "well‑known", "Жук"}) {
    EXPECT_EQ(first_token(word).hash, hash_word(fold_word(word))) << word;
  }
}

// A soft hyphen or a pasted zero-width character would hide a word from every rule.
TEST(Words, InvisibleCharactersAreNotPartOfTheHash) {
  const std::string hidden = "hi\u00ADd\u200Bden\uFEFF.";
  const Token token = first_token(hidden);
  EXPECT_EQ(token.hash, hash_word("hidden"));
  EXPECT_EQ(token.span, (TextSpan{0, 11}));
}

// Readers see two words where there is room between them, and one where nothing shows.
TEST(Words, RoomMakesTwoWordsAndNothingMakesOne) {
  for (const std::string_view room : {"\u00A0", "\u202F", "\u2009", "\u2007", "\u3000", "\u2028",
                                      "\u2800", "\u200B ", " \uFEFF", "\u00A0\u200B\u00A0"}) {
    EXPECT_EQ(tokens_of("the" + std::string(room) + "the"), (Strings{"the", "the"})) << room;
  }
  for (const std::string_view nothing :
       {"\u00AD", "\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF", "\u200E", "\u202A"}) {
    const std::string text = "the" + std::string(nothing) + "the";
    EXPECT_EQ(tokens_of(text), (Strings{text})) << text;
    EXPECT_EQ(first_token(text).hash, hash_word("thethe")) << text;
  }
}

// Prices, times and dates would count as several words.
TEST(Words, NumbersKeepTheirSeparatorsAndUnits) {
  EXPECT_EQ(tokens_of("3.14 10:00 1,000.50 2024-01-02 50% $5.99 20€ 2nd 10km '90s 24/7"),
            (Strings{"number:3.14", "number:10:00", "number:1,000.50", "number:2024-01-02",
                     "number:50%", "number:$5.99", "number:20€", "number:2nd", "number:10km",
                     "number:'90s", "number:24/7"}));
  EXPECT_EQ(tokens_of("4chan covid-19 v1.2.3"), (Strings{"4chan", "covid-19", "v1.2.3"}));
}

// The parts of an address would be taken for words, a missing blank for an address.
TEST(Words, AddressesAreOneToken) {
  EXPECT_EQ(tokens_of("(see https://a.org/b_(c)), www.x.org! me@mail.example.org. bit.ly/3x"),
            (Strings{"see", "url:https://a.org/b_(c)", "url:www.x.org", "url:me@mail.example.org",
                     "url:bit.ly/3x"}));
  EXPECT_EQ(tokens_of("example.com, Booking.com"), (Strings{"url:example.com", "url:Booking.com"}));
  EXPECT_EQ(tokens_of("the end.Next one. Node.js http:// a@b so.it"),
            (Strings{"the", "end", "Next", "one", "Node", "js", "http", "a", "b", "so", "it"}));
}

// Places ("@ Home") and addresses would count as people.
TEST(Words, MentionsAndHashtags) {
  EXPECT_EQ(tokens_of("@ann, @bob@m.social. (@c_d) @eve.bsky.social @x.Then"),
            (Strings{"mention:@ann", "mention:@bob@m.social", "mention:@c_d",
                     "mention:@eve.bsky.social", "mention:@x", "Then"}));
  EXPECT_EQ(tokens_of("@ Home @9am @types/node C#"),
            (Strings{"Home", "number:9am", "types", "node", "C"}));
  EXPECT_EQ(tokens_of("#go #1 #2024goals #日本# #été! a#b ##"),
            (Strings{"hashtag:#go", "number:1", "hashtag:#2024goals", "hashtag:#日本#",
                     "hashtag:#été", "a", "b"}));
}

// A family or a flag would count as three emoji.
TEST(Words, EmojiSequencesAreOneToken) {
  EXPECT_EQ(tokens_of("👩‍👩‍👧👍🏽🇩🇪🇫🇷3️⃣❤️ ©"),
            (Strings{"emoji:👩‍👩‍👧", "emoji:👍🏽", "emoji:🇩🇪", "emoji:🇫🇷",
                     "emoji:3️⃣", "emoji:❤️"}));
}

// Chinese text would be one endless word; Korean has blanks between words.
TEST(Words, ScriptsWithoutBlanks) {
  EXPECT_EQ(tokens_of("我们 go吗 한국어 ดี"),
            (Strings{"cjk:我", "cjk:们", "go", "cjk:吗", "한국어", "cjk:ดี"}));
  const Segments segments = segment_all("我们 好");
  EXPECT_FALSE(segments.tokens[0].glued);
  EXPECT_TRUE(segments.tokens[1].glued);
  EXPECT_FALSE(segments.tokens[2].glued);
}

// "US" would be "us", and shouting could not be told from a name.
TEST(Words, CapitalFlags) {
  EXPECT_TRUE(first_token("Word").capital);
  EXPECT_FALSE(first_token("Word").all_capitals);
  EXPECT_TRUE(first_token("USA").all_capitals);
  EXPECT_TRUE(first_token("ПРИВЕТ").all_capitals);
  EXPECT_FALSE(first_token("I").all_capitals);
  EXPECT_TRUE(first_token("I").capital);
  EXPECT_FALSE(first_token("iOS").capital);
}

// Inline code would be read as prose.
TEST(Words, OpaqueRangesAreCode) {
  EXPECT_EQ(tokens_of("use I.am() now", {{4, 10}}), (Strings{"use", "code:I.am()", "now"}));
  EXPECT_EQ(tokens_of("abcdef", {{2, 4}}), (Strings{"ab", "code:cd", "ef"}));
  EXPECT_EQ(tokens_of("ab", {{0, 2}, {2, 2}}), (Strings{"code:ab"}));
}

// Text of the neighbouring block would leak into a finding.
TEST(Words, StaysInsideTheBlockAndAppends) {
  const std::string text = "one two three";
  Segments segments;
  segment(text, {0, 5}, {}, segments);
  segment(text, {5, 13}, {}, segments);
  ASSERT_EQ(segments.tokens.size(), 4U);
  EXPECT_EQ(segments.tokens[1].span, (TextSpan{4, 5}));
  EXPECT_EQ(segments.tokens[2].span, (TextSpan{5, 7}));
  ASSERT_EQ(segments.sentences.size(), 2U);
  EXPECT_EQ(segments.sentences[1].first, 2U);
  EXPECT_EQ(segments.sentences[1].last, 4U);
}

// One broken byte would lose the rest of the post.
TEST(Words, InvalidBytesAreSkipped) {
  EXPECT_EQ(tokens_of("a\xFF\xC3 b\xE2\x82"), (Strings{"a", "b"}));
  EXPECT_EQ(tokens_of(std::string_view("a\0b", 3)), (Strings{"a", "b"}));
}

}  // namespace
}  // namespace soiree
