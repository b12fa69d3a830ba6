#ifndef SOIREE_POST_BOLD_LEAD_H_
#define SOIREE_POST_BOLD_LEAD_H_

#include "linter/post/post.h"

namespace soiree {

/// Does `quote` begin with a bold label, as boxes of the author's own do: "**Note for Mac users:**
/// ...",
/// "**Security note**: ...", "**Did you know?** ..."? A name before a colon is a speaker's.
bool opens_with_bold_lead(const Post& post, TextSpan quote);

}  // namespace soiree

#endif  // SOIREE_POST_BOLD_LEAD_H_
