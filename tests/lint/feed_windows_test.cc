// Whatever a feed rule says rests on its windows: a wrong one blames the wrong weeks, a missing one
// stays silent in the commit that matters.
#include "linter/lint/feed_windows.h"

#include <gtest/gtest.h>

#include <chrono>
#include <deque>
#include <string>
#include <string_view>

namespace soiree {
namespace {

constexpr int64_t kDay = 86400;

int64_t seconds_at(int year, unsigned month, unsigned day) {
  const std::chrono::sys_days days =
      std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
  return std::chrono::sys_seconds(days).time_since_epoch().count();
}

/// A feed made by hand: each character of a pattern is a post, `x` one that counts.
class TestFeed {
 public:
  /// Posts `step` seconds apart from `start` on.
  void add(std::string_view pattern, int64_t start, int64_t step) {
    for (const char c : pattern) {
      Facts& post = facts_.emplace_back();
      post.words = 5;
      post.group = static_cast<uint32_t>(facts_.size());
      post.kind = PostKind::social;
      post.place = {static_cast<uint32_t>(facts_.size()), static_cast<uint32_t>(facts_.size() + 1)};
      post.anchor = post.place;
      post.has_moment = true;
      post.moment.unix_seconds = start;
      post.moment.has_clock_time = true;
      if (c == 'x') post.set(Trait::quote);
      start += step;
    }
  }
  Facts& operator[](size_t index) { return facts_[index]; }

  std::vector<PostSeries> series() const {
    Feed feed;
    feed.kind = FeedKind::social;
    for (const Facts& post : facts_) feed.posts.push_back(&post);
    return series_of(feed, [](const Facts&) { return true; });
  }

 private:
  std::deque<Facts> facts_;
};

std::vector<bool> hits_of(const PostSeries& series) {
  std::vector<bool> hits;
  for (const Facts* post : series.posts) hits.push_back(post->has(Trait::quote));
  return hits;
}

std::vector<FeedStretch> stretches(const PostSeries& series, WindowSize size, double limit) {
  return stretches_above(series, hits_of(series), size, limit);
}

const int64_t kStart = seconds_at(2026, 3, 2);

TEST(FeedWindows, AStretchIsReportedOnceWithItsWorstWindow) {
  TestFeed feed;
  feed.add("oooooooooooooooxoxxxxoxooooooooooooooo", kStart, kDay);
  const auto found = stretches(feed.series().at(0), {10, 7}, 0.3);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].worst.hits, 6U);
  EXPECT_EQ(found[0].worst.size(), 10U);
  EXPECT_GT(found[0].whole.size(), 10U);
  EXPECT_EQ(found[0].whole.hits, 6U);
}

TEST(FeedWindows, TwoStretchesApartAreTwo) {
  TestFeed feed;
  feed.add("xxxxxoooooooooooooooooooooooooooooxxxxx", kStart, kDay);
  EXPECT_EQ(stretches(feed.series().at(0), {10, 7}, 0.3).size(), 2U);
}

TEST(FeedWindows, ASmallFeedIsSilent) {
  TestFeed feed;
  feed.add("xxxxxxxxx", kStart, kDay);
  EXPECT_TRUE(stretches(feed.series().at(0), {10, 30}, 0.2).empty());
}

TEST(FeedWindows, WhereMuchIsSaidTheDaysDecide) {
  TestFeed feed;  // 48 posts a day; an hour of offers is no month of offers
  feed.add(std::string(48, 'o') + std::string(12, 'x') + std::string(240, 'o'), kStart, 1800);
  EXPECT_TRUE(stretches(feed.series().at(0), {10, 30}, 0.2).empty());
  EXPECT_EQ(stretches(feed.series().at(0), {10, 0}, 0.2).size(), 1U);
}

TEST(FeedWindows, TheBeginningOfAFeedIsJudgedWithWhatFollows) {
  TestFeed feed;  // a launch, then ordinary days
  feed.add("xxxooooooooooooooooooooooooooo", kStart, kDay);
  EXPECT_TRUE(stretches(feed.series().at(0), {10, 30}, 0.2).empty());
}

TEST(FeedWindows, OnlyWindowsWithACheckedHitCount) {
  TestFeed feed;
  feed.add("xxxxxoooooooooooooooooooooooxoxoxoxo", kStart, kDay);
  for (size_t i = 0; i < 36; ++i) feed[i].checked = i == 28 || i == 3 + 30;
  const PostSeries series = feed.series().at(0);
  const auto found = stretches(series, {10, 7}, 0.3);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_GT(found[0].worst.first, 20U);
  std::vector<Finding> findings;
  FeedReport report(findings);
  add_window(report, series, hits_of(series), found[0].worst, "said", "also");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].range, feed[28].anchor) << "the only checked post that contributes";
  EXPECT_EQ(findings[0].notes.size(), found[0].worst.hits - 1);
}

