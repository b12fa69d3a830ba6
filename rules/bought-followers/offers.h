#ifndef SOIREE_RULES_BOUGHT_FOLLOWERS_OFFERS_H_
#define SOIREE_RULES_BOUGHT_FOLLOWERS_OFFERS_H_

#include <span>
#include <vector>

#include "linter/lint/phrases.h"
#include "linter/post/post.h"

namespace soiree {

/// Where a post sells followers, likes or views, or calls to buy them, in the order of the text.
struct FollowerOffers {
  std::vector<TextSpan> places;
  double weight = 0;  ///< 1 is enough for a short post
};

/// Puts the lexicon of this rule into `phrases`; find_offers wants its matches.
LexiconId use_offer_lexicon(PhraseIndex& phrases);

/// Leaves out what is denied, warned of, reported or told of others ("never buy followers", "they
/// bought 10k followers"), and quotations.
FollowerOffers find_offers(const Post& post, std::span<const PhraseMatch> matches);

}  // namespace soiree

#endif  // SOIREE_RULES_BOUGHT_FOLLOWERS_OFFERS_H_
