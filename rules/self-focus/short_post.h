#ifndef SOIREE_RULES_SELF_FOCUS_SHORT_POST_H_
#define SOIREE_RULES_SELF_FOCUS_SHORT_POST_H_

#include <cstdint>

#include "linter/post/post.h"

namespace soiree {

/// Words of a short post, hashtags, handles and addresses not counted.
uint32_t count_short_words(const Post& post);

/// What a short English post is about, in points: each sign that it is about its author is worth
/// one, each sign that it turns to somebody else takes half or one off.
struct ShortFocus {
  double score = 0;
  uint32_t words = 0;
  uint32_t singular = 0;      ///< "I", "my" ...
  double plural = 0;          ///< "we", "our" ...; a "we" that means everybody counts a quarter
  uint32_t reader_words = 0;  ///< "you", "your" ...
  uint32_t omitted = 0;       ///< sentences whose "I" is left out: "Just landed"
  bool check_in = false;      ///< ends with "@ Some Place"
  TextSpan place;             ///< what weighs most
};

/// Judges a short English post; a post that thanks, congratulates, answers or passes on the words
/// of others scores 0.
ShortFocus measure_short_focus(const Post& post);

}  // namespace soiree

#endif  // SOIREE_RULES_SELF_FOCUS_SHORT_POST_H_
