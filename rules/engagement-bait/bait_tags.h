#ifndef SOIREE_RULES_ENGAGEMENT_BAIT_BAIT_TAGS_H_
#define SOIREE_RULES_ENGAGEMENT_BAIT_BAIT_TAGS_H_

#include <string_view>

namespace soiree {

/// True when a hashtag, given without its sign, trades follows or likes: "f4f", "LikeForLike",
/// "follow4followback", "f0llowback", "teamfollowback", "gaintrain". The families are known by
/// their form, so that the next spelling is known too.
bool is_trade_tag(std::string_view tag);

}  // namespace soiree

#endif  // SOIREE_RULES_ENGAGEMENT_BAIT_BAIT_TAGS_H_
