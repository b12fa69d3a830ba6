#ifndef SOIREE_RULES_BOUGHT_FOLLOWERS_GOODS_H_
#define SOIREE_RULES_BOUGHT_FOLLOWERS_GOODS_H_

#include <vector>

#include "linter/post/post.h"

namespace soiree {

/// "followers", "likes", "views" that a short post offers, wherever the words stand: what is done
/// with them ("we sell", "get"), what they are like ("real", "1,000 cheap") and what comes after
/// ("for $5", "delivered").
struct GoodsOnOffer {
  std::vector<TextSpan> places;  ///< in the order of the text
  double weight = 0;             ///< 1 is enough for a short post
};

/// Reads short posts in English only; silent on what is somebody's ("our followers"), quoted,
/// denied, thanked for or told of the past.
GoodsOnOffer find_goods(const Post& post);

}  // namespace soiree

#endif  // SOIREE_RULES_BOUGHT_FOLLOWERS_GOODS_H_
