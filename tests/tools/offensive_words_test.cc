#include "tools/offensive_words.h"

#include <gtest/gtest.h>

#include <string>

#include "rules/offensive-language/word_list.h"

namespace soiree {
namespace {

constexpr const char* kModule =
    "/**\n * Map.\n */\nexport const cuss = {\n  darn: 1,\n  'two words': 2,\n"
    "  \"Don\u2019t\": 0,\n  piñata: 2\n}\n";

/// The mistake that reading `module` ends with, as "line: message"; empty when there is none.
std::string mistake_in(const std::string& module) {
  RatedWords words;
  WordMistake mistake;
  if (read_rated_words(module, words, mistake)) return {};
  return std::to_string(mistake.line) + ": " + mistake.message.substr(0, 20);
}

TEST(RatedWords, ReadsEveryFormOfEntry) {
  RatedWords words;
  WordMistake mistake;
  ASSERT_TRUE(read_rated_words(kModule, words, mistake)) << mistake.line << mistake.message;
  EXPECT_EQ(words, (RatedWords{{"darn", 1}, {"two words", 2}, {"don't", 0}, {"piñata", 2}}));
}

TEST(RatedWords, RefusesWhatIsNoList) {
  const std::string start = "export const cuss = {\n";
  EXPECT_EQ(mistake_in(start + "  darn: 1\n}\n"), "");
  EXPECT_EQ(mistake_in(start + "  darn: 3\n}\n"), "2: this line is no entr");
  EXPECT_EQ(mistake_in(start + "  darn: 1, dang: 1\n}\n"), "2: this line is no entr");
  EXPECT_EQ(mistake_in(start + "  'a\\'b': 1\n}\n"), "2: this line is no entr");
  EXPECT_EQ(mistake_in(start + "  ...more\n}\n"), "2: this line is no entr");
  EXPECT_EQ(mistake_in(start + "  darn: 1\n}\nexport default cuss\n"), "4: this line is no entr");
  EXPECT_EQ(mistake_in(start + "  darn: 1\n"), "2: the list has no end");
  EXPECT_EQ(mistake_in("module.exports = {}\n"), "1: this line is no entr");
  EXPECT_EQ(mistake_in(""), "1: the list has no end");
}

std::string mistake_in_classes(const std::string& text) {
  std::map<std::string, WordClasses> languages;
  WordMistake mistake;
  if (read_word_classes(text, languages, mistake)) return {};
  return std::to_string(mistake.line) + ": " + mistake.message;
}

TEST(WordClasses, NamesLineOfEachMistake) {
  EXPECT_EQ(mistake_in_classes("# comment\n\nen\tcrude\tdarn, dang\n"), "");
  EXPECT_EQ(mistake_in_classes("en\trude\tdarn\n"), "1: there is no class `rude`");
  EXPECT_EQ(mistake_in_classes("#\nen\tcrude\tdarn\nen\tslur\tdang, darn\n"),
            "3: `darn` is given twice");
  EXPECT_EQ(mistake_in_classes("en crude darn\n"),
            "1: a line is a language, a tab, a class, a tab, and words");
}

TEST(WordClasses, DecideAboutTheListsWords) {
  std::map<std::string, WordClasses> languages;
  WordMistake mistake;
  ASSERT_TRUE(
      read_word_classes("en\tspared\tdarning\nen\tcoarse\theck\nen\tphrase\tdunce\n"
                        "en\tcrude\t*darn*, blast*\nen\tslur\t*\n",
                        languages, mistake));
  const RatedWords rated = {{"darning", 2}, {"goshdarn", 2},     {"blaster", 2}, {"dunce", 2},
                            {"gadzook", 2}, {"camel wright", 2}, {"fiddle", 1},  {"darned", 1}};
  EXPECT_EQ(offensive_words_of(rated, languages["en"], false),
            (ClassedWords{{"heck", "coarse"},
                          {"goshdarn", "crude"},
                          {"blaster", "crude"},
                          {"gadzook", "slur"},
                          {"camel wright", "slur"}}));
  const ClassedWords with_plurals = offensive_words_of(rated, languages["en"], true);
  EXPECT_EQ(with_plurals.count("blasters"), 1U);
  EXPECT_EQ(with_plurals.count("hecks"), 0U);
}

TEST(OffensiveWords, LanguagesWithoutAListAreEmpty) {
  EXPECT_FALSE(offensive_words(Language::en).empty());
  EXPECT_TRUE(offensive_words(Language::ru).empty());
  EXPECT_EQ(find_word(offensive_words(Language::ru), hash_word("word")).word_class,
            WordClass::none);
}

TEST(OffensiveWords, TechnicalAndEverydayWordsAreNotInTheTables) {
  for (const char* word : {"master", "slave", "kill", "abort", "dummy", "gimp", "queer", "gypsy",
                           "pollock", "tinker", "welfare", "screw", "nip", "black", "penis"}) {
    EXPECT_EQ(find_word(offensive_words(Language::en), hash_word(word)).word_class, WordClass::none)
        << word;
  }
}

}  // namespace
}  // namespace soiree
