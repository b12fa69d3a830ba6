#include "linter/lint/posting_times.h"

#include <algorithm>
#include <set>
#include <utility>

#include "linter/lint/spoken_times.h"

namespace soiree {
namespace {

constexpr int64_t kDay = 86400;
/// Parts of a thread follow each other within seconds; a schedule written by hand gives each its
/// minute.
constexpr int64_t kThreadPause = 120;
constexpr size_t kLongestThread = 25;  // as X has it
constexpr size_t kMostNotes = 5;

bool takes_part(const Facts& post) {
  const bool speaks = post.kind == PostKind::social || post.kind == PostKind::repost;
  return speaks && !post.draft && post.has_moment && post.moment.has_clock_time;
}

std::vector<const Facts*> timed_posts(const Feed& feed) {
  std::vector<const Facts*> posts;
  std::set<std::pair<uint32_t, uint32_t>> seen;
  size_t at_midnight = 0;
  for (const Facts* post : feed.posts) {
    if (!takes_part(*post)) continue;
    if (post->group != 0 && !seen.emplace(post->file, post->group).second) continue;
    if (local_seconds(post->moment) % kDay == 0) ++at_midnight;
    posts.push_back(post);
  }
  if (at_midnight == posts.size()) posts.clear();
  return posts;
}

/// Posts of one moment together.
std::vector<Appearance> moments_of(const std::vector<const Facts*>& posts) {
  std::vector<Appearance> moments;
  for (size_t i = 0; i < posts.size(); ++i) {
    const Moment& moment = posts[i]->moment;
    if (moments.empty() || moments.back().unix_seconds != moment.unix_seconds) {
      moments.push_back({moment.unix_seconds, local_seconds(moment), i, i});
    }
    moments.back().last_post = i + 1;
  }
  return moments;
}

std::vector<Appearance> join_threads(const std::vector<Appearance>& moments) {
  std::vector<Appearance> joined;
  for (size_t begin = 0; begin < moments.size();) {
    size_t end = begin + 1;
    while (end < moments.size() &&
           moments[end].unix_seconds - moments[end - 1].unix_seconds <= kThreadPause) {
      ++end;
    }
    if (end - begin <= kLongestThread) {
      joined.push_back(moments[begin]);
      joined.back().last_post = moments[end - 1].last_post;
    } else {
      joined.insert(joined.end(), moments.begin() + static_cast<ptrdiff_t>(begin),
                    moments.begin() + static_cast<ptrdiff_t>(end));
    }
    begin = end;
  }
  return joined;
}

}  // namespace

int64_t PostingTimes::median_pause(const Stretch& stretch) const {
  std::vector<int64_t> pauses;
  for (size_t i = stretch.first; i < stretch.last; ++i) {
    pauses.push_back(appearances[i + 1].unix_seconds - appearances[i].unix_seconds);
  }
  const auto middle = pauses.begin() + static_cast<ptrdiff_t>(pauses.size() / 2);
  std::nth_element(pauses.begin(), middle, pauses.end());
  return *middle;
}

int64_t PostingTimes::longest_pause(const Stretch& stretch) const {
  int64_t longest = 0;
  for (size_t i = stretch.first; i < stretch.last; ++i) {
    longest = std::max(longest, appearances[i + 1].unix_seconds - appearances[i].unix_seconds);
  }
  return longest;
}

const Facts* PostingTimes::first_with(bool Facts::*which, const Stretch& stretch) const {
  const size_t end = appearances[stretch.last].last_post;
  for (size_t i = appearances[stretch.first].first_post; i < end; ++i) {
    if (posts[i]->*which) return posts[i];
  }
  return nullptr;
}

const Facts* PostingTimes::first_checked(const Stretch& stretch) const {
  return first_with(&Facts::checked, stretch);
}

const Facts* PostingTimes::first_judged(const Stretch& stretch) const {
  return first_with(&Facts::judged, stretch);
}

std::vector<FeedReport::Related> PostingTimes::some_posts(const Stretch& stretch,
                                                          const Facts* anchor) const {
  std::vector<FeedReport::Related> related;
  const size_t wanted = std::min(kMostNotes, stretch.count() - 1);
  for (size_t i = 0; i <= wanted; ++i) {
    const size_t at = stretch.first + (wanted == 0 ? 0 : i * (stretch.count() - 1) / wanted);
    const Facts* post = posts[appearances[at].first_post];
    if (post == anchor || related.size() == kMostNotes) continue;
    related.push_back({post, spoken_moment(post->moment)});
  }
  return related;
}

PostingTimes posting_times(const Feed& feed) {
  PostingTimes times;
  times.posts = timed_posts(feed);
  times.appearances = join_threads(moments_of(times.posts));
  return times;
}

std::vector<Stretch> united(const std::vector<Stretch>& stretches) {
  std::vector<Stretch> result;
  for (const Stretch& stretch : stretches) {
    if (result.empty() || stretch.first > result.back().last) {
      result.push_back(stretch);
    } else {
      result.back().last = std::max(result.back().last, stretch.last);
    }
  }
  return result;
}

}  // namespace soiree