TEST(FeedWindows, NotesAreFiveAndSayHowManyMore) {
  TestFeed feed;
  feed.add("xxxxxxxxxxxx", kStart, kDay);
  const PostSeries series = feed.series().at(0);
  std::vector<Finding> findings;
  FeedReport report(findings);
  add_window(report, series, hits_of(series), {0, 12, 12}, "said", "also");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].range, feed[11].anchor);
  ASSERT_EQ(findings[0].notes.size(), 5U);
  EXPECT_EQ(findings[0].notes[4].range, feed[10].anchor);
  EXPECT_EQ(findings[0].notes[4].message, "also, and 6 more");
}

TEST(FeedWindows, DraftsMessagesAndVersionsAreLeftOut) {
  TestFeed feed;
  feed.add("oooooooo", kStart, kDay);
  feed[1].draft = true;
  feed[2].kind = PostKind::direct_message;
  feed[4].group = feed[3].group;
  const auto all = feed.series();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].posts.size(), 5U);
}

TEST(FeedWindows, ADateThatADozenPostsShareIsNobodysOwn) {
  TestFeed feed;
  feed.add("oooo", kStart - 30 * kDay, kDay);
  feed.add("xxxxxxxxxxxxxxx", kStart, 0);
  const auto all = feed.series();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].posts.size(), 4U);
  EXPECT_FALSE(all[1].dated);
  const auto found = stretches(all[1], {10, 30}, 0.5);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(window_words(all[1], found[0].worst), "the 15 undated posts");
}

TEST(FeedWindows, AFewPostsWithoutADateAreNotJudged) {
  TestFeed feed;
  feed.add("oooooooooooooooooooo", kStart, kDay);
  feed.add("xxxxxxxxxx", kStart + 40 * kDay, kDay);
  for (size_t i = 20; i < 30; ++i) feed[i].has_moment = false;
  EXPECT_EQ(feed.series().size(), 1U);
}

TEST(FeedWindows, RunsNeedPostsAndDays) {
  TestFeed feed;
  feed.add("oxxxxxxoooxxxo", kStart, kDay);
  const PostSeries series = feed.series().at(0);
  const auto runs = runs_of(series, hits_of(series), {4, 3});
  ASSERT_EQ(runs.size(), 1U);
  EXPECT_EQ(runs[0].first, 1U);
  EXPECT_EQ(runs[0].size(), 6U);
  EXPECT_TRUE(runs_of(series, hits_of(series), {4, 6}).empty());
}

TEST(FeedWindows, DatesAreThoseOfTheAuthorsClock) {
  TestFeed feed;
  feed.add("oo", kStart + 20 * 3600, 18 * kDay);
  const auto words = [&] { return window_words(feed.series().at(0), {0, 2, 0}); };
  EXPECT_EQ(words(), "the 2 posts from 2 to 20 March 2026");
  feed[1].moment.utc_offset_seconds = 9 * 3600;
  EXPECT_EQ(words(), "the 2 posts from 2 to 21 March 2026");
  feed[0].moment.unix_seconds = seconds_at(2026, 2, 28);
  EXPECT_EQ(words(), "the 2 posts from 28 February to 21 March 2026");
  feed[0].moment.unix_seconds = seconds_at(2025, 12, 28);
  EXPECT_EQ(words(), "the 2 posts from 28 December 2025 to 21 March 2026");
  feed[0].moment = feed[1].moment;
  EXPECT_EQ(words(), "the 2 posts of 21 March 2026");
}

// "the 6 posts of 2 March" is untrue when that day has more of them.
TEST(FeedWindows, DaysThatGoOnOutsideTheWindow) {
  TestFeed feed;
  feed.add("oooo", kStart, 3600);
  const PostSeries series = feed.series().at(0);
  EXPECT_EQ(window_words(series, {0, 4, 0}), "the 4 posts of 2 March 2026");
  EXPECT_EQ(window_words(series, {0, 3, 0}), "the 3 consecutive posts of 2 March 2026");
  EXPECT_EQ(window_words(series, {1, 4, 0}), "the 3 consecutive posts of 2 March 2026");
}

}  // namespace
}  // namespace soiree
