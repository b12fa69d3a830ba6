#ifndef SOIREE_POST_QUOTATIONS_H_
#define SOIREE_POST_QUOTATIONS_H_

#include "linter/post/post.h"

namespace soiree {

/// Finds the passages of `post` that are other people's words and fills `post.quotations`: block
/// quotes that are no callouts, passages in quotation marks of any style, and reposts ("RT @user").
/// Needs tokens.
void find_quotations(Post& post);

}  // namespace soiree

#endif  // SOIREE_POST_QUOTATIONS_H_
