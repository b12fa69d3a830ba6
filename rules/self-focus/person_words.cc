#include "rules/self-focus/person_words.h"

#include <algorithm>

#include "linter/text/pronouns.h"

namespace soiree {
namespace {

/// Each language has three bits of a table entry; the seven highest bits are uses.
constexpr unsigned shift(Language language) { return static_cast<unsigned>(language) * 3; }
static_assert(shift(Language::ru) + 3 <= 25);

using Table = WordTable<2048>;

constexpr void add(Table& table, Language language, Subject subject, std::string_view words) {
  table.add(words, static_cast<uint32_t>(subject) << shift(language));
}

constexpr void add_english(Table& table) {
  const Language en = Language::en;
  add(table, en, Subject::author, "i i'm i've i'd i'll i'd've im ive i'ma imma me my mine myself");
  add(table, en, Subject::author_team,
      "we we're we've we'd we'll we'd've us our ours ourselves ourself");
  add(table, en, Subject::reader,
      "you you're you've you'd you'll you'd've your yours yourself yourselves youre youve youll u "
      "ur y'all yall let's");
  add(table, en, Subject::person,
      "he she him her his hers he's she's he'd she'd he'll she'll himself herself");
  add(table, en, Subject::people,
      "they them their theirs they're they've they'd they'll themselves");
}

constexpr void add_english_uses(Table& table) {
  table.add(
      "can could can't cannot couldn't should shouldn't must need needn't may might all get see "
      "tend "
      "humans people mortals",
      kInclusive);
  table.add("all most many some each", kAllOf);

  table.add(
      "got made went had took saw found spent used finished started managed decided tried bought "
      "ate finally currently still working loving enjoying heading planning looking going feeling "
      "thinking",
      kOmitted);
  table.add(
      "use open click go try check add make let don't see look read take put set select choose "
      "create install run type copy paste download visit press drag drop enter find get give keep "
      "remember note consider think imagine start stop turn move save cut cook heat stir mix pour "
      "place remove avoid ask write join follow share tell watch learn change replace update "
      "upgrade import export configure define call pass return bring buy pick pack plan prepare "
      "store wash season serve serves scroll hit tap head ensure contact email sign submit "
      "register apply",
      kInstruction);
  table.add("why guide tip tips tutorial using your explained", kTeaches);
  table.add("thanks thank thankful congratulations congrats kudos", kThanks);
  table.add(
      "meeting meetings release releases released changelog maintenance outage "
      "advisory vulnerability cfp survey surveys voting",
      kNotice);
}

constexpr void add_spanish(Table& table) {
  const Language es = Language::es;
  add(table, es, Subject::author, "yo me mi mí mis mío mía míos mías conmigo");
  add(table, es, Subject::author_team, "nosotros nosotras nuestro nuestra nuestros nuestras");
  add(table, es, Subject::author_verb,
      "soy estoy tengo he voy quiero puedo hago sé veo creo pienso espero recuerdo llevo fui "
      "estuve "
      "tuve hice pude quise vi dije empecé comencé decidí llegué trabajé encontré aprendí escribí "
      "publiqué hemos estamos somos fuimos estuvimos tuvimos hicimos");
  add(table, es, Subject::reader,
      "tú tu tus te ti contigo tuyo tuya usted ustedes vosotros os vuestro vuestra eres estás has "
      "tienes puedes quieres debes necesitas sabes vamos");
  add(table, es, Subject::person, "él ella suyo");
  add(table, es, Subject::people, "ellos ellas");
}

constexpr void add_portuguese(Table& table) {
  const Language pt = Language::pt;
  add(table, pt, Subject::author, "eu me mim meu minha meus minhas comigo");
  add(table, pt, Subject::author_team, "nós nosso nossa nossos nossas conosco");
  add(table, pt, Subject::author_verb,
      "sou estou tenho vou quero posso faço sei vejo acho penso espero lembro gosto gostaria fui "
      "estive tive fiz pude vi disse comecei decidi cheguei trabalhei encontrei aprendi escrevi "
      "publiquei estamos somos fomos estivemos tivemos fizemos");
  add(table, pt, Subject::reader,
      "você vocês tu te ti teu tua seu sua seus suas pode deve precisa quer vamos");
  add(table, pt, Subject::person, "ele ela dele dela");
  add(table, pt, Subject::people, "eles elas deles delas");
}

constexpr void add_french(Table& table) {
  const Language fr = Language::fr;
  add(table, fr, Subject::author,
      "je j'ai j'aime j'avais j'étais j'en j'y j'aurais m'a m'ont moi me mon ma mes mien mienne");
  add(table, fr, Subject::author_team, "nous notre nos nôtre");
  add(table, fr, Subject::reader, "tu te toi ton ta tes vous votre vos");
  add(table, fr, Subject::person, "elle lui");
  add(table, fr, Subject::people, "elles eux leur leurs");
}

constexpr void add_german(Table& table) {
  const Language de = Language::de;
  add(table, de, Subject::author, "ich mich mir mein meine meinem meinen meiner meines");
  add(table, de, Subject::author_team, "wir uns unser unsere unserem unseren unserer unseres");
  add(table, de, Subject::reader,
      "du dich dir dein deine deinem deinen deiner euch euer eure sie ihr ihre ihrem ihren ihrer "
      "ihres ihnen");
  add(table, de, Subject::person, "er ihn ihm");
}

constexpr void add_russian(Table& table) {
  const Language ru = Language::ru;
  add(table, ru, Subject::author, "я меня мне мной мой моя моё мое мои моего моей моему моих моим");
  add(table, ru, Subject::author_team,
      "мы нас нам нами наш наша наше наши нашего нашей наших нашим");
  add(table, ru, Subject::reader,
      "ты тебя тебе тобой твой твоя твоё твои вы вас вам вами ваш ваша ваше ваши вашего вашей "
      "ваших");
  add(table, ru, Subject::person, "он она его её ее ему ей");
  add(table, ru, Subject::people, "они их им ими");
}

bool has_use(uint32_t hash, WordUse use) { return (kPersonWords.find(hash) & use) != 0; }

/// "how to", "what is", "what are", "introduction to", "for beginners".
bool is_teaching_pair(uint32_t first, uint32_t second) {
  constexpr uint32_t kTo = hash_word("to");
  if (first == hash_word("how") || first == hash_word("introduction")) return second == kTo;
  if (first == hash_word("what")) return second == hash_word("is") || second == hash_word("are");
  return first == hash_word("for") && second == hash_word("beginners");
}

constexpr auto kFormal = [] {
  WordTable<32> table;
  table.add("sie ihr ihre ihrem ihren ihrer ihres ihnen", 1);
  return table;
}();

/// Words that are a pronoun only in some places: "I/O", "World War I", "Oh my!", "the US",
/// "Sie".
bool depends_on_place(const Token& token, Language language) {
  if (language == Language::en) {
    return token.hash == hash_word("i") || token.hash == hash_word("us") ||
           token.hash == hash_word("u") || token.hash == hash_word("my");
  }
  return language == Language::de && kFormal.find(token.hash) != 0;
}

}  // namespace

constexpr WordTable<2048> kPersonWords = [] {
  Table table;
  add_english(table);
  add_english_uses(table);
  add_spanish(table);
  add_portuguese(table);
  add_french(table);
  add_german(table);
  add_russian(table);
  return table;
}();

Subject subject_of(uint32_t entry, std::string_view text, std::span<const Token> tokens,
                   size_t index, Language language) {
  const auto subject = static_cast<Subject>((entry >> shift(language)) & 7U);
  if (subject == Subject::none || !depends_on_place(tokens[index], language)) return subject;
  switch (person_at(text, tokens, index, language)) {
    case Person::none:
      return Subject::none;
    case Person::other_person:
      return Subject::people;
    default:
      return subject;
  }
}

bool is_teaching_title(std::span<const Token> title) {
  for (size_t i = 0; i < title.size(); ++i) {
    if (has_use(title[i].hash, kTeaches)) return true;
    if (i + 1 < title.size() && is_teaching_pair(title[i].hash, title[i + 1].hash)) return true;
  }
  return false;
}

bool is_thanking(std::span<const Token> text) {
  return std::any_of(text.begin(), text.end(),
                     [](const Token& token) { return has_use(token.hash, kThanks); });
}

bool is_matter_title(std::span<const Token> title) {
  return std::any_of(title.begin(), title.end(), [](const Token& token) {
    return (kPersonWords.find(token.hash) & (kThanks | kNotice)) != 0;
  });
}

}  // namespace soiree
