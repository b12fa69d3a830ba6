#ifndef SOIREE_POST_SAYINGS_H_
#define SOIREE_POST_SAYINGS_H_

#include <vector>

#include "linter/post/post.h"

namespace soiree {

/// Adds the text of a short post that ends with a name after a dash, "Know thyself. - Socrates", to
/// `found`. A single name that is nobody's whom everybody knows may be the author's own signature:
/// the text then must not be a note to somebody ("Thank you for the cards. - Anna").
void find_saying(const Post& post, std::vector<Quotation>& found);

}  // namespace soiree

#endif  // SOIREE_POST_SAYINGS_H_
