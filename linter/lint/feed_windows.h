#ifndef SOIREE_LINT_FEED_WINDOWS_H_
#define SOIREE_LINT_FEED_WINDOWS_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/lint/feed.h"

namespace soiree {

/// Posts of a feed, in the order in which they go out.
struct PostSeries {
  std::vector<const Facts*> posts;
  /// False for posts without a date of their own: none, or one that so many share that it must come
  /// from a migration. Nobody knows their order, so they are judged as a whole.
  bool dated = true;
};

/// The posts of `feed` that rules may judge together: its dated posts, and the others when they are
/// most of the feed; a few posts without a date tell nothing of the rest. Drafts, direct messages,
/// further versions of a post for other channels and what `takes_part` refuses are left out.
std::vector<PostSeries> series_of(const Feed& feed,
                                  const std::function<bool(const Facts&)>& takes_part);

/// How far a moving window reaches back from each post: as many posts as fit into `days`, and at
/// least `posts` however long that takes. A series of fewer posts is too small to judge.
struct WindowSize {
  size_t posts = 12;
  uint32_t days = 30;
};

/// Posts [first, last) of a series.
struct FeedWindow {
  size_t first = 0;
  size_t last = 0;
  size_t hits = 0;  ///< posts among them that have what is counted

  size_t size() const { return last - first; }
  double share() const {
    return size() == 0 ? 0 : static_cast<double>(hits) / static_cast<double>(size());
  }
};

/// Overlapping windows above a limit.
struct FeedStretch {
  FeedWindow worst;  ///< the one with the highest share; of equals the longest, then the latest
  FeedWindow whole;  ///< all of them together
  /// The worst window of the stretch that this one is in when all posts are checked.
  FeedWindow worst_of_all = {};
};

/// The stretches in which more than `limit` (0..1) of a window's posts are hits; `hits` has an
/// entry for each post of `series`. Windows without a checked hit are left out: nobody who checks
/// can do anything about them. Linear in the number of posts.
std::vector<FeedStretch> stretches_above(const PostSeries& series, const std::vector<bool>& hits,
                                         WindowSize size, double limit);

/// Runs of at least `size.posts` hits in a row that take at least `size.days` and have a checked
/// one among them. A series without dates has at most one: all of it.
std::vector<FeedWindow> runs_of(const PostSeries& series, const std::vector<bool>& hits,
                                WindowSize size);

/// "the 12 posts from 2 to 20 March 2026", in the posts' own local time; "the 12 undated posts";
/// "the 6 consecutive posts of 2 March 2026" where that day has others.
std::string window_words(const PostSeries& series, const FeedWindow& window);
/// "58 %".
std::string percent_words(double share);
/// "7 of the 12 posts from 2 to 20 March 2026", "all 12 posts from ..." when each is a hit.
std::string hits_words(const PostSeries& series, const FeedWindow& window);
/// The share of the worst window beside the limit: "58 %, at most 20 %". Where the stretch is much
/// longer than that window and above the limit as a whole, its share comes after it.
std::string share_words(const PostSeries& series, const FeedStretch& stretch, double limit);

/// A finding on the last checked one of `posts`, which are in order. Up to five others, the latest
/// ones, are notes that say `note`; the last of these says how many more there are. Nothing when no
/// post is checked. When all are, it stands on the last judged one of `home`, or of `posts` where
/// that is empty.
void add_posts(FeedReport& report, const std::vector<const Facts*>& posts, std::string message,
               std::string_view note, const std::vector<const Facts*>& home = {});
/// The same for the hits of the worst window of `stretch`.
void add_stretch(FeedReport& report, const PostSeries& series, const std::vector<bool>& hits,
                 const FeedStretch& stretch, std::string message, std::string_view note);
/// The same for the hits of `window`.
void add_window(FeedReport& report, const PostSeries& series, const std::vector<bool>& hits,
                const FeedWindow& window, std::string message, std::string_view note);

}  // namespace soiree

#endif  // SOIREE_LINT_FEED_WINDOWS_H_
