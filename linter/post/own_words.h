#ifndef SOIREE_POST_OWN_WORDS_H_
#define SOIREE_POST_OWN_WORDS_H_

#include "linter/post/post.h"

namespace soiree {

/// True when the sentence just before the block quote that begins at text offset `begin` says that
/// the author wrote what follows: "As I wrote last year:", "From our announcement:". Not so when
/// the sentence goes on to somebody else ("... when I asked, she replied:").
bool announces_own_words(const Post& post, uint32_t begin);

}  // namespace soiree

#endif  // SOIREE_POST_OWN_WORDS_H_
