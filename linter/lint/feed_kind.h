#ifndef SOIREE_LINT_FEED_KIND_H_
#define SOIREE_LINT_FEED_KIND_H_

#include <cstdint>

namespace soiree {

/// What the posts of a feed are: articles of a blog, or short posts of a social account.
enum class FeedKind : uint8_t { blog, social };

}  // namespace soiree

#endif  // SOIREE_LINT_FEED_KIND_H_
