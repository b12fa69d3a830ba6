#ifndef SOIREE_POST_SEGMENT_POST_H_
#define SOIREE_POST_SEGMENT_POST_H_

#include "linter/post/post.h"

namespace soiree {

/// Completes a post whose document is read: tokens, sentences, language (`configured` unless it is
/// unknown), quotations and prose sentences.
void segment_post(Post& post, Language configured);

}  // namespace soiree

#endif  // SOIREE_POST_SEGMENT_POST_H_
