#ifndef SOIREE_POST_CALLOUTS_H_
#define SOIREE_POST_CALLOUTS_H_

#include "linter/post/post.h"

namespace soiree {

/// True when a block quote is a box of the author's own, not a quotation: GitHub alerts, notices by
/// class or `{: .notice}`, quotes that begin like a remark ("Note:", "Update (3 May):", an emoji),
/// and short notices on affiliate links, first publication, translation or a newsletter.
bool is_callout(const Post& post, const QuoteBlock& quote);

}  // namespace soiree

#endif  // SOIREE_POST_CALLOUTS_H_
