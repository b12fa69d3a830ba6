#ifndef SOIREE_RULES_ENGAGEMENT_BAIT_BAIT_H_
#define SOIREE_RULES_ENGAGEMENT_BAIT_BAIT_H_

#include <cstdint>
#include <span>
#include <vector>

#include "linter/lint/phrases.h"
#include "linter/post/post.h"

namespace soiree {

enum class BaitKind : uint8_t {
  trade,     ///< follow for follow
  train,     ///< a row of handles and a call to follow them
  begging,   ///< "RT if you ...", "double tap"
  tagging,   ///< "tag a friend"
  giveaway,  ///< a prize for engagement
  hints,     ///< two quiet calls
};

struct BaitPlace {
  BaitKind kind = BaitKind::trade;
  TextSpan place;
};

/// Where a post trades or begs for engagement, what weighs most first. A short post with any such
/// place is bait; so is an article with one in 300 words and two at least, or one that
/// offers "follow us and we follow back", which counts as two.
struct Bait {
  std::vector<BaitPlace> places;
  uint32_t handles = 0;  ///< @handles in the post
  explicit operator bool() const { return !places.empty(); }
};

/// Puts the lexicon of this rule into `phrases`; find_bait wants its matches.
LexiconId use_bait_lexicon(PhraseIndex& phrases);

Bait find_bait(const Post& post, std::span<const PhraseMatch> matches);

}  // namespace soiree

#endif  // SOIREE_RULES_ENGAGEMENT_BAIT_BAIT_H_
