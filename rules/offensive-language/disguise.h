#ifndef SOIREE_RULES_OFFENSIVE_LANGUAGE_DISGUISE_H_
#define SOIREE_RULES_OFFENSIVE_LANGUAGE_DISGUISE_H_

#include <string_view>
#include <vector>

#include "linter/text/span.h"
#include "rules/offensive-language/word_list.h"

namespace soiree {

/// An offensive word that is written so that a list does not know it.
struct DisguisedWord {
  TextSpan span;
  WordClass word_class = WordClass::none;
};

/// Words of a short text with letters replaced by asterisks, digits or signs, or drawn out
/// ("f*ck", "b1tch", "fuuuck"), in order.
std::vector<DisguisedWord> find_disguised_words(std::string_view text);

/// Class of the offensive word that a hashtag ("#whatafuckingday") has in it.
WordClass class_of_hashtag(std::string_view hashtag);

}  // namespace soiree

#endif  // SOIREE_RULES_OFFENSIVE_LANGUAGE_DISGUISE_H_
