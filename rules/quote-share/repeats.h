#ifndef SOIREE_RULES_QUOTE_SHARE_REPEATS_H_
#define SOIREE_RULES_QUOTE_SHARE_REPEATS_H_

#include <cstddef>
#include <vector>

#include "linter/lint/feed_windows.h"

namespace soiree {

/// Posts of a series, in order, with the same quotation in them.
using RepeatedQuotation = std::vector<size_t>;

/// The quotations that come in two posts and more. Left out are posts that are the same as a whole:
/// near-duplicate speaks of these.
std::vector<RepeatedQuotation> repeated_quotations(const PostSeries& series);

/// One person quoted again and again.
struct QuotedPerson {
  std::string name;  ///< as the last of the posts has it
  FeedWindow window;
  std::vector<const Facts*> posts;  ///< those with a quotation of this person, in order
};

/// Who is quoted in at least `times` of `posts` quote posts or others in a row; a stretch of such
/// posts once. Linear in the number of posts.
std::vector<QuotedPerson> persons_quoted_often(const PostSeries& series, size_t times,
                                               size_t posts);

}  // namespace soiree

#endif  // SOIREE_RULES_QUOTE_SHARE_REPEATS_H_
