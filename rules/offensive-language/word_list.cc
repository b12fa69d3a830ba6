#include "rules/offensive-language/word_list.h"

#include <array>

namespace soiree {
namespace {

constexpr auto kLanguages = static_cast<size_t>(Language::other) + 1;

OffensiveWordFilter filter_of(Language language) {
  OffensiveWordFilter filter;
  for (const OffensiveWord& word : offensive_words(language)) {
    if (word.word_class != WordClass::none || word.starts_phrase) filter.add(word.hash);
  }
  return filter;
}

}  // namespace

const OffensiveWordFilter& offensive_word_filter(Language language) {
  static const auto filters = [] {
    std::array<OffensiveWordFilter, kLanguages> all;
    for (size_t i = 0; i < kLanguages; ++i) all[i] = filter_of(static_cast<Language>(i));
    return all;
  }();
  return filters[static_cast<size_t>(language)];
}

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
