// What the examples of clockwork-cadence, flooding and insular-mentions do not show: context posts,
// options, daylight saving, hostile times.
#include "linter/lint/posting_times.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "linter/lint/ruleset.h"
#include "linter/lint/spoken_times.h"

namespace soiree {
namespace {

constexpr int64_t kMinute = 60;
constexpr int64_t kHour = 60 * kMinute;
constexpr int64_t kDay = 24 * kHour;
constexpr int64_t kMonday = 1772409600;  // 2 March 2026, 00:00 UTC

/// A social feed made by hand.
struct Account {
  std::vector<Facts> facts;

  Facts& add(int64_t at, int32_t offset = 0) {
    Facts post;
    post.kind = PostKind::social;
    post.has_moment = true;
    post.moment = {at, offset, true, true};
    const auto begin = static_cast<uint32_t>(10 * facts.size());
    post.place = post.anchor = {begin, begin + 10};
    facts.push_back(post);
    return facts.back();
  }
  void add_many(size_t count, int64_t first, int64_t pause) {
    for (size_t i = 0; i < count; ++i) add(first + static_cast<int64_t>(i) * pause);
  }
  Feed feed(FeedKind kind = FeedKind::social) const {
    Feed feed{"feed", kind, {}};
    for (const Facts& post : facts) feed.posts.push_back(&post);
    return feed;
  }
  std::vector<Finding> lint(std::string_view rule,
                            const std::map<std::string, OptionValue>& options = {},
                            FeedKind kind = FeedKind::social,
                            const RuleContext& context = {}) const {
    const RuleInfo* info = find_rule_info(rule);
    const Ruleset ruleset(std::vector<RuleChoice>{{info, info->severity, options}}, context);
    std::vector<Finding> findings;
    lint_feed(feed(kind), ruleset, findings);
    return findings;
  }
};

TEST(PostingTimes, OneMomentOneThreadAndOneGroupAreOneAppearance) {
  Account account;
  account.add(kMonday + 9 * kHour);
  account.add(kMonday + 9 * kHour);
  account.add(kMonday + 9 * kHour + kMinute);
  account.add(kMonday + 11 * kHour).group = 3;
  account.add(kMonday + 15 * kHour).group = 3;
  account.add(kMonday + 16 * kHour).kind = PostKind::reply;
  account.add(kMonday + 17 * kHour).draft = true;
  account.add(kMonday + 18 * kHour).moment.has_clock_time = false;
  const PostingTimes times = posting_times(account.feed());
  ASSERT_EQ(times.appearances.size(), 2U);
  EXPECT_EQ(times.appearances[0].last_post, 3U);
  EXPECT_EQ(times.posts.size(), 4U);
}

TEST(PostingTimes, MoreThanAThreadIsMany) {
  Account account;
  account.add_many(26, kMonday + kHour, kMinute);
  EXPECT_EQ(posting_times(account.feed()).appearances.size(), 26U);
  account.facts.pop_back();
  EXPECT_EQ(posting_times(account.feed()).appearances.size(), 1U);
}

TEST(PostingTimes, AFeedOfMidnightsKnowsDatesOnly) {
  Account account;
  account.add_many(40, kMonday, kDay);
  EXPECT_TRUE(posting_times(account.feed()).appearances.empty());
  EXPECT_TRUE(account.lint("clockwork-cadence").empty());
  account.add(kMonday + 50 * kDay + kHour);
  EXPECT_EQ(posting_times(account.feed()).appearances.size(), 41U);
}

TEST(SpokenTimes, ReadAsPeopleSayThem) {
  EXPECT_EQ(spoken_duration(1), "1 second");
  EXPECT_EQ(spoken_duration(300), "5 minutes");
  EXPECT_EQ(spoken_duration(kHour - 1), "1 hour");
  EXPECT_EQ(spoken_duration(150 * kMinute), "2 hours 30 minutes");
  EXPECT_EQ(spoken_duration(7 * kHour + 55 * kMinute), "8 hours");
  EXPECT_EQ(spoken_duration(5 * kDay - kHour), "5 days");
  EXPECT_EQ(spoken_rhythm(kHour), "every hour");
  EXPECT_EQ(spoken_rhythm(90 * kMinute), "every 1 hour 30 minutes");
  EXPECT_EQ(spoken_posts(1), "1 post");
  EXPECT_EQ(spoken_posts(1440), "1,440 posts");
  EXPECT_EQ(spoken_moment({kMonday + 8 * kHour, 0, true, true}), "2 March 2026 08:00");
  EXPECT_EQ(spoken_moment({kMonday, -3600, true, true}), "1 March 2026 23:00");
  EXPECT_EQ(spoken_moment({kMonday, 0, false, false}), "2 March 2026");
  EXPECT_EQ(spoken_moment({-1, 0, true, true}), "31 December 1969 23:59");
}

TEST(Flooding, SaysHowManyInWhichTimeAndStandsOnACheckedPost) {
  Account account;
  account.add_many(96, kMonday + 8 * kHour, 5 * kMinute);
  for (size_t i = 0; i < 40; ++i) account.facts[i].checked = false;
  const std::vector<Finding> findings = account.lint("flooding");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_TRUE(findings[0].message.starts_with(
      "96 posts in 8 hours from 2 March 2026 08:00, one every 5 minutes"))
      << findings[0].message;
  EXPECT_EQ(findings[0].range, account.facts[40].anchor);
  EXPECT_EQ(findings[0].notes.size(), 5U);
}

// "12 posts in 1 hour 2 minutes, up to 12 within an hour" cannot be true.
TEST(Flooding, TheTimeIsThatFromTheFirstPostToTheLast) {
  Account account;
  for (const int minute : {0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 47, 57}) {
    account.add(kMonday + 12 * kHour + minute * kMinute);
  }
  const std::vector<Finding> findings = account.lint("flooding");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_TRUE(findings[0].message.starts_with(
      "12 posts in 57 minutes from 2 March 2026 12:00, up to 12 within an hour"))
      << findings[0].message;
}

TEST(Flooding, WithoutACheckedPostThereIsNothingToSay) {
  Account account;
  account.add_many(96, kMonday, 5 * kMinute);
  for (Facts& post : account.facts) post.checked = false;
  account.add(kMonday + 30 * kDay);
  EXPECT_TRUE(account.lint("flooding").empty());
  EXPECT_TRUE(account.lint("clockwork-cadence").empty());
}

TEST(Flooding, TenWithinAnHourAreMany) {
  for (const int posts : {9, 10}) {
    Account account;
    for (int i = 0; i < posts; ++i) account.add(kMonday + i * (i + 60) * 5);
    EXPECT_EQ(account.lint("flooding").size(), posts == 10 ? 1U : 0U) << posts;
  }
}

TEST(Flooding, LimitsAreOptions) {
  Account account;
  account.add_many(9, kMonday + 8 * kHour, 6 * kMinute);
  EXPECT_TRUE(account.lint("flooding").empty());
  EXPECT_EQ(account.lint("flooding", {{"per-hour", int64_t{9}}}).size(), 1U);
  EXPECT_EQ(account.lint("flooding", {{"per-day", int64_t{9}}}).size(), 1U);
  EXPECT_EQ(account.lint("flooding", {{"per-week", int64_t{9}}}).size(), 1U);
}

TEST(Flooding, TwentyADayForAWeekAreMany) {
  Account account;
  for (int day = 0; day < 7; ++day) {
    for (int i = 0; i < 20; ++i) {
      account.add(kMonday + day * kDay + 7 * kHour + i * 45 * kMinute + (i * i % 7) * kMinute);
    }
  }
  EXPECT_EQ(account.lint("flooding").size(), 1U);
  account.facts.pop_back();
  EXPECT_TRUE(account.lint("flooding").empty());
}

TEST(ClockworkCadence, BlogsAreNeverFound) {
  Account account;
  account.add_many(200, kMonday, kHour);
  EXPECT_EQ(account.lint("clockwork-cadence").size(), 1U);
  EXPECT_TRUE(account.lint("clockwork-cadence", {}, FeedKind::blog).empty());
  EXPECT_TRUE(account.lint("flooding", {}, FeedKind::blog).empty());
}

// Nine in the morning in Berlin is another moment in UTC once the clocks have changed.
TEST(ClockworkCadence, TheSameMinuteIsThatOfTheAuthorsClock) {
  Account account;
  constexpr int kChange = 14;
  for (int day = 0; day < 28; ++day) {
    const int32_t offset = day < kChange ? 3600 : 7200;
    account.add(kMonday + day * kDay + 9 * kHour - offset, offset);
  }
  const std::vector<Finding> findings = account.lint("clockwork-cadence");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_NE(findings[0].message.find("every day at 09:00 to the minute"), std::string::npos)
      << findings[0].message;

  Account wandering;  // the same moment all the time is another minute on the wall
  for (int day = 0; day < 28; ++day) {
    wandering.add(kMonday + day * kDay + 8 * kHour, day < kChange ? 3600 : 7200);
  }
  EXPECT_TRUE(wandering.lint("clockwork-cadence").empty());
}

TEST(ClockworkCadence, OneLostDayIsNoRestAndOneADayOfRestIs) {
  Account account;
  for (int day = 0; day < 28; ++day) {
    if (day != 11) account.add(kMonday + day * kDay + 7 * kHour);
  }
  EXPECT_EQ(account.lint("clockwork-cadence").size(), 1U);
  Account rested;
  for (int day = 0; day < 84; ++day) {
    if (day % 7 != 6) rested.add(kMonday + day * kDay + 7 * kHour);
  }
  EXPECT_TRUE(rested.lint("clockwork-cadence").empty());
}

TEST(ClockworkCadence, SlotsAmongOtherPostsAreAScheduleOfAPerson) {
  Account account;
  for (int day = 0; day < 40; ++day) {
    account.add(kMonday + day * kDay + 9 * kHour);
    if (day % 3 == 0) account.add(kMonday + day * kDay + 13 * kHour + (day * 37 % 240) * kMinute);
  }
  EXPECT_TRUE(account.lint("clockwork-cadence").empty());
}

// Four fixed times a day, with a night of less than six hours at the same time of every day.
TEST(ClockworkCadence, AShortNightIsANight) {
  Account account;
  for (int day = 0; day < 14; ++day) {
    for (const int64_t at : {5 * kHour + 40 * kMinute, 11 * kHour, 16 * kHour, 20 * kHour,
                             23 * kHour + 50 * kMinute}) {
      account.add(kMonday + day * kDay + at);
    }
  }
  EXPECT_TRUE(account.lint("clockwork-cadence").empty());
}

// Every seven hours is no slot that a person has chosen; every eight, twelve and 24 are.
TEST(ClockworkCadence, EvenPausesThatWanderAroundTheClockAreAMachine) {
  for (const auto& [hours, findings] : {std::pair(7, 1U), {8, 0U}, {11, 1U}, {12, 0U}, {24, 0U}}) {
    Account account;
    for (int i = 0; i < 27; ++i) account.add(kMonday + i * hours * kHour);
    EXPECT_EQ(account.lint("clockwork-cadence").size(), findings) << hours << " hours";
  }
}

TEST(ClockworkCadence, MonthsOfEvenDaysAreOneFinding) {
  Account account;
  for (int day = 0; day < 60; ++day) {
    account.add_many(15, kMonday + day * kDay + 8 * kHour, 50 * kMinute);
  }
  EXPECT_EQ(account.lint("clockwork-cadence").size(), 1U);
}

TEST(ClockworkCadence, HostileTimesAreHarmlessAndFast) {
  Account account;
  account.add(-62135596800);
  for (int64_t i = 0; i < 200000; ++i) account.add(kMonday + i * i % 977 + i * 500);
  account.add(253402300799);
  account.add(253402300799);
  account.lint("clockwork-cadence");
  account.lint("flooding");
  account.lint("insular-mentions");
  Account twice;
  twice.add(-62135596800);
  twice.add(253402300799);
  for (int i = 0; i < 30; ++i) twice.add(253402300799 + i * 2 * kHour + (i % 2) * kHour);
  EXPECT_TRUE(twice.lint("clockwork-cadence").empty());
}

TEST(InsularMentions, OwnHandlesAreThoseOfTheConfiguration) {
  Account account;
  for (int i = 0; i < 12; ++i) {
    const std::string handle = i % 2 == 0 ? "plum@example.social" : "guest" + std::to_string(i);
    account.add(kMonday + i * kDay).mentions = std::string_view(handle);
  }
  EXPECT_TRUE(account.lint("insular-mentions").empty());
  RuleContext context;
  context.self = {"@Plum"};
  const std::vector<Finding> findings =
      account.lint("insular-mentions", {}, FeedKind::social, context);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_TRUE(findings[0].message.starts_with("6 of 12 mentions in")) << findings[0].message;
}

// A tool whose handle comes up now and then is no circle.
TEST(InsularMentions, AFeedThatSeldomMentionsAnybodyIsSilent) {
  Account account;
  for (int i = 0; i < 40; ++i) {
    Facts& post = account.add(kMonday + i * kDay);
    if (i % 3 == 0) post.mentions = std::string_view("drillmaker");
  }
  EXPECT_TRUE(account.lint("insular-mentions").empty());
}

TEST(InsularMentions, AWindowMovesAlongTheFeed) {
  Account account;
  for (int i = 0; i < 120; ++i) {
    const bool insular = i >= 40 && i < 80;
    const std::string handle = insular ? (i % 2 == 0 ? "ada" : "ben") : "guest" + std::to_string(i);
    account.add(kMonday + i * kDay).mentions = std::string_view(handle);
  }
  const std::vector<Finding> findings = account.lint("insular-mentions");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_TRUE(findings[0].message.starts_with("40 of 40 mentions in")) << findings[0].message;
  EXPECT_EQ(findings[0].notes.size(), 5U);
}

}  // namespace
}  // namespace soiree
