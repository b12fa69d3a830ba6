#ifndef SOIREE_POST_QUOTATIONS_H_
#define SOIREE_POST_QUOTATIONS_H_

#include "linter/post/post.h"

namespace soiree {

/// Finds the passages of `post` that are other people's words and fills `post.quotations`: block
/// quotes that are no callouts and not announced as the author's own, passages in quotation marks
/// of any style (one word is enough: a title or irony is recorded too), the answers of an
/// interview, and in short posts reposts ("RT @user", "#repost") and sayings with a name after
/// them. Needs tokens.
void find_quotations(Post& post);

/// True when the token with this index stands in one of `post.quotations`.
bool is_quoted(const Post& post, uint32_t token);

}  // namespace soiree

#endif  // SOIREE_POST_QUOTATIONS_H_
