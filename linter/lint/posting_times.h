#ifndef SOIREE_LINT_POSTING_TIMES_H_
#define SOIREE_LINT_POSTING_TIMES_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "linter/lint/feed.h"

namespace soiree {

/// One appearance in the feed: a post, a whole thread, or the versions of one post.
struct Appearance {
  int64_t unix_seconds = 0;
  int64_t local_seconds = 0;  ///< the same moment on the author's own clock, see spoken_times.h
  size_t first_post = 0;      ///< its posts are PostingTimes::posts [first_post, last_post)
  size_t last_post = 0;
};

/// Appearances `first` to `last`, both included, that a rule has something to say about.
struct Stretch {
  size_t first = 0;
  size_t last = 0;
  size_t count() const { return last - first + 1; }
};

/// When a social feed speaks, to the minute.
struct PostingTimes {
  std::vector<const Facts*> posts;  ///< that take part, by time
  std::vector<Appearance> appearances;

  /// Seconds from the first to the last appearance of `stretch`.
  int64_t seconds(const Stretch& stretch) const {
    return appearances[stretch.last].unix_seconds - appearances[stretch.first].unix_seconds;
  }
  /// Of the pauses between neighbours in `stretch`, in seconds; it has two appearances or more.
  int64_t median_pause(const Stretch& stretch) const;
  int64_t longest_pause(const Stretch& stretch) const;
  /// The first post of `stretch` that may have a finding, or null.
  const Facts* first_checked(const Stretch& stretch) const;
  /// The one that has it when all posts are checked.
  const Facts* first_judged(const Stretch& stretch) const;
  /// Up to five posts of `stretch` other than `anchor`, spread over all of it, each with its time.
  std::vector<FeedReport::Related> some_posts(const Stretch& stretch, const Facts* anchor) const;

 private:
  const Facts* first_with(bool Facts::*which, const Stretch& stretch) const;
};

/// Appearances of the posts and reposts of `feed` that have a time of day. Replies and direct
/// messages are conversation, drafts have no time yet; all posts of one moment are one appearance
/// (an import, a post on several channels), so are versions of one post, and up to 25 posts that
/// follow each other within two minutes (a thread). A feed whose posts are all at midnight knows
/// dates only and has no appearances.
PostingTimes posting_times(const Feed& feed);

/// Unites stretches that share an appearance. `stretches` are sorted by their first one.
std::vector<Stretch> united(const std::vector<Stretch>& stretches);

}  // namespace soiree

#endif  // SOIREE_LINT_POSTING_TIMES_H_
