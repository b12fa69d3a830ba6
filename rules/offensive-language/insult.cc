#include "rules/offensive-language/insult.h"

#include "linter/text/word_table.h"

namespace soiree {
namespace {

/// What the words around an insult tell; bits.
enum Use : uint32_t {
  kYou = 1,          ///< the person spoken to
  kSubject = 2,      ///< a person or people spoken about
  kGroup = 4,        ///< a whole group of people
  kIs = 8,           ///< a form of "to be"
  kPersonIs = 16,    ///< both in one: "she's"
  kYouAre = 32,      ///< "you're"
  kLink = 64,        ///< may stand between, any number of times
  kStop = 128,       ///< ends the search: another part of the sentence, or a denial
  kOneself = 256,    ///< the author means himself
  kSoftening = 512,  ///< before a name: fond, compared, reported, or with kStop denied
  kHostile = 1024,   ///< right before a name: an insult without a person
  kIf = 2048,        ///< before the person: only supposed
  kFondness = 4096   ///< with "you" after it, or anywhere: among friends
};

constexpr auto kUses = [] {
  WordTable<1024> table;
  table.add("you u ya yall y'all yourself", kYou);
  table.add("he she they who trump hillary obama someone somebody guy man dude woman girl boy",
            kSubject);
  table.add("these those everyone ppl persons president senator judge politician politicians",
            kSubject);
  table.add(
      "people women men girls guys liberals liberal libs conservatives democrats republicans dems "
      "leftists lefties feminists supporters cops blacks whites muslims christians jews mexicans "
      "immigrants arabs asians gays trannies gypsies illegals refugees boomers millennials voters "
      "politicians antifa maga blondes foreigners",
      kSubject | kGroup);
  table.add(
      "#liberals #liberal #libs #conservatives #democrats #dems #republicans #leftists #lefties "
      "#antifa #maga #feminists #gop #remainers #brexiteers #tories",
      kSubject | kGroup);
  table.add("is are r", kIs);
  table.add("he's she's they're who's hes shes theyre", kPersonIs);
  table.add("you're youre ur u're", kYouAre);
  table.add(
      "a an the such so too just really very all nothing but total totally complete completely "
      "absolute absolutely utter utterly pure real bunch of kind typical another one some these "
      "those still always both clearly obviously fucking fuckin damn bloody freaking little big "
      "old stupid dumb fat ugly crazy lying and sir folks all both",
      kLink);
  table.add(
      "not never no nor isn't aren't wasn't weren't ain't don't can't without neither hardly in on "
      "at with for to from by about than that which if when because or while unless whether as "
      "being let's",
      kStop);
  table.add("if unless whether when while like suppose imagine think thinks thought", kIf);
  table.add("i i'm im i've me my myself our us we we're mine", kOneself);
  table.add(
      "like feel feels feeling felt favorite favourite love loving lovable adorable cute sweet "
      "beloved called calls calling call word words term say saying said says not isn't aren't "
      "ain't no never without don't won't wouldn't sound sounds looking against any lucky "
      "magnificent glorious clever "
      "poor "
      "handsome beautiful talented legendary only",
      kSoftening);
  table.add("love luv miss happy", kFondness);
  table.add(
      "lying crooked evil ignorant pathetic disgusting dirty filthy vile stupid dumb "
      "ugly brainless spineless gutless whiny hateful corrupt worthless radical mindless deranged "
      "unhinged hypocritical rabid arrogant foulmouthed foul-mouthed human",
      kHostile);
  return table;
}();

uint32_t uses_of(const Token& token) {
  const bool named = token.kind == TokenKind::word || token.kind == TokenKind::hashtag;
  return named ? kUses.find(token.hash) : 0;
}

constexpr uint32_t kMostAdjectives = 3;
constexpr uint32_t kReach = 4;  // words before a name that may soften it

/// Who an insult is about, by the words before it.
enum class Target : uint8_t { nobody, spoken_to, person, named, group };

/// True when the sentence or a part of it ends after token `last - 1`.
bool ends_there(const Post& post, uint32_t last) {
  const auto tokens = post.tokens();
  if (last >= tokens.size() || tokens[last].sentence_start) return true;
  const std::string_view between = post.text({tokens[last - 1].span.end, tokens[last].span.begin});
  return between.find_first_of(",;:!?.-") != std::string_view::npos ||
         tokens[last].kind == TokenKind::hashtag || tokens[last].kind == TokenKind::emoji ||
         tokens[last].kind == TokenKind::url;
}

/// True when what is said of somebody ends with token `last - 1`: not "stupid talented", "trash at
/// this game", "a troll in the film".
bool ends_predicate(const Post& post, uint32_t last) {
  if (ends_there(post, last)) return true;
  const Token& next = post.tokens()[last];
  for (const std::string_view place : {"in", "on", "at", "with"}) {
    if (next.hash == hash_word(place)) return false;
  }
  return (uses_of(next) & (kLink | kStop | kSubject | kYou | kOneself)) != 0;
}

/// True when `token` begins its sentence or stands after a handle or an emoji.
bool at_start(std::span<const Token> tokens, uint32_t token) {
  return token == 0 || tokens[token].sentence_start || tokens[token - 1].kind != TokenKind::word;
}

/// A capitalised word that is no acronym: somebody, or some thing, by name.
bool is_name(std::span<const Token> tokens, uint32_t token) {
  return tokens[token].kind == TokenKind::word && tokens[token].capital &&
         !tokens[token].all_capitals && uses_of(tokens[token]) == 0;
}

/// What the subject before the form of "to be" at `is` stands for.
Target subject_before(std::span<const Token> tokens, uint32_t is) {
  uint32_t i = is;
  while (i > 0 && !tokens[i].sentence_start && is - i < 2) {
    --i;
    const uint32_t uses = uses_of(tokens[i]);
    if (i > 0 && (uses_of(tokens[i - 1]) & kIf) != 0 && !tokens[i].sentence_start) {
      return Target::nobody;
    }
    if ((uses & kYou) != 0) return Target::spoken_to;
    const bool yours = i > 0 && (uses_of(tokens[i - 1]) & kYou) != 0;
    if ((uses & kGroup) != 0) return yours ? Target::spoken_to : Target::group;
    if ((uses & kSubject) != 0) return Target::person;
    // "@handle is a ...", but not "@handle is there a ...?"
    const bool named = tokens[i].kind == TokenKind::mention ||
                       tokens[i].kind == TokenKind::hashtag || is_name(tokens, i);
    if (named && i + 1 == is && is + 1 < tokens.size()) {
      return (uses_of(tokens[is + 1]) & kLink) != 0 ? Target::named : Target::nobody;
    }
    if ((uses & kLink) == 0) break;
  }
  return Target::nobody;
}

Target target_of(const Post& post, const PhraseMatch& match) {
  const auto tokens = post.tokens();
  uint32_t adjectives = 0;
  uint32_t i = match.first;
  while (i > 0 && !tokens[i].sentence_start) {
    --i;
    const uint32_t uses = uses_of(tokens[i]);
    const bool conditional = i > 0 && (uses_of(tokens[i - 1]) & kIf) != 0;
    if ((uses & (kYou | kYouAre)) != 0) return conditional ? Target::nobody : Target::spoken_to;
    if ((uses & kPersonIs) != 0) return conditional ? Target::nobody : Target::person;
    const bool asked = i > 0 && (uses_of(tokens[i - 1]) & kIs) != 0;
    if ((uses & kGroup) != 0 && asked) return Target::group;  // "Why are bakers such ..."
    if ((uses & kIs) != 0) return subject_before(tokens, i);
    if ((uses & (kStop | kOneself)) != 0 || tokens[i].kind != TokenKind::word) break;
    if ((uses & kLink) == 0 && ++adjectives > kMostAdjectives) break;
  }
  return Target::nobody;
}

/// "you troll": by itself, and no verb ("you troll people"). "You clowns broke it": after "you" no
/// verb ends in "s".
bool is_address(const Post& post, const PhraseMatch& match) {
  const auto tokens = post.tokens();
  const bool adjacent = match.first > 0 && (uses_of(tokens[match.first - 1]) & kYou) != 0;
  if (!adjacent || ends_there(post, match.last)) return true;
  const std::string_view name = post.text(tokens[match.last - 1].span);
  const bool several = name.ends_with('s') && !name.ends_with("ss");
  return several && at_start(tokens, match.first - 1);
}

/// "..., clown" at the end of a reply.
bool is_vocative(const Post& post, const PhraseMatch& match) {
  const auto tokens = post.tokens();
  const bool reply = tokens[0].kind == TokenKind::mention;
  if (!reply || match.first == 0 || match.last != tokens.size()) return false;
  const TextSpan before{tokens[match.first - 1].span.end, tokens[match.first].span.begin};
  return post.text(before).starts_with(',');
}

/// Is there a form of "to be" between the one meant and the phrase?
bool is_predicate(const Post& post, const PhraseMatch& match) {
  const auto tokens = post.tokens();
  for (uint32_t i = match.first; i > 0 && !tokens[i].sentence_start; --i) {
    const uint32_t uses = uses_of(tokens[i - 1]);
    if ((uses & (kIs | kPersonIs | kYouAre)) != 0) return true;
    if ((uses & kYou) != 0) return i > 1 && (uses_of(tokens[i - 2]) & kIs) != 0;
  }
  return false;
}

/// "those clowns", "lying clown", "what a clown", "bunch of clowns".
bool is_exclaimed(const Post& post, const PhraseMatch& match) {
  const auto tokens = post.tokens();
  if (match.first == 0 || tokens[match.first].sentence_start) return false;
  const Token& before = tokens[match.first - 1];
  if (before.hash == hash_word("these") || before.hash == hash_word("those")) {
    // "Lunch with these clowns": friends.
    return match.first < 2 || before.sentence_start ||
           tokens[match.first - 2].hash != hash_word("with");
  }
  if ((uses_of(before) & kHostile) != 0) return ends_there(post, match.last);
  if (match.first < 2 || before.sentence_start) return false;
  const uint32_t first = tokens[match.first - 2].hash;
  return ((before.hash == hash_word("a") || before.hash == hash_word("an")) &&
          first == hash_word("what")) ||
         (before.hash == hash_word("of") && first == hash_word("bunch"));
}

bool is_part_of_name(std::span<const Token> tokens, const PhraseMatch& match) {
  const Token& token = tokens[match.first];
  const bool plain = token.capital && !token.all_capitals;
  if (!plain) return false;
  const uint32_t next = match.last;
  if (next < tokens.size() && tokens[next].capital && !tokens[next].sentence_start) return true;
  if (at_start(tokens, match.first)) return false;
  const Token& before = tokens[match.first - 1];
  return before.capital && (!at_start(tokens, match.first - 1) || uses_of(before) == 0);
}

/// "My dog is", "I am", "we're all".
bool is_own(std::span<const Token> tokens, uint32_t is) {
  for (uint32_t i = is; i > 0 && is - i < 3 && !tokens[i].sentence_start; --i) {
    if ((uses_of(tokens[i - 1]) & kOneself) != 0) return true;
  }
  return false;
}

/// Friends tease each other: "happy birthday", "love you", "miss you" in a short post.
bool is_among_friends(const Post& post) {
  const auto tokens = post.tokens();
  for (size_t i = 0; i + 1 < tokens.size(); ++i) {
    if (tokens[i + 1].hash == hash_word("birthday")) return true;
    const bool fond = (uses_of(tokens[i]) & kFondness) != 0;
    if (fond && (uses_of(tokens[i + 1]) & kYou) != 0) return true;
  }
  return false;
}

/// Is a name called without a person before it still an insult?
bool is_bare_insult(const Post& post, const PhraseMatch& match) {
  const auto tokens = post.tokens();
  if (is_part_of_name(tokens, match)) return false;
  uint32_t i = match.first;
  while (i > 0 && match.first - i < kReach && !tokens[i].sentence_start) {
    --i;
    const uint32_t uses = uses_of(tokens[i]);
    if ((uses & kYou) != 0 && i + 1 == match.first) return true;
    if ((uses & kSoftening) != 0) return false;
    if ((uses & (kPersonIs | kYouAre)) != 0) return true;
    if ((uses & kIs) != 0) return !is_own(tokens, i);
    const bool is_next = i + 1 < tokens.size() && (uses_of(tokens[i + 1]) & kIs) != 0;
    if ((uses & kOneself) != 0 && (tokens[i].hash != hash_word("i") || is_next)) return false;
    if (tokens[i].hash == hash_word("am")) return false;
  }
  return true;
}

/// A name alone may be that of a thing.
bool is_person(Target target) { return target != Target::nobody && target != Target::named; }

bool is_person_insulted(const Post& post, const PhraseMatch& match, Target target) {
  if (target == Target::nobody || !is_address(post, match)) return false;
  return target == Target::spoken_to || ends_predicate(post, match.last);
}

/// "don't bury your head in the sand", "my dumb ass".
bool is_taken_back(std::span<const Token> tokens, uint32_t first) {
  if (first == 0 || tokens[first].sentence_start) return false;
  const uint32_t uses = uses_of(tokens[first - 1]);
  return (uses & kOneself) != 0 || (uses & (kStop | kSoftening)) == (kStop | kSoftening);
}

bool is_aimed_in_short_post(const Post& post, const PhraseMatch& match, PhraseKind kind) {
  if (kind == PhraseKind::name) return is_bare_insult(post, match);
  const Target target = target_of(post, match);
  switch (kind) {
    case PhraseKind::person:
      return is_person_insulted(post, match, target) || is_exclaimed(post, match) ||
             is_vocative(post, match);
    case PhraseKind::thing:
      if (target == Target::spoken_to && ends_there(post, match.last)) return true;
      [[fallthrough]];
    case PhraseKind::trait:
      return is_person(target) && is_predicate(post, match) && ends_predicate(post, match.last);
    case PhraseKind::group:
      return target == Target::group && is_predicate(post, match);
    case PhraseKind::insult:
      return !is_taken_back(post.tokens(), match.first);
    case PhraseKind::command:
      return at_start(post.tokens(), match.first);
    default:
      return true;
  }
}

}  // namespace

bool is_offensive(const Post& post, const PhraseMatch& match) {
  const auto kind = static_cast<PhraseKind>(match.category);
  if (match.quoted || kind == PhraseKind::spared) return false;
  if (post.is_short()) {
    return is_aimed_in_short_post(post, match, kind) &&
           (kind >= PhraseKind::attack || !is_among_friends(post));
  }
  switch (kind) {
    case PhraseKind::attack:
    case PhraseKind::joke:
    case PhraseKind::vulgar:
      return true;
    case PhraseKind::name:
      return target_of(post, match) == Target::spoken_to && is_address(post, match) &&
             is_bare_insult(post, match);
    default:
      return false;
  }
}

}  // namespace soiree
