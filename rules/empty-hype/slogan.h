#ifndef SOIREE_RULES_EMPTY_HYPE_SLOGAN_H_
#define SOIREE_RULES_EMPTY_HYPE_SLOGAN_H_

#include "linter/post/post.h"

namespace soiree {

/// Does a short post have the shape of a slogan: a rule for everybody's life, with nothing in it
/// that could be checked? True for at most 30 words that speak to "you", tell the reader what to do
/// or say what is and is not, and hold no number, name, handle, link or question and nothing about
/// "I".
bool has_slogan_shape(const Post& post);

}  // namespace soiree

#endif  // SOIREE_RULES_EMPTY_HYPE_SLOGAN_H_
