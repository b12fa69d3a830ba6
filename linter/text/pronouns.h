#ifndef SOIREE_TEXT_PRONOUNS_H_
#define SOIREE_TEXT_PRONOUNS_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "linter/text/language.h"
#include "linter/text/words.h"

namespace soiree {

/// Whom a word speaks of.
enum class Person : uint8_t {
  none,
  self_singular,  ///< I, me, my, mine, myself, I'm
  self_plural,    ///< we, us, our
  reader,         ///< you, your, y'all
  other_person,   ///< he, she, they, his, people, someone
};

/// Person of a pronoun or of a few nouns for people, by its hash and capitals alone. Knows en, es,
/// pt, fr, de, ru and the single characters of zh; `none` for any other language. "US" is no
/// pronoun, nor is a capital "U"; "Sie" and "Ihr" are the reader unless they start a sentence.
Person person_of(const Token& token, Language language);

/// Person of `tokens[index]`, which must be a token of `text`, by its neighbours too. Beyond
/// person_of it knows elisions ("j'aime", "m'a"), 我们 and 你们 (the first character carries the
/// person), "a gente", "FOLLOW US" in capitals, and leaves out "I/O", "World War I", "Charles I and
/// James I", numbered headings ("I. Introduction") and the cry "Oh my!".
Person person_at(std::string_view text, std::span<const Token> tokens, size_t index,
                 Language language);

/// Person of a verb form that stands for a first person without its pronoun ("tengo", "estamos",
/// "fui"); es and pt only. Forms that are also nouns or a third person are left out.
Person first_person_verb(const Token& token, Language language);

}  // namespace soiree

#endif  // SOIREE_TEXT_PRONOUNS_H_
