#ifndef SOIREE_RULES_SALES_PITCH_OWN_PRODUCT_H_
#define SOIREE_RULES_SALES_PITCH_OWN_PRODUCT_H_

#include <cstdint>

#include "linter/post/post.h"

namespace soiree {

/// A product that an article by its maker speaks of and leads to, again and again.
struct OwnProduct {
  uint32_t mentions = 0;  ///< of its name in the author's own words
  uint32_t links = 0;     ///< to the site that is called as the product is
  TextSpan name;          ///< where it is mentioned first
};

/// Finds the name that the article both writes ("Plum", five times and once in 200 words) and links
/// to ("https://plum.example", four times), a page to buy or sign up or the front page among them,
/// while it says "we" and "you". Platforms that everybody writes about and links to are none, nor
/// is a site of which only the front page is linked where the author says "I". Zero mentions when
/// there is no such name.
OwnProduct find_own_product(const Post& post);

}  // namespace soiree

#endif  // SOIREE_RULES_SALES_PITCH_OWN_PRODUCT_H_
