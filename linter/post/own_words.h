#ifndef SOIREE_POST_OWN_WORDS_H_
#define SOIREE_POST_OWN_WORDS_H_

#include "linter/post/post.h"
#include "linter/post/quote_marks.h"

namespace soiree {

/// True when the sentence just before the block quote that begins at text offset `begin` says that
/// the author wrote what follows: "As I wrote last year:", "From our announcement:". Not so when
/// the sentence goes on to somebody else ("... when I asked, she replied:").
bool announces_own_words(const Post& post, uint32_t begin);

/// True when a short post stands in straight marks as a whole and is its author's all the same: it
/// says "tomorrow" or the like or holds a handle, a hashtag, a number or an address, as sayings do
/// not. Such marks come from exports, which put them around every text.
bool wraps_own_words(const Post& post, const MarkedPassage& passage);

}  // namespace soiree

#endif  // SOIREE_POST_OWN_WORDS_H_
