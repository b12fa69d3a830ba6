#ifndef SOIREE_RULES_REPEATED_WORD_DOUBLED_WORDS_H_
#define SOIREE_RULES_REPEATED_WORD_DOUBLED_WORDS_H_

#include <cstdint>
#include <string_view>

#include "linter/text/language.h"

namespace soiree {

/// True for a function word that nobody writes twice in a row on purpose in this language: "the",
/// "of", but not "that", "had", "die" or "nous". A text too short to tell its language is read as
/// English.
bool is_never_doubled(uint32_t hash, Language language);

/// True for an English preposition that ends a clause and begins the next phrase: "looking for for
/// years", "accused of of course". `before` and `after` are the words around the pair, in lower
/// case: a verb, and what such a phrase goes on with.
bool may_be_stranded(uint32_t hash, std::string_view before, std::string_view after);

/// True for longer words that people do write twice, for emphasis or in play: "really", "please".
bool is_doubled_for_emphasis(uint32_t hash);

}  // namespace soiree

#endif  // SOIREE_RULES_REPEATED_WORD_DOUBLED_WORDS_H_
