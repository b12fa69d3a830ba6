#ifndef SOIREE_RULES_OFFENSIVE_LANGUAGE_INSULT_H_
#define SOIREE_RULES_OFFENSIVE_LANGUAGE_INSULT_H_

#include <array>
#include <cstdint>
#include <string_view>

#include "linter/lint/phrases.h"

namespace soiree {

/// Categories of lexicon.tsv, which says what they mean, in the order of kPhraseKindNames.
enum class PhraseKind : uint8_t {
  spared,
  name,
  person,
  thing,
  trait,
  group,
  insult,
  command,
  attack,
  joke,
  vulgar,
  sense
};
constexpr auto kPhraseKindNames =
    std::to_array<std::string_view>({"spared", "name", "person", "thing", "trait", "group",
                                     "insult", "command", "attack", "joke", "vulgar", "sense"});

/// Does the phrase insult somebody where it stands? What is said of oneself, denied, fond or part
/// of a name does not. In articles only what is said to the reader's face ("you ...") and what
/// stands by itself counts.
bool is_offensive(const Post& post, const PhraseMatch& match);

}  // namespace soiree

#endif  // SOIREE_RULES_OFFENSIVE_LANGUAGE_INSULT_H_
