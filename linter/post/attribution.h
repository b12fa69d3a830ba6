#ifndef SOIREE_POST_ATTRIBUTION_H_
#define SOIREE_POST_ATTRIBUTION_H_

#include <string_view>

#include "linter/post/post.h"

namespace soiree {

/// Looks for the source of a quotation and sets `attributed` and `attribution`: a last line
/// "— Name" (which no longer counts as quoted words), "— Name" or "(Name)" right after it, an
/// author, source or `cite` in `attributes` (its tag), a link, mention or address in or next to it,
/// and a name, a "she" or a verb of saying in the sentences next to it. Quotations of fewer than
/// five words are only looked at for "— Name".
void find_attribution(const Post& post, std::string_view attributes, Quotation& quotation);

/// Words in front of the quotation that point to a source without naming it: "someone once said",
/// "my favourite quote", "I read somewhere"; empty when there are none. With such words only a
/// name, link or handle counts as a source.
TextSpan vague_source(const Post& post, const Quotation& quotation);

/// What stands before the dash of a signature.
enum class Before : uint8_t { sentence_end, anything };

/// A signature "- First Last" that ends at text offset `end`, after the end of a sentence or, with
/// Before::anything, after a blank; empty when there is none.
TextSpan signature_before(const Post& post, uint32_t end, Before before);

}  // namespace soiree

#endif  // SOIREE_POST_ATTRIBUTION_H_
