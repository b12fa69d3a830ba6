#include "rules/offensive-language/word_list.h"

namespace soiree {

FoundWord find_words_at(std::span<const OffensiveWord> words, std::span<const Token> tokens,
                        uint32_t index) {
  uint32_t hash = tokens[index].hash;
  const OffensiveWord first = find_word(words, hash);
  FoundWord found{first.word_class, 1};
  if (!first.starts_phrase) return found;
  for (uint32_t count = 2; count <= kMostWordsInARow; ++count) {
    const uint32_t next = index + count - 1;
    if (next >= tokens.size() || tokens[next].sentence_start) break;
    hash = join_words(hash, tokens[next].hash);
    const OffensiveWord entry = find_word(words, hash);
    if (entry.word_class != WordClass::none) found = {entry.word_class, count};
  }
  return found;
}

}  // namespace soiree
