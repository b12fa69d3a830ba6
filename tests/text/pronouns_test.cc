#include "linter/text/pronouns.h"

#include <gtest/gtest.h>

#include <string>

namespace soiree {
namespace {

Segments segment_all(std::string_view text) {
  Segments segments;
  segment(text, {0, static_cast<uint32_t>(text.size())}, {}, segments);
  return segments;
}

/// One letter a token: s self, w we, r reader, o other, - none.
std::string persons(std::string_view text, Language language) {
  const Segments segments = segment_all(text);
  std::string found;
  for (size_t i = 0; i < segments.tokens.size(); ++i) {
    found += "-swro"[static_cast<size_t>(person_at(text, segments.tokens, i, language))];
  }
  return found;
}

std::string verbs(std::string_view text, Language language) {
  std::string found;
  for (const Token& token : segment_all(text).tokens) {
    found += "-swro"[static_cast<size_t>(first_person_verb(token, language))];
  }
  return found;
}

// Self talk and talk to the reader are what the rules weigh; every form must count.
TEST(Pronouns, English) {
  EXPECT_EQ(persons("I think I'm my own, i’ve me", Language::en), "s-ss-ss");
  EXPECT_EQ(persons("we’re ours and let's go", Language::en), "ww-w-");
  EXPECT_EQ(persons("You know your y'all u", Language::en), "r-rrr");
  EXPECT_EQ(persons("she told them people", Language::en), "o-oo");
}

// A country, a port and a war are not the author.
TEST(Pronouns, EnglishLookalikes) {
  EXPECT_EQ(persons("The US and the U.S. won", Language::en), "------");
  EXPECT_EQ(persons("the I/O of World War I ended", Language::en), "--------");
  EXPECT_EQ(persons("PLEASE FOLLOW US NOW", Language::en), "--w-");
  EXPECT_EQ(persons("tell us", Language::en), "-w");
  EXPECT_EQ(persons("I. Introduction", Language::en)[0], '-');
}

// A book on kings is not about its author.
TEST(Pronouns, EnglishRulers) {
  EXPECT_EQ(persons("Queen Elizabeth I and Henry I never met", Language::en), "--------");
  EXPECT_EQ(persons("King Henry I died after Charles I of Spain.", Language::en), "---------");
  EXPECT_EQ(persons("Under Charles I, James I and Part I.", Language::en), "--------");
  EXPECT_EQ(persons("On Sunday I, too, bake. Can I, or Bob and I?", Language::en), "--s---s---s");
  EXPECT_EQ(persons("The man Henry I met yesterday", Language::en)[3], 's');
}

// "Oh my!" speaks of nobody.
TEST(Pronouns, EnglishInterjections) {
  EXPECT_EQ(persons("My, my, my! What a loaf. Oh my, the smell.", Language::en), "----------");
  EXPECT_EQ(persons("Oh my God, my oven and my \"new\" tin", Language::en), "---s--s--");
}

TEST(Pronouns, OtherLanguages) {
  EXPECT_EQ(persons("yo y nosotros con usted y ellos", Language::es), "s-w-r-o");
  EXPECT_EQ(persons("eu nos nossos para você", Language::pt), "s-w-r");
  EXPECT_EQ(persons("a gente vê gente", Language::pt), "-w-o");
  EXPECT_EQ(persons("J'aime ça, l’idée m’appelle et t'attend, nous", Language::fr), "s--s-rw");
  EXPECT_EQ(persons("Ich sehe wie Sie kommen und sie uns sehen", Language::de), "s--r--ow-");
  EXPECT_EQ(persons("Я вижу, мы и Вы у них", Language::ru), "s-w-r-o");
  EXPECT_EQ(persons("我和我们看你", Language::zh), "s-w--r");
}

// Words of one language must not count in another, nor in a language without a list.
TEST(Pronouns, OnlyInTheirLanguage) {
  EXPECT_EQ(persons("me you yo", Language::other), "---");
  EXPECT_EQ(persons("ich du yo", Language::en), "---");
  EXPECT_EQ(persons("@me #you", Language::en), "--");
}

// In Spanish and Portuguese the pronoun is mostly left out.
TEST(Pronouns, FirstPersonVerbs) {
  EXPECT_EQ(verbs("Tengo un plan y estamos listos", Language::es), "s---w-");
  EXPECT_EQ(verbs("Estou aqui e temos tempo", Language::pt), "s--w-");
  EXPECT_EQ(verbs("Tengo estou", Language::en), "--");
  EXPECT_EQ(verbs("vim vi li", Language::pt), "---");
}

}  // namespace
}  // namespace soiree
