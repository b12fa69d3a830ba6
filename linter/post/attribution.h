#ifndef SOIREE_POST_ATTRIBUTION_H_
#define SOIREE_POST_ATTRIBUTION_H_

#include "linter/post/post.h"

namespace soiree {

/// Looks for the source of a quotation: a last line "— Name" (which is then no longer part of the
/// quoted words), "— Name" right after it, a link or mention next to it, a name with a verb of
/// saying before or after it, or a sentence before it that ends in a colon. Sets `attributed` and
/// `attribution`.
void find_attribution(const Post& post, Quotation& quotation);

}  // namespace soiree

#endif  // SOIREE_POST_ATTRIBUTION_H_
