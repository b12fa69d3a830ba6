#ifndef SOIREE_TEXT_FUNCTION_WORDS_H_
#define SOIREE_TEXT_FUNCTION_WORDS_H_

#include <cstdint>

#include "linter/text/language.h"

namespace soiree {

/// Languages that are told apart by their function words. Those beyond Language count as `other`.
enum class Voter : uint8_t {
  en,
  es,
  pt,
  fr,
  de,
  it,
  nl,
  pl,
  tr,
  id,
  vi,
  sv,
  da,
  cs,
  ro,
  fi,
  ca,
  hu,  // Latin
  ru,
  uk,
  bg,
  sr,  // Cyrillic
  count
};

/// Bit `1 << Voter` for each language in which the word with this hash is a function word.
uint32_t function_word_languages(uint32_t hash);

/// True for the languages in which rules can tell function words from the others.
bool has_function_words(Language language);

}  // namespace soiree

#endif  // SOIREE_TEXT_FUNCTION_WORDS_H_
