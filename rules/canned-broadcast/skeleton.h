#ifndef SOIREE_RULES_CANNED_BROADCAST_SKELETON_H_
#define SOIREE_RULES_CANNED_BROADCAST_SKELETON_H_

#include <cstdint>

#include "linter/post/post.h"

namespace soiree {

/// What stays of a message when it is written again to somebody else.
struct Skeleton {
  uint64_t hash = 0;   ///< of its words in order
  uint32_t words = 0;  ///< how many they are
};

/// The words of `post` without its reader's name, other names, handles, hashtags, numbers and
/// addresses. Names are capitalised words inside a sentence; in German, where every noun is one,
/// only the greeting and the recipient's own name are left out.
Skeleton skeleton_of(const Post& post);

/// Hash of whom a message goes to: its recipient, else the handle or name it begins with; 0 when
/// nobody is named.
uint32_t recipient_of(const Post& post);

}  // namespace soiree

#endif  // SOIREE_RULES_CANNED_BROADCAST_SKELETON_H_
