#ifndef SOIREE_RULES_ENGAGEMENT_BAIT_CALLS_H_
#define SOIREE_RULES_ENGAGEMENT_BAIT_CALLS_H_

#include <vector>

#include "linter/post/post.h"

namespace soiree {

/// Calls to act on a post ("like", "write amen", "send it to your bestie") and what makes them
/// bait: a bargain, a dare, pity, a count to be reached. Alone none of them is.
struct EngagementCalls {
  std::vector<TextSpan> places;  ///< of the calls, in the order of the text
  double weight = 0;             ///< from 1 on the post begs
};

/// Reads a short English post that does not answer anybody.
EngagementCalls find_calls(const Post& post);

}  // namespace soiree

#endif  // SOIREE_RULES_ENGAGEMENT_BAIT_CALLS_H_
