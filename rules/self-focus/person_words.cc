#include "rules/self-focus/person_words.h"

#include <algorithm>

#include "linter/text/pronouns.h"
#include "linter/text/word_table.h"

namespace soiree {
namespace {

/// Subjects that linter/text/pronouns.h does not tell apart or does not know: three bits a
/// language.
using SubjectTable = WordTable<512>;

constexpr unsigned shift(Language language) { return static_cast<unsigned>(language) * 3; }

constexpr void add(SubjectTable& table, Language language, Subject subject,
                   std::string_view words) {
  table.add(words, static_cast<uint32_t>(subject) << shift(language));
}

constexpr SubjectTable kSubjects = [] {
  SubjectTable table;
  add(table, Language::en, Subject::reader, "let's");
  add(table, Language::en, Subject::person,
      "he she him her his hers he's she's he'd she'd he'll she'll himself herself");
  add(table, Language::en, Subject::people,
      "they them their theirs they're they've they'd they'll themselves");
  add(table, Language::es, Subject::reader,
      "vamos puedes tienes quieres debes eres estás has necesitas sabes");
  add(table, Language::es, Subject::person, "él ella suyo");
  add(table, Language::es, Subject::people, "ellos ellas");
  add(table, Language::pt, Subject::reader, "vamos pode deve precisa quer");
  add(table, Language::pt, Subject::person, "ele ela dele dela");
  add(table, Language::pt, Subject::people, "eles elas deles delas");
  add(table, Language::fr, Subject::person, "elle lui");
  add(table, Language::fr, Subject::people, "elles eux leur leurs");
  add(table, Language::de, Subject::person, "er ihn ihm");
  add(table, Language::de, Subject::people, "ihnen");
  add(table, Language::ru, Subject::person, "он она его её ее ему ей");
  add(table, Language::ru, Subject::people, "они их им ими");
  return table;
}();

enum WordUse : uint32_t {
  kInclusive = 1,
  kOmitted = 2,
  kInstruction = 4,
  kTeaches = 8,
  kThanks = 16
};

constexpr auto kUses = [] {
  WordTable<512> table;
  table.add(
      "can could can't cannot couldn't should shouldn't must need needn't may might all get see",
      kInclusive);
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
  return table;
}();

bool has_use(uint32_t hash, WordUse use) { return (kUses.find(hash) & use) != 0; }

Subject own_subject(const Token& token, Language language) {
  return static_cast<Subject>((kSubjects.find(token.hash) >> shift(language)) & 7U);
}

/// "how to", "what is", "what are", "introduction to", "for beginners".
bool is_teaching_pair(uint32_t first, uint32_t second) {
  constexpr uint32_t kTo = hash_word("to");
  if (first == hash_word("how") || first == hash_word("introduction")) return second == kTo;
  if (first == hash_word("what")) return second == hash_word("is") || second == hash_word("are");
  return first == hash_word("for") && second == hash_word("beginners");
}

}  // namespace

Subject subject_at(std::string_view text, std::span<const Token> tokens, size_t index,
                   Language language) {
  const Token& token = tokens[index];
  if (token.kind != TokenKind::word) return Subject::none;
  const Subject own = own_subject(token, language);
  if (own != Subject::none) return own;
  switch (person_at(text, tokens, index, language)) {
    case Person::self_singular:
      return Subject::author;
    case Person::self_plural:
      return Subject::author_team;
    case Person::reader:
      return Subject::reader;
    default:
      break;
  }
  const bool verb = first_person_verb(token, language) != Person::none;
  return verb ? Subject::author_verb : Subject::none;
}

bool makes_we_inclusive(uint32_t hash) { return has_use(hash, kInclusive); }
bool opens_without_subject(uint32_t hash) { return has_use(hash, kOmitted); }
bool opens_an_instruction(uint32_t hash) { return has_use(hash, kInstruction); }

bool is_teaching_title(std::span<const Token> title) {
  for (size_t i = 0; i < title.size(); ++i) {
    if (has_use(title[i].hash, kTeaches)) return true;
    if (i + 1 < title.size() && is_teaching_pair(title[i].hash, title[i + 1].hash)) return true;
  }
  return false;
}

bool is_thanking_title(std::span<const Token> title) {
  return std::any_of(title.begin(), title.end(),
                     [](const Token& token) { return has_use(token.hash, kThanks); });
}

}  // namespace soiree
