#include "linter/text/word_sentence.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace soiree {
namespace {

using Strings = std::vector<std::string>;

Strings sentences_of(std::string_view text, std::vector<TextSpan> opaque = {}) {
  Segments segments;
  segment(text, {0, static_cast<uint32_t>(text.size())}, opaque, segments);
  Strings found;
  for (const Sentence& sentence : segments.sentences) {
    EXPECT_TRUE(segments.tokens[sentence.first].sentence_start);
    found.emplace_back(sentence.span.of(text));
  }
  return found;
}

SentenceEnd end_of(std::string_view text) {
  Segments segments;
  segment(text, {0, static_cast<uint32_t>(text.size())}, {}, segments);
  EXPECT_EQ(segments.sentences.size(), 1U) << text;
  return segments.sentences.empty() ? SentenceEnd::none : segments.sentences.front().end;
}

// Questions to the reader and exclamations could not be counted.
TEST(Sentences, KindOfTheEnd) {
  EXPECT_EQ(end_of("So it goes."), SentenceEnd::statement);
  EXPECT_EQ(end_of("Does it?"), SentenceEnd::question);
  EXPECT_EQ(end_of("It does!"), SentenceEnd::exclamation);
  EXPECT_EQ(end_of("Does it?!"), SentenceEnd::question);
  EXPECT_EQ(end_of("Does it!?”"), SentenceEnd::question);
  EXPECT_EQ(end_of("And so…"), SentenceEnd::statement);
  EXPECT_EQ(end_of("And so"), SentenceEnd::none);
  EXPECT_EQ(end_of("你好吗？"), SentenceEnd::question);
  EXPECT_EQ(end_of("كيف حالك؟"), SentenceEnd::question);
}

// Ranges that cut a bracket off look like a slip of the linter.
TEST(Sentences, WithoutEndKeepTheBracketTheyClose) {
  EXPECT_EQ(sentences_of("The coin is Ethereum (Classic)"),
            Strings{"The coin is Ethereum (Classic)"});
  EXPECT_EQ(sentences_of("See [the oven (old)]"), Strings{"See [the oven (old)]"});
  EXPECT_EQ(sentences_of("One (two)\n\nThree"), (Strings{"One (two)", "Three"}));
  EXPECT_EQ(sentences_of("(the oven is old)"), Strings{"the oven is old"});
  EXPECT_EQ(sentences_of("a (smile :))"), Strings{"a (smile"});
  EXPECT_EQ(sentences_of("the oven)"), Strings{"the oven"});
}

// "Mr. Smith" would open a sentence and skew every share per sentence.
TEST(Sentences, AbbreviationsAndInitialsDoNotEndThem) {
  for (const std::string_view text :
       {"Mr. Smith and Dr. No met J. R. R. Tolkien.", "Fruit, e.g. apples, i.e. these.",
        "Apples, pears etc. are fruit.", "See fig. 3 and No. 5 on p. 7.", "The U.S. Army came.",
        "El Sr. García y la Sra. López.", "Das ist z. B. gut, d. h. am 3. Oktober.",
        "Это т. е. то, что г. Москва.", "It costs 3.50 at a.b.com now.", "So... it goes on.",
        "“Really?” he asked.", "1. Open the door"}) {
    EXPECT_EQ(sentences_of(text).size(), 1U) << text;
  }
}

// Two sentences would be one, and the second opening would never be seen.
TEST(Sentences, EndBeforeABlank) {
  EXPECT_EQ(sentences_of("So do I. Then we left."), (Strings{"So do I.", "Then we left."}));
  EXPECT_EQ(sentences_of("Plan B. It worked."), (Strings{"Plan B.", "It worked."}));
  EXPECT_EQ(sentences_of("He left the U.S. He did."), (Strings{"He left the U.S.", "He did."}));
  EXPECT_EQ(sentences_of("Pears etc. Next one."), (Strings{"Pears etc.", "Next one."}));
  EXPECT_EQ(sentences_of("Oh no. Yes."), (Strings{"Oh no.", "Yes."}));
  EXPECT_EQ(sentences_of("(It is so.) Yes."), (Strings{"It is so.)", "Yes."}));
  EXPECT_EQ(sentences_of("In 2024. Then"), (Strings{"In 2024.", "Then"}));
  EXPECT_EQ(sentences_of("好的。不好！"), (Strings{"好的。", "不好！"}));
  EXPECT_EQ(sentences_of("Wait... What?"), (Strings{"Wait...", "What?"}));
  EXPECT_EQ(sentences_of("lower case. so it goes"), (Strings{"lower case.", "so it goes"}));
}

// A wrapped line would split a sentence; a blank line must.
TEST(Sentences, LineEnds) {
  EXPECT_EQ(sentences_of("one\ntwo\n\nthree").size(), 2U);
  EXPECT_EQ(sentences_of("one\r\ntwo\r\n \r\nthree").size(), 2U);
  EXPECT_EQ(sentences_of("one\u2029two").size(), 2U);
}

// The party popper would open the next sentence.
TEST(Sentences, EmojiStayWithTheSentenceBefore) {
  EXPECT_EQ(sentences_of("We did it! 🎉🎉 Thanks."), (Strings{"We did it! 🎉🎉", "Thanks."}));
  EXPECT_EQ(sentences_of("Done.\n🎉 Next"), (Strings{"Done.", "🎉 Next"}));
}

// A dot inside code would end the sentence around it.
TEST(Sentences, CodeIsOpaque) {
  EXPECT_EQ(sentences_of("Use a. B now.", {{4, 8}}).size(), 1U);
  EXPECT_EQ(sentences_of("Use ab. Yes.", {{4, 6}}).size(), 2U);
}

// Dots alone are no sentence: there is nothing in it to report on.
TEST(Sentences, NoneWithoutWords) {
  EXPECT_TRUE(sentences_of("... !! ?").empty());
  EXPECT_TRUE(sentences_of("").empty());
}

}  // namespace
}  // namespace soiree
