#ifndef SOIREE_POST_DIALOGUE_H_
#define SOIREE_POST_DIALOGUE_H_

#include <vector>

#include "linter/post/post.h"

namespace soiree {

/// Finds an interview: paragraphs that begin with the name of a speaker and a colon ("Ada: ..."),
/// of at least two speakers who take turns and at least one of whom mostly asks, or is a program
/// that answers ("ChatGPT: ..."). Appends one quotation of form `answer` or `program` for each turn
/// of a speaker who does not ask, or of such programs alone where nobody mostly asks and they say
/// much of the text, label excluded, to the next label, heading or block quote. "Q:" and "A:" count
/// only in a post that speaks of an interview: an author's own questions and answers are nobody
/// else's words.
void find_answers(const Post& post, std::vector<Quotation>& found);

}  // namespace soiree

#endif  // SOIREE_POST_DIALOGUE_H_
