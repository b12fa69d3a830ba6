#ifndef SOIREE_RULES_OFFENSIVE_LANGUAGE_WORD_LIST_H_
#define SOIREE_RULES_OFFENSIVE_LANGUAGE_WORD_LIST_H_

#include <cstdint>
#include <span>

#include "linter/text/hash_filter.h"
#include "linter/text/language.h"
#include "linter/text/words.h"

namespace soiree {

/// How bad a word is by itself; words.tsv says what each class means.
enum class WordClass : uint8_t { none, coarse, crude, slur };

/// A slot of a hash table: its word, or words in a row, as combined by join_words.
struct OffensiveWord {
  uint32_t hash = 0;
  WordClass word_class = WordClass::none;
  bool starts_phrase = false;  ///< an entry of several words begins with this one
};

constexpr uint32_t kMostWordsInARow = 4;

/// Hash of the words before, and one more.
constexpr uint32_t join_words(uint32_t words, uint32_t next) {
  return (words ^ (next >> 15) ^ (next << 17)) * 0x9E3779B1U;
}

/// The words of a language, made from the package "cuss" and words.tsv when the program is built;
/// the number of slots is a power of two or, for a language without a list, zero.
std::span<const OffensiveWord> offensive_words(Language language);

using OffensiveWordFilter = HashFilter<32768>;

/// Tells nearly all words that begin no entry of offensive_words(language).
const OffensiveWordFilter& offensive_word_filter(Language language);

/// The slot of `hash`, empty when `words` has no such word.
inline OffensiveWord find_word(std::span<const OffensiveWord> words, uint32_t hash) {
  if (words.empty()) return {};
  size_t slot = hash & (words.size() - 1);
  const auto used = [&] {
    return words[slot].word_class != WordClass::none || words[slot].starts_phrase;
  };
  while (used() && words[slot].hash != hash) slot = (slot + 1) & (words.size() - 1);
  return used() ? words[slot] : OffensiveWord{};
}

/// An entry of the list that was found in a text.
struct FoundWord {
  WordClass word_class = WordClass::none;
  uint32_t tokens = 1;  ///< how many it takes
};

/// The longest entry that begins with `tokens[index]`.
FoundWord find_words_at(std::span<const OffensiveWord> words, std::span<const Token> tokens,
                        uint32_t index);

}  // namespace soiree

#endif  // SOIREE_RULES_OFFENSIVE_LANGUAGE_WORD_LIST_H_
