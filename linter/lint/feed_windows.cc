#include "linter/lint/feed_windows.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iterator>
#include <unordered_set>
#include <utility>

namespace soiree {
namespace {

constexpr int64_t kDay = 86400;
/// So many posts of one moment were moved there together.
constexpr size_t kSharedMoment = 12;
constexpr size_t kMostNotes = 5;

int64_t seconds_of(const Facts& facts) { return facts.moment.unix_seconds; }

bool same_moment(const Facts& a, const Facts& b) {
  return seconds_of(a) == seconds_of(b) && a.moment.has_clock_time == b.moment.has_clock_time;
}

/// Where the run of posts with the moment of `posts[begin]` ends.
size_t end_of_moment(const std::vector<const Facts*>& posts, size_t begin) {
  size_t end = begin + 1;
  while (end < posts.size() && same_moment(*posts[begin], *posts[end])) ++end;
  return end;
}

bool has_checked_hit(const PostSeries& series, const std::vector<bool>& hits, FeedWindow window) {
  for (size_t i = window.first; i < window.last; ++i) {
    if (hits[i] && series.posts[i]->checked) return true;
  }
  return false;
}

/// The posts of `window` that are hits, in order.
std::vector<const Facts*> hits_of(const PostSeries& series, const std::vector<bool>& hits,
                                  const FeedWindow& window) {
  std::vector<const Facts*> posts;
  for (size_t i = window.first; i < window.last; ++i) {
    if (hits[i]) posts.push_back(series.posts[i]);
  }
  return posts;
}

const Facts* last_of(const std::vector<const Facts*>& posts, bool Facts::*which) {
  const auto found =
      std::find_if(posts.rbegin(), posts.rend(), [&](const Facts* post) { return post->*which; });
  return found == posts.rend() ? nullptr : *found;
}

/// Takes the windows of a series in order and joins those that overlap.
class Stretches {
 public:
  explicit Stretches(const std::vector<bool>& hits) : hits_(hits) {}

  void add(const FeedWindow& window) {
    if (found.empty() || found.back().whole.last <= window.first) {
      found.push_back({window, window});
      return;
    }
    FeedStretch& stretch = found.back();
    while (stretch.whole.last < window.last) stretch.whole.hits += hits_[stretch.whole.last++];
    const double gain = window.share() - stretch.worst.share();
    if (gain > 0 || (gain == 0 && window.size() >= stretch.worst.size())) stretch.worst = window;
  }

  std::vector<FeedStretch> found;

