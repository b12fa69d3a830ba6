#include "linter/text/pronouns.h"

#include "linter/text/function_words.h"
#include "linter/text/utf8.h"
#include "linter/text/word_table.h"

namespace soiree {
namespace {

/// Each language has three bits of a table entry.
constexpr unsigned shift(Language language) { return static_cast<unsigned>(language) * 3; }
constexpr uint32_t entry(Language language, Person person) {
  return static_cast<uint32_t>(person) << shift(language);
}

using Table = WordTable<2048>;

constexpr void add(Table& table, Language language, Person person, std::string_view words) {
  table.add(words, entry(language, person));
}

constexpr void add_english(Table& table) {
  const Language en = Language::en;
  add(table, en, Person::self_singular,
      "i me my mine myself i'm i've i'd i'll i'd've im ive i'ma imma");
  add(table, en, Person::self_plural,
      "we us our ours ourselves ourself we're we've we'd we'll we'd've let's");
  add(table, en, Person::reader,
      "you your yours yourself yourselves you're you've you'd you'll you'd've y'all yall ya'll "
      "y'all're youre youve youll u ur thou thee thy");
  add(table, en, Person::other_person,
      "he him his himself he's he'd he'll she her hers herself she's she'd she'll they them their "
      "theirs themselves themself they're they've they'd they'll theyre people someone somebody "
      "everyone everybody anyone anybody others folks who whose whom");
}

constexpr void add_spanish(Table& table) {
  const Language es = Language::es;
  add(table, es, Person::self_singular, "yo me mi mí mis mío mía míos mías conmigo");
  add(table, es, Person::self_plural, "nosotros nosotras nos nuestro nuestra nuestros nuestras");
  add(table, es, Person::reader,
      "tú tu tus te ti contigo tuyo tuya tuyos tuyas usted ustedes vosotros vosotras vos os "
      "vuestro vuestra vuestros vuestras");
  add(table, es, Person::other_person,
      "él ella ellos ellas su sus suyo suya suyos suyas le les alguien nadie gente persona "
      "personas "
      "quien quienes");
}

constexpr void add_portuguese(Table& table) {
  const Language pt = Language::pt;
  add(table, pt, Person::self_singular, "eu me mim meu minha meus minhas comigo");
  // "nos" is nearly always "in the".
  add(table, pt, Person::self_plural, "nós nosso nossa nossos nossas conosco connosco");
  add(table, pt, Person::reader,
      "você vocês vc vcs tu te ti teu tua teus tuas contigo seu sua seus suas convosco vosso "
      "vossa");
  add(table, pt, Person::other_person,
      "ele ela eles elas dele dela deles delas lhe lhes alguém ninguém pessoa pessoas gente quem "
      "galera");
}

constexpr void add_french(Table& table) {
  const Language fr = Language::fr;
  add(table, fr, Person::self_singular,
      "je me moi mon ma mes mien mienne miens miennes moi-même j'ai j'avais j'étais j'aime j'en "
      "j'y "
      "j'aurais j'aurai j'adore j'utilise j'espère j'écris j'ose j'étais j'aimerais j'imagine "
      "j'essaie j'avoue j'arrive j'habite j'attends j'apprends j'entends j'oublie j'aimais j'eus "
      "m'a m'ont m'en m'y m'avait m'est m'aide m'a-t-il");
  add(table, fr, Person::self_plural, "nous notre nos nôtre nôtres nous-mêmes");
  add(table, fr, Person::reader,
      "tu te toi ton ta tes tien tienne tiens vous votre vos vôtre vôtres t'as t'es t'en t'y t'a "
      "toi-même vous-même vous-mêmes");
  add(table, fr, Person::other_person,
      "il elle ils elles lui leur leurs son sa ses eux sien sienne quelqu'un qu'il qu'elle qu'ils "
      "qu'elles s'il s'ils personnes gens");
}

constexpr void add_german(Table& table) {
  const Language de = Language::de;
  add(table, de, Person::self_singular,
      "ich mich mir mein meine meinem meinen meiner meines meins ich's");
  add(table, de, Person::self_plural, "wir uns unser unsere unserem unseren unserer unseres");
  add(table, de, Person::reader,
      "du dich dir dein deine deinem deinen deiner deines euch euer eure eurem euren eurer eures");
  add(table, de, Person::other_person,
      "er sie ihn ihm ihnen sein seine seinem seinen seiner seines ihr ihre ihrem ihren ihrer "
      "ihres "
      "jemand niemand leute menschen andere anderen");
}

constexpr void add_russian(Table& table) {
  const Language ru = Language::ru;
  add(table, ru, Person::self_singular,
      "я меня мне мной мною мой моя моё мое мои моего моей моему моим моём моем моих моими мою");
  add(table, ru, Person::self_plural,
      "мы нас нам нами наш наша наше наши нашего нашей нашему нашим нашем наших нашими нашу");
  add(table, ru, Person::reader,
      "ты тебя тебе тобой тобою твой твоя твоё твое твои твоего твоей твоему твоим твоём твоем "
      "твоих твоими твою вы вас вам вами ваш ваша ваше ваши вашего вашей вашему вашим вашем ваших "
      "вашими вашу");
  add(table, ru, Person::other_person,
      "он она они его её ее их ему им ими него неё нее них нему ней ним ними нём нем ею люди людей "
      "людям людьми людях кто-то никто");
}

constexpr void add_chinese(Table& table) {
  const Language zh = Language::zh;
  add(table, zh, Person::self_singular, "我 俺");
  add(table, zh, Person::self_plural, "咱");
  add(table, zh, Person::reader, "你 您 妳");
  add(table, zh, Person::other_person, "他 她");
}

constexpr Table kPronouns = [] {
  Table table;
  add_english(table);
  add_spanish(table);
  add_portuguese(table);
  add_french(table);
  add_german(table);
  add_russian(table);
  add_chinese(table);
  return table;
}();

constexpr Table kVerbs = [] {
  Table table;
  add(table, Language::es, Person::self_singular,
      "tengo estoy soy fui quiero puedo hago hice voy vengo digo dije creo pienso tuve "
      "estuve quise pude puse supe vine veo sé necesito espero conozco pongo salgo "
      "oigo traigo prefiero siento sigo escribí aprendí empecé decidí conocí publiqué "
      "llegué creé hablé trabajé pensé encontré dejé terminé usé leí escribo aprendo "
      "recomiendo agradezco haré iré seré tendré estaré podré he");
  add(table, Language::es, Person::self_plural,
      "tenemos estamos somos fuimos queremos podemos hacemos hicimos vamos venimos decimos creemos "
      "pensamos tuvimos estuvimos quisimos pudimos pusimos sabemos vemos necesitamos esperamos "
      "seguimos hemos habíamos teníamos estábamos éramos empezamos decidimos usamos trabajamos "
      "lanzamos hablamos llegamos llevamos haremos tendremos estaremos podremos seremos veremos");
  add(table, Language::pt, Person::self_singular,
      "tenho estou sou fui quero posso faço fiz vou venho digo acho penso tive estive quis pude "
      "soube vejo sei espero lembro conheço ponho saio ouço trago prefiro sinto sigo "
      "escrevi aprendi comecei decidi conheci publiquei cheguei criei falei trabalhei pensei "
      "encontrei deixei terminei usei leio escrevo aprendo recomendo agradeço farei irei "
      "serei "
      "terei estarei poderei gostei fiquei");
  add(table, Language::pt, Person::self_plural,
      "temos estamos somos fomos queremos podemos fazemos fizemos vamos dizemos achamos pensamos "
      "tivemos estivemos quisemos pudemos pusemos sabemos vemos precisamos esperamos seguimos "
      "tínhamos estávamos éramos começamos decidimos usamos trabalhamos lançamos falamos chegamos "
      "faremos teremos estaremos poderemos seremos veremos ficamos gostamos");
  return table;
}();

/// Words before a Roman numeral one.
constexpr auto kBeforeNumeral = [] {
  WordTable<128> table;
  table.add(
      "war part chapter type phase volume vol book act level class title stage grade section "
      "article category tier episode season appendix figure table elizabeth",
      1);
  return table;
}();

/// Words with a capital that "I" follows as a pronoun: "On Sunday I, too, ..."
constexpr auto kDays = [] {
  WordTable<64> table;
  table.add(
      "monday tuesday wednesday thursday friday saturday sunday january february march april june "
      "july august september october november december today yesterday tomorrow",
      1);
  return table;
}();

constexpr auto kRulers = [] {
  WordTable<32> table;
  table.add("king queen pope tsar czar emperor empress pharaoh", 1);
  return table;
}();

Person person_in(const Table& table, uint32_t hash, Language language) {
  return static_cast<Person>((table.find(hash) >> shift(language)) & 7U);
}

constexpr uint32_t kI = hash_word("i");
constexpr uint32_t kMy = hash_word("my");
constexpr uint32_t kOh = hash_word("oh");
constexpr uint32_t kAnd = hash_word("and");
constexpr uint32_t kOf = hash_word("of");
constexpr uint32_t kU = hash_word("u");
constexpr uint32_t kUs = hash_word("us");
constexpr uint32_t kA = hash_word("a");
constexpr uint32_t kGente = hash_word("gente");
constexpr uint32_t kPluralSign = hash_word("们");
constexpr uint32_t kOldPluralSign = hash_word("們");
constexpr uint32_t kSie = hash_word("sie");
constexpr uint32_t kFormal[] = {kSie,
                                hash_word("ihr"),
                                hash_word("ihre"),
                                hash_word("ihrem"),
                                hash_word("ihren"),
                                hash_word("ihrer"),
                                hash_word("ihres"),
                                hash_word("ihnen")};

bool is_formal(uint32_t hash) {
  for (const uint32_t formal : kFormal) {
    if (formal == hash) return true;
  }
  return false;
}

bool is_capitals(std::span<const Token> tokens, size_t index) {
  return index < tokens.size() && tokens[index].kind == TokenKind::word &&
         tokens[index].all_capitals;
}

/// "My, my!", "Oh my, the smell", "My oh my": nobody owns anything here.
bool is_interjection(std::string_view text, std::span<const Token> tokens, size_t index) {
  const Token& token = tokens[index];
  constexpr std::string_view kNoNounFollows = ",!?.;";
  const bool closed = token.span.end < text.size() &&
                      kNoNounFollows.find(text[token.span.end]) != std::string_view::npos;
  const auto is_cry = [](uint32_t hash) { return hash == kMy || hash == kOh; };
  const bool after = !token.sentence_start && index > 0 && is_cry(tokens[index - 1].hash);
  return closed || after || (index + 1 < tokens.size() && is_cry(tokens[index + 1].hash));
}

/// Is the "I" at `index` the numeral of the name before it? Of names we know only the capital, so
/// what follows must be no verb, or the name comes after a title or after another numbered name.
bool follows_ruler(std::string_view text, std::span<const Token> tokens, size_t index) {
  const Token& name = tokens[index - 1];
  if (name.all_capitals || kDays.find(name.hash) != 0 || function_word_languages(name.hash) != 0) {
    return false;
  }
  if (index >= 2 && tokens[index - 2].capital && kRulers.find(tokens[index - 2].hash) != 0) {
    return true;
  }
  if (index >= 4 && tokens[index - 2].hash == kAnd && tokens[index - 3].hash == kI &&
      tokens[index - 4].capital) {
    return true;
  }
  const uint32_t end = tokens[index].span.end;
  if (end >= text.size()) return true;
  if (std::string_view(",.;:)\n").find(text[end]) != std::string_view::npos) return true;
  if (text[end] != ' ' || index + 1 == tokens.size()) return false;
  const Token& next = tokens[index + 1];
  if (next.hash == kOf) return true;
  return next.hash == kAnd && index + 2 < tokens.size() && tokens[index + 2].capital;
}

/// Is the "I" at `index` a numeral or half of "I/O"?
bool is_numeral(std::string_view text, std::span<const Token> tokens, size_t index) {
  const Token& token = tokens[index];
  const auto byte = [&](size_t at) { return at < text.size() ? text[at] : ' '; };
  const char after = byte(token.span.end);
  if (after == '/' && byte(token.span.end + 1) != ' ') return true;
  if (token.sentence_start) return after == '.' || after == ')';
  if (index == 0) return false;
  const Token& before = tokens[index - 1];
  if (before.span.end + 1 != token.span.begin || !before.capital) return false;
  if (text[before.span.end] != ' ') return false;
  return kBeforeNumeral.find(before.hash) != 0 || follows_ruler(text, tokens, index);
}

/// Person of "j'aime", "m'appelle", "t'aime", whatever the verb.
Person elided_person(std::string_view word) {
  if (word.size() < 4) return Person::none;
  const bool apostrophe = word[1] == '\'' || word.substr(1).starts_with("\u2019");
  if (!apostrophe) return Person::none;
  switch (word[0]) {
    case 'j':
    case 'J':
    case 'm':
    case 'M':
      return Person::self_singular;
    case 't':
    case 'T':
      return Person::reader;
    default:
      return Person::none;
  }
}

}  // namespace

Person person_of(const Token& token, Language language) {
  if (token.kind != TokenKind::word && token.kind != TokenKind::cjk) return Person::none;
  const Person person = person_in(kPronouns, token.hash, language);
  if (person == Person::none) return person;
  if (language == Language::en) {
    if (token.hash == kUs && token.all_capitals) return Person::none;
    if (token.hash == kU && token.capital) return Person::none;
  }
  if (language == Language::de && token.capital && !token.sentence_start && is_formal(token.hash)) {
    return Person::reader;
  }
  return person;
}

Person person_at(std::string_view text, std::span<const Token> tokens, size_t index,
                 Language language) {
  const Token& token = tokens[index];
  const Person person = person_of(token, language);
  const bool has_next = index + 1 < tokens.size();
  switch (language) {
    case Language::en:
      if (token.hash == kUs && token.kind == TokenKind::word && token.all_capitals) {
        const bool shouted = index > 0 && is_capitals(tokens, index - 1);
        return shouted ? Person::self_plural : Person::none;
      }
      if (token.hash == kI && token.capital && is_numeral(text, tokens, index)) {
        return Person::none;
      }
      if (token.hash == kMy && is_interjection(text, tokens, index)) return Person::none;
      return person;
    case Language::zh:
      if (person == Person::self_singular && has_next && tokens[index + 1].glued &&
          (tokens[index + 1].hash == kPluralSign || tokens[index + 1].hash == kOldPluralSign)) {
        return Person::self_plural;
      }
      return person;
    case Language::pt:
      if (token.hash == kGente && index > 0 && tokens[index - 1].hash == kA) {
        return Person::self_plural;
      }
      return person;
    case Language::fr:
      if (person != Person::none || token.kind != TokenKind::word) return person;
      return elided_person(token.span.of(text));
    default:
      return person;
  }
}

Person first_person_verb(const Token& token, Language language) {
  if (token.kind != TokenKind::word) return Person::none;
  if (language != Language::es && language != Language::pt) return Person::none;
  return person_in(kVerbs, token.hash, language);
}

}  // namespace soiree
