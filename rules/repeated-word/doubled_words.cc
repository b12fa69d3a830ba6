#include "rules/repeated-word/doubled_words.h"

#include <array>
#include <utility>

#include "linter/text/word_table.h"

namespace soiree {
namespace {

constexpr uint32_t bit(Language language) { return 1U << static_cast<unsigned>(language); }

constexpr auto kNeverDoubled = [] {
  WordTable<1024> table;
  table.add(
      "the a an of to and or but for with by from into than as if be we i i'm they our your their "
      "its his this these those what which while because about through between without under also "
      "just only some any has have been would should could must may might both each every such "
      "will most when who whose where does there's it's",
      bit(Language::en));
  table.add(
      "a el los las de en con y e o u un una unos unas del al cuando se su sus desde hasta entre "
      "sobre pero este esta estos estas porque donde hay también más ha han ser les",
      bit(Language::es));
  table.add(
      "a o os as de em com e é ou um uma uns umas do da dos das ao aos à às nos nas num numa por "
      "pelo pela pelos pelas como mas seu sua seus suas este esta deste desta isso essa esse "
      "quando onde foi ser são também porque entre sobre desde você eu ele ela cada pode tem",
      bit(Language::pt));
  table.add(
      "le les des du un une et ou de dans pour avec sur par que qui ce cette ces son sa ses est "
      "sont au aux mais donc comme plus sans leur leurs je il ils c'est",
      bit(Language::fr));
  table.add(
      "und oder ein eine einen einer einem eines mit von auf für im des auch nicht wir ich bei wie "
      "zum zur vom sich wenn als durch über unter kann wird werden haben sind nur noch",
      bit(Language::de));
  table.add("и в на с к по из от для не что как или при о об у за до а но он она они мы вы я",
            bit(Language::ru));
  return table;
}();

/// What a phrase goes on with behind its preposition, where the same one may end the clause before.
enum Phrase : uint32_t { kFor = 1, kOf = 2, kWith = 4, kBy = 8, kFrom = 16 };
constexpr auto kStranded = [] {
  WordTable<128> table;
  table.add(
      "years months weeks days hours ages decades centuries ever two three four five six "
      "seven eight nine ten many several",
      kFor);
  table.add("course", kOf);
  table.add("such so", kWith);
  table.add("now then noon midnight accident chance", kBy);
  table.add("then", kFrom);
  return table;
}();

/// Verbs and particles that a preposition follows, besides those in "-ed" and "-ing".
constexpr auto kAsking = [] {
  WordTable<64> table;
  table.add(
      "ask asks look looks wait waits hope hopes pay pays paid search work works deal dealt "
      "up care cares think thinks thought hear heard made",
      1);
  return table;
}();

/// The bit of a preposition, 0 for other words.
uint32_t phrase_of(uint32_t hash) {
  constexpr std::array<std::pair<uint32_t, Phrase>, 5> kPrepositions = {
      {{hash_word("for"), kFor},
       {hash_word("of"), kOf},
       {hash_word("with"), kWith},
       {hash_word("by"), kBy},
       {hash_word("from"), kFrom}}};
  for (const auto& [word, phrase] : kPrepositions) {
    if (word == hash) return phrase;
  }
  return 0;
}

constexpr auto kEmphasis = [] {
  WordTable<128> table;
  table.add(
      "really please always little pretty totally simply seriously absolutely   "
      "twinkle blabla    "
      "mucho mucha muchos muchas muito muita muitos muitas grande empurra devagar depressa apenas "
      "vraiment "
      "toujours encore beaucoup jamais immer wieder wirklich niemals очень только долго "
      "далеко давно сейчас",
      1);
  return table;
}();

}  // namespace

bool is_never_doubled(uint32_t hash, Language language) {
  if (language == Language::unknown) language = Language::en;
  return (kNeverDoubled.find(hash) & bit(language)) != 0;
}

bool may_be_stranded(uint32_t hash, std::string_view before, std::string_view after) {
  const bool verb =
      before.ends_with("ed") || before.ends_with("ing") || kAsking.find(hash_word(before)) != 0;
  return verb && (kStranded.find(hash_word(after)) & phrase_of(hash)) != 0;
}

bool is_doubled_for_emphasis(uint32_t hash) { return kEmphasis.find(hash) != 0; }

}  // namespace soiree
