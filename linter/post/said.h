#ifndef SOIREE_POST_SAID_H_
#define SOIREE_POST_SAID_H_

#include <vector>

#include "linter/post/post.h"

namespace soiree {

/// Adds speech without quotation marks: a name, a verb of saying and a colon ("Ada said: The engine
/// weaves patterns."), up to the end of the sentence, or the next paragraph where the colon ends
/// its own. What "I", "we" or "the manual" said is none, nor is what stands in marks, quote blocks
/// or lists, or is shorter than five words.
void find_said(const Post& post, std::vector<Quotation>& found);

/// A quotation without marks: what is said at `words`, and the place that names who said it.
Quotation said_by(TextSpan words, TextSpan speaker);

}  // namespace soiree

#endif  // SOIREE_POST_SAID_H_
