#ifndef SOIREE_POST_QUOTED_TITLE_H_
#define SOIREE_POST_QUOTED_TITLE_H_

#include <vector>

#include "linter/post/post.h"

namespace soiree {

/// Adds the title when it is a saying: the description says it again and names who said it ("Hunger
/// is the best cook. - Ada Lind quotes"), and the title ends as sentences do or the word "quote" or
/// "quotation" stands behind the name. "How to bake - Ada Lind" is a title with its author. Titles
/// of fewer than four words are names.
void find_quoted_title(const Post& post, std::vector<Quotation>& found);

}  // namespace soiree

#endif  // SOIREE_POST_QUOTED_TITLE_H_