 private:
  const std::vector<bool>& hits_;
};

/// The stretches of windows that have a hit of which `which` is true.
std::vector<FeedStretch> stretches_with(const PostSeries& series, const std::vector<bool>& hits,
                                        WindowSize size, double limit, bool Facts::*which) {
  const auto& posts = series.posts;
  const size_t fewest = std::max<size_t>(size.posts, 1);
  const auto far_apart = [&](size_t a, size_t b) {
    return seconds_of(*posts[b]) - seconds_of(*posts[a]) > int64_t{size.days} * kDay;
  };
  Stretches stretches(hits);
  FeedWindow window;
  size_t past_wanted = 0;  // 1 + the last hit that is wanted
  for (size_t i = 0; i < posts.size(); ++i) {
    window.hits += hits[i];
    window.last = i + 1;
    if (hits[i] && posts[i]->*which) past_wanted = i + 1;
    while (series.dated && window.size() > fewest && far_apart(window.first, i)) {
      window.hits -= hits[window.first++];
    }
    // A window that could still grow is the beginning of the feed and says little.
    const bool more = i + 1 < posts.size();
    const bool grows = more && (!series.dated || !far_apart(window.first, i + 1));
    if (window.size() < fewest || grows || past_wanted <= window.first) continue;
    constexpr double kRounding = 1e-9;
    if (static_cast<double>(window.hits) > limit * static_cast<double>(window.size()) + kRounding) {
      stretches.add(window);
    }
  }
  return std::move(stretches.found);
}

std::chrono::year_month_day local_date(const Facts& facts) {
  const int64_t seconds = seconds_of(facts) + facts.moment.utc_offset_seconds;
  const int64_t days = (seconds >= 0 ? seconds : seconds - (kDay - 1)) / kDay;
  return std::chrono::sys_days(std::chrono::days(days));
}

std::string_view month_name(std::chrono::month month) {
  constexpr std::string_view kNames[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
  return kNames[static_cast<unsigned>(month) - 1];
}

std::string date_words(std::chrono::year_month_day date, bool month, bool year) {
  std::string words = fmt::format("{}", static_cast<unsigned>(date.day()));
  if (month) words += fmt::format(" {}", month_name(date.month()));
  if (year) words += fmt::format(" {}", static_cast<int>(date.year()));
  return words;
}

std::string period_words(const Facts& first, const Facts& last) {
  const auto begin = local_date(first);
  const auto end = local_date(last);
  if (begin == end) return "of " + date_words(end, true, true);
  const bool same_year = begin.year() == end.year();
  const bool same_month = same_year && begin.month() == end.month();
  return fmt::format("from {} to {}", date_words(begin, !same_month, !same_year),
                     date_words(end, true, true));
}

/// Does the first or last day of `window` have posts that are not in it?
bool parts_a_day(const PostSeries& series, const FeedWindow& window) {
  const auto& posts = series.posts;
  const auto same_day = [&](size_t a, size_t b) {
    return local_date(*posts[a]) == local_date(*posts[b]);
  };
  return (window.first > 0 && same_day(window.first - 1, window.first)) ||
         (window.last < posts.size() && same_day(window.last - 1, window.last));
}

}  // namespace

std::vector<PostSeries> series_of(const Feed& feed,
                                  const std::function<bool(const Facts&)>& takes_part) {
  std::vector<const Facts*> posts;
  std::unordered_set<uint64_t> versions;
  for (const Facts* post : feed.posts) {
    if (post->draft || post->kind == PostKind::direct_message || !takes_part(*post)) continue;
    const uint64_t version = (uint64_t{post->file} << 32) | post->group;
    if (post->group != 0 && !versions.insert(version).second) continue;
    posts.push_back(post);
  }
  PostSeries dated;
  PostSeries undated;
  undated.dated = false;
  for (size_t i = 0; i < posts.size();) {
    const size_t end = posts[i]->has_moment ? end_of_moment(posts, i) : i + 1;
    const bool own_date = posts[i]->has_moment && end - i < kSharedMoment;
    PostSeries& series = own_date ? dated : undated;
    std::copy(posts.begin() + static_cast<ptrdiff_t>(i),
              posts.begin() + static_cast<ptrdiff_t>(end), std::back_inserter(series.posts));
    i = end;
  }
  std::vector<PostSeries> all;
  if (!dated.posts.empty()) all.push_back(std::move(dated));
  const bool mostly_undated = undated.posts.size() > posts.size() / 2;
  if (mostly_undated) all.push_back(std::move(undated));
  return all;
}

std::vector<FeedStretch> stretches_above(const PostSeries& series, const std::vector<bool>& hits,
                                         WindowSize size, double limit) {
  std::vector<FeedStretch> stretches = stretches_with(series, hits, size, limit, &Facts::checked);
  const auto is_context = [](const Facts* post) { return post->judged && !post->checked; };
  if (stretches.empty() || std::none_of(series.posts.begin(), series.posts.end(), is_context)) {
    for (FeedStretch& stretch : stretches) stretch.worst_of_all = stretch.worst;
    return stretches;
  }
  // Each of the stretches lies in one of all: both are in order.
  const std::vector<FeedStretch> all = stretches_with(series, hits, size, limit, &Facts::judged);
  auto around = all.begin();
  for (FeedStretch& stretch : stretches) {
    while (around->whole.last < stretch.whole.last) ++around;
    stretch.worst_of_all = around->worst;
  }
  return stretches;
}

std::vector<FeedWindow> runs_of(const PostSeries& series, const std::vector<bool>& hits,
                                WindowSize size) {
  const auto& posts = series.posts;
  std::vector<FeedWindow> runs;
  for (size_t i = 0; i < posts.size();) {
    size_t end = i;
    while (end < posts.size() && hits[end]) ++end;
    const FeedWindow run{i, end, end - i};
    i = std::max(end, i + 1);
    if (run.size() < std::max<size_t>(size.posts, 1)) continue;
    const int64_t seconds = seconds_of(*posts[end - 1]) - seconds_of(*posts[run.first]);
    const bool enough =
        series.dated ? seconds >= int64_t{size.days} * kDay : run.size() == posts.size();
    if (enough && has_checked_hit(series, hits, run)) runs.push_back(run);
  }
  return runs;
}

std::string window_words(const PostSeries& series, const FeedWindow& window) {
  if (!series.dated) return fmt::format("the {} undated posts", window.size());
  return fmt::format("the {}{} posts {}", window.size(),
                     parts_a_day(series, window) ? " consecutive" : "",
                     period_words(*series.posts[window.first], *series.posts[window.last - 1]));
}

std::string percent_words(double share) { return fmt::format("{} %", std::lround(share * 100)); }

std::string hits_words(const PostSeries& series, const FeedWindow& window) {
  const std::string posts = window_words(series, window);
  if (window.hits == window.size()) return "all" + posts.substr(std::string_view("the").size());
  return fmt::format("{} of {}", window.hits, posts);
}

std::string share_words(const PostSeries& series, const FeedStretch& stretch, double limit) {
  const auto percent = [](double share) { return std::lround(share * 100); };
  std::string words =
      fmt::format("{} %, at most {} %", percent(stretch.worst.share()), percent(limit));
  const bool longer = stretch.whole.size() >= 2 * stretch.worst.size();
  if (longer && stretch.whole.share() > limit) {
    words += fmt::format("; {} % of {}", percent(stretch.whole.share()),
                         window_words(series, stretch.whole));
  }
  return words;
}

void add_posts(FeedReport& report, const std::vector<const Facts*>& posts, std::string message,
               std::string_view note, const std::vector<const Facts*>& home) {
  const Facts* anchor = last_of(posts, &Facts::checked);
  if (anchor == nullptr) return;
  std::vector<FeedReport::Related> related;
  size_t skipped = posts.size() - 1 - std::min(posts.size() - 1, kMostNotes);
  const size_t more = skipped;
  for (const Facts* post : posts) {
    if (post == anchor) continue;
    if (skipped > 0) {
      --skipped;
    } else {
      related.push_back({post, std::string(note)});
    }
  }
  if (more > 0) related.back().message += fmt::format(", and {} more", more);
  const Facts* judged = last_of(home.empty() ? posts : home, &Facts::judged);
  report.add(*anchor, std::move(message), related, {judged == nullptr ? anchor : judged});
}

void add_stretch(FeedReport& report, const PostSeries& series, const std::vector<bool>& hits,
                 const FeedStretch& stretch, std::string message, std::string_view note) {
  add_posts(report, hits_of(series, hits, stretch.worst), std::move(message), note,
            hits_of(series, hits, stretch.worst_of_all));
}

void add_window(FeedReport& report, const PostSeries& series, const std::vector<bool>& hits,
                const FeedWindow& window, std::string message, std::string_view note) {
  add_posts(report, hits_of(series, hits, window), std::move(message), note);
}

}  // namespace soiree
