#ifndef SOIREE_RULES_QUOTE_STUFFING_SHORT_POST_H_
#define SOIREE_RULES_QUOTE_STUFFING_SHORT_POST_H_

#include "linter/post/post.h"

namespace soiree {

/// How much of a short post is quoted. Links, hashtags, handles, emoji, the name after a quotation
/// and a check-in suffix are nobody's words.
struct ShortPostQuotes {
  uint32_t quoted = 0;  ///< words of quotations; titles of works and single words excluded
  uint32_t own = 0;     ///< all other words
  TextSpan longest;     ///< the longest quotation with the name after it
};

/// Measures `post`, which should be a short one; linear in its length.
ShortPostQuotes measure_short_post(const Post& post);

}  // namespace soiree

#endif  // SOIREE_RULES_QUOTE_STUFFING_SHORT_POST_H_
