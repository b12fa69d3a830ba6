#ifndef SOIREE_RULES_SELF_FOCUS_PERSON_WORDS_H_
#define SOIREE_RULES_SELF_FOCUS_PERSON_WORDS_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "linter/text/language.h"
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

/// Subject of `tokens[index]` in a text in `language` (en, es, pt, fr, de or ru).
Subject subject_at(std::string_view text, std::span<const Token> tokens, size_t index,
                   Language language);

/// English verbs after which "we" means author and reader together: "we can see".
bool makes_we_inclusive(uint32_t hash);
/// English words that open a sentence whose "I" is left out: "Made some polenta".
bool opens_without_subject(uint32_t hash);
/// English verbs that, at the start of a sentence, tell the reader what to do.
bool opens_an_instruction(uint32_t hash);
/// True when an English title announces that something is explained to the reader.
bool is_teaching_title(std::span<const Token> title);
/// True when an English title thanks or congratulates somebody.
bool is_thanking_title(std::span<const Token> title);

}  // namespace soiree

#endif  // SOIREE_RULES_SELF_FOCUS_PERSON_WORDS_H_
