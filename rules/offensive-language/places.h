#ifndef SOIREE_RULES_OFFENSIVE_LANGUAGE_PLACES_H_
#define SOIREE_RULES_OFFENSIVE_LANGUAGE_PLACES_H_

#include <cstdint>
#include <span>
#include <vector>

#include "linter/lint/phrases.h"

namespace soiree {

/// What is offensive about a place, the milder first.
enum class Offence : uint8_t { coarse, crude, joke, insult, slur };

/// One offensive place of a post.
struct OffensivePlace {
  TextSpan span;
  Offence offence = Offence::coarse;
  float points = 1;  ///< half a point for an expletive, two for a slur
};

/// Finds the offensive places of a post in its own words, in order: the lists' words in the post's
/// language, in short posts also when they are disguised, and in English the lexicon's phrases.
/// Quoted words and names are left out, and so are the words whose hashes are in `allowed`.
std::vector<OffensivePlace> find_offensive_places(const Post& post,
                                                  std::span<const PhraseMatch> phrases,
                                                  std::span<const uint32_t> allowed);

}  // namespace soiree

#endif  // SOIREE_RULES_OFFENSIVE_LANGUAGE_PLACES_H_
