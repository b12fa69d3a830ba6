#ifndef SOIREE_RULES_LOCATION_CHECKIN_PLACE_NAMES_H_
#define SOIREE_RULES_LOCATION_CHECKIN_PLACE_NAMES_H_

#include <cstdint>
#include <string_view>

#include "linter/post/post.h"

namespace soiree {

/// True when a place that everybody knows ("Berlin", "vegas", "new york", "#losangeles", "LAX") or
/// "Some Town, CA" begins at token `token`.
bool is_known_place(const Post& post, uint32_t token);

/// True when token `token`, after "in", "at" or "to", begins what is probably a place's name: a
/// known place, or a capitalised word that is no month, language, product or idiom. Silent where
/// capitals tell nothing, as in titles.
bool is_place_name(const Post& post, uint32_t token);

/// Number of tokens of "Some Town, CA" from token `token`, 0 when it is none.
uint32_t town_and_state(const Post& post, uint32_t token);

/// "home", "the beach", "my office", "vegas": a place written without capitals.
bool is_plain_place(std::string_view first_word, std::string_view last_word);

}  // namespace soiree

#endif  // SOIREE_RULES_LOCATION_CHECKIN_PLACE_NAMES_H_
