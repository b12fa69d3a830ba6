#ifndef SOIREE_RULES_SELF_FOCUS_PERSON_WORDS_H_
#define SOIREE_RULES_SELF_FOCUS_PERSON_WORDS_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "linter/text/language.h"
#include "linter/text/word_table.h"
#include "linter/text/words.h"

namespace soiree {

/// Whom a word of a post speaks of, as far as this rule cares.
enum class Subject : uint8_t {
  none,
  author,       ///< I, my
  author_team,  ///< we, our
  author_verb,  ///< a Spanish or Portuguese verb form whose pronoun is left out
  reader,       ///< you, let's
  person,       ///< he, her: mostly people
  people,       ///< they, them: people or, more often, things
};

/// Uses of English words beside their subject; bits of an entry of kPersonWords.
enum WordUse : uint32_t {
  kAllOf = 1U << 25,        ///< before "of us": the reader too, "most of us"
  kNotice = 1U << 26,       ///< in a title: minutes, a release, a notice about a service
  kInclusive = 1U << 27,    ///< after "we": author and reader together, "we can see"
  kOmitted = 1U << 28,      ///< opens a sentence whose "I" is left out: "Made some polenta"
  kInstruction = 1U << 29,  ///< opens a sentence that tells the reader what to do
  kTeaches = 1U << 30,      ///< in a title: something is explained to the reader
  kThanks = 1U << 31,       ///< in a title: somebody is thanked
};

/// Words that speak of somebody, in all languages of the rule: one look decides that a word, as
/// most do, says nothing of anybody.
extern const WordTable<2048> kPersonWords;

/// Bits of an entry of kPersonWords that hold the subject in `language`.
constexpr uint32_t subject_bits(Language language) {
  return 7U << (static_cast<unsigned>(language) * 3);
}

/// Subject of `tokens[index]` in a text in `language`, given its entry of kPersonWords.
Subject subject_of(uint32_t entry, std::string_view text, std::span<const Token> tokens,
                   size_t index, Language language);

/// True when an English title announces that something is explained to the reader.
bool is_teaching_title(std::span<const Token> title);
/// True when an English text thanks or congratulates somebody.
bool is_thanking(std::span<const Token> text);
/// True when an English title thanks or congratulates somebody, or announces minutes, a release or
/// a notice about a service.
bool is_matter_title(std::span<const Token> title);

}  // namespace soiree

#endif  // SOIREE_RULES_SELF_FOCUS_PERSON_WORDS_H_
