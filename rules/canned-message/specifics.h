#ifndef SOIREE_RULES_CANNED_MESSAGE_SPECIFICS_H_
#define SOIREE_RULES_CANNED_MESSAGE_SPECIFICS_H_

#include <span>

#include "linter/lint/phrases.h"
#include "linter/post/post.h"

namespace soiree {

/// True when the message has something that could not be sent to anybody else: what its reader
/// made, wrote or said, a name or a number beside a "you", a question about them, a quotation, a
/// third person, or, in a template, a field for any of these. The reader's own name is none, nor is
/// anything inside the phrases `stock`; but the ones among them in `praise` may go on with what is
/// praised ("love your photos of the harbour"). A question counts for nothing when the sender has
/// `introduced` a trade: such questions go to everybody. Linear in the length of the message.
bool has_specifics(const Post& post, std::span<const PhraseMatch> stock,
                   std::span<const PhraseMatch> praise, bool introduced);

}  // namespace soiree

#endif  // SOIREE_RULES_CANNED_MESSAGE_SPECIFICS_H_
