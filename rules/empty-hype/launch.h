#ifndef SOIREE_RULES_EMPTY_HYPE_LAUNCH_H_
#define SOIREE_RULES_EMPTY_HYPE_LAUNCH_H_

#include "linter/post/post.h"

namespace soiree {

/// Does a short post present a thing of its author's to everybody: a product, a brand, an event?
/// Not when it names a number, a price or a person, for then it says something.
bool presents_a_thing(const Post& post);

}  // namespace soiree

#endif  // SOIREE_RULES_EMPTY_HYPE_LAUNCH_H_
