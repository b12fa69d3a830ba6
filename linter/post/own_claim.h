#ifndef SOIREE_POST_OWN_CLAIM_H_
#define SOIREE_POST_OWN_CLAIM_H_

#include "linter/post/post.h"

namespace soiree {

/// Does the sentence right behind `quotation` say that the words are the author's: "That is the
/// promise on our door."?
bool claimed_by_author(const Post& post, const Quotation& quotation);

}  // namespace soiree

#endif  // SOIREE_POST_OWN_CLAIM_H_
