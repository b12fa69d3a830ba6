#ifndef SOIREE_RULES_QUOTE_SHARE_QUOTED_H_
#define SOIREE_RULES_QUOTE_SHARE_QUOTED_H_

#include <string>
#include <string_view>

#include "linter/post/facts.h"
#include "linter/post/post.h"

namespace soiree {

/// Name in an attribution such as "— Ada Lovelace, mathematician" or "(via @ada)", as written;
/// empty when it names nobody in particular ("Anonymous", "Proverb").
std::string person_in(const Post& post, TextSpan attribution);

/// Notes in `facts` whom a quote post quotes (of several the one quoted at greatest length) and the
/// quotations that are long enough to be known again.
void note_quotations(const Post& post, Facts& facts);

}  // namespace soiree

#endif  // SOIREE_RULES_QUOTE_SHARE_QUOTED_H_
