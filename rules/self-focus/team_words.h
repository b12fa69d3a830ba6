#ifndef SOIREE_RULES_SELF_FOCUS_TEAM_WORDS_H_
#define SOIREE_RULES_SELF_FOCUS_TEAM_WORDS_H_

#include <cstddef>
#include <span>
#include <string_view>

#include "linter/text/words.h"

namespace soiree {

/// True when the English "we" or "our" at `index` stands for particular people: "we moved", "we are
/// proud", "our office". In "we laugh because our brains reward us" everybody is meant.
bool means_particular_people(std::string_view text, std::span<const Token> tokens, size_t index);

}  // namespace soiree

#endif  // SOIREE_RULES_SELF_FOCUS_TEAM_WORDS_H_
