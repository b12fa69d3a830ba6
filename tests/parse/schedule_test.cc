#include "linter/parse/schedule.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/support/paths.h"

namespace soiree {
namespace {

std::string load(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string text_of(const ScheduleEntry& entry, size_t part = 0) {
  return part < entry.texts.size() ? std::string(entry.texts[part].text()) : "(none)";
}

// A message that passes for a post is never asked whether it could go to anyone.
TEST(Schedule, AChannelForDirectMessagesMakesThem) {
  const Schedule schedule = read_schedule(
      "messages:\n  - {text: Hi there friend, channel: dm, recipient: '@ana'}\n"
      "  - {text: Hello world, channel: dm, kind: post}\n",
      "outreach.yaml");
  ASSERT_EQ(schedule.entries.size(), 2U);
  EXPECT_EQ(schedule.entries[0].kind, ScheduleKind::direct_message);
  EXPECT_EQ(schedule.entries[0].recipient.value, "@ana");
  ASSERT_EQ(schedule.entries[0].channels.size(), 1U);
  EXPECT_EQ(schedule.entries[1].kind, ScheduleKind::post);
  for (const char* source :
       {"channel: dm\nmessages:\n  - {text: Hi there friend, to: '@ana', at: 2026-03-01 10:00}\n",
        "messages:\n  - {text: Hi there friend, to: '@ana', channels: [dm]}\n",
        "messages:\n  - {text: Hi there friend, channel: dm, to: '@ana'}\n"}) {
    const Schedule other = read_schedule(source, "outreach.yaml");
    ASSERT_EQ(other.entries.size(), 1U) << source;
    EXPECT_EQ(other.entries[0].kind, ScheduleKind::direct_message) << source;
    EXPECT_EQ(other.entries[0].recipient.value, "@ana") << source;
  }
}

TEST(ReadSchedule, GivesEveryValueAndItsPlace) {
  const std::string source =
      "timezone: Europe/Berlin\n"
      "posts:\n"
      "  - id: one\n    at: 2026-03-01 10:00\n    to: [x, mastodon]\n    kind: reply\n"
      "    text: 'Hello there'\n    hashtags: [cake, \"#tea\"]\n    location: Berlin\n"
      "    status: draft\n";
  const Schedule schedule = read_schedule(source, "calendar.yaml");
  ASSERT_TRUE(schedule.recognised);
  ASSERT_EQ(schedule.entries.size(), 1U);
  const ScheduleEntry& entry = schedule.entries[0];
  EXPECT_EQ(text_of(entry), "Hello there");
  EXPECT_EQ(entry.texts[0].source({0, 5}).of(source), "Hello");
  EXPECT_EQ(entry.id.place.of(source), "one");
  EXPECT_EQ(entry.time.place.of(source), "2026-03-01 10:00");
  ASSERT_TRUE(entry.moment);
  EXPECT_TRUE(entry.moment->zone_known);
  EXPECT_EQ(entry.moment->unix_seconds, 1772355600);
  ASSERT_EQ(entry.channels.size(), 2U);
  EXPECT_EQ(entry.channels[1].place.of(source), "mastodon");
  EXPECT_EQ(entry.kind, ScheduleKind::reply);
  EXPECT_EQ(entry.hashtags.size(), 2U);
  EXPECT_EQ(entry.location.value, "Berlin");
  EXPECT_TRUE(entry.draft);
  EXPECT_EQ(entry.place.of(source).substr(0, 7), "id: one");
}

// A text per channel is one post in two wordings; repeating oneself across channels is no fault.
TEST(ReadSchedule, TextsKeyedByChannelAreSiblings) {
  const std::string source =
      "posts:\n- id: a\n  x: |\n    Short words here\n  linkedin: |\n    Longer words over here\n"
      "- id: b\n  at: 2026-01-02\n  text: {x: One for x, bluesky: One for bluesky}\n";
  const Schedule schedule = read_schedule(source, "p.yaml");
  ASSERT_EQ(schedule.entries.size(), 4U);
  EXPECT_EQ(schedule.entries[0].group, schedule.entries[1].group);
  EXPECT_NE(schedule.entries[1].group, schedule.entries[2].group);
  EXPECT_EQ(schedule.entries[1].channels[0].value, "linkedin");
  EXPECT_EQ(text_of(schedule.entries[3]), "One for bluesky");
  EXPECT_EQ(schedule.entries[3].id.value, "b");
}

TEST(ReadSchedule, ReadsThreadsMessagesAndReposts) {
  const std::string source =
      "defaults: {channel: x}\nposts:\n- text: [First part of it, Second part]\n"
      "- kind: dm\n  to: '@ada'\n  text: Would you like to come?\n"
      "- retweet: https://example.org/1\n  at: 2026-01-02\n"
      "- text: RT 710478620951777280\n";
  const Schedule schedule = read_schedule(source, "p.yaml");
  ASSERT_EQ(schedule.entries.size(), 4U);
  EXPECT_EQ(schedule.entries[0].texts.size(), 2U);
  EXPECT_EQ(schedule.entries[0].channels[0].value, "x");
  EXPECT_EQ(schedule.entries[1].kind, ScheduleKind::direct_message);
  EXPECT_EQ(schedule.entries[1].recipient.value, "@ada");
  EXPECT_EQ(schedule.entries[2].kind, ScheduleKind::repost);
  EXPECT_TRUE(schedule.entries[2].texts.empty());
  EXPECT_EQ(schedule.entries[3].kind, ScheduleKind::repost);
}

TEST(ReadSchedule, ReadsJsonQueues) {
  const std::string source =
      "[{\"caption\": \"Hi \\uD83D\\uDE00 all of you\", \"publish_at\": "
      "\"2026-01-02T10:00:00+01:00\", \"status\": \"queued\"}]";
  const Schedule schedule = read_schedule(source, "queue.json");
  ASSERT_EQ(schedule.entries.size(), 1U);
  EXPECT_EQ(text_of(schedule.entries[0]), "Hi \xF0\x9F\x98\x80 all of you");
  EXPECT_EQ(schedule.entries[0].moment->unix_seconds, 1767344400);
}

TEST(ReadSchedule, FollowsAMapping) {
  const std::string source =
      "plan:\n  list:\n  - w: {say: Good evening to you}\n    d: 2026-01-02\n    h: '10:00'\n";
  EXPECT_FALSE(read_schedule(source, "a.yaml").recognised);
  ScheduleMapping mapping;
  mapping.posts = "plan.list";
  mapping.text = "w.say";
  mapping.date = "d";
  mapping.clock_time = "h";
  const Schedule schedule = read_schedule(source, "a.yaml", &mapping);
  ASSERT_EQ(schedule.entries.size(), 1U);
  EXPECT_EQ(text_of(schedule.entries[0]), "Good evening to you");
  EXPECT_EQ(schedule.entries[0].time.value, "2026-01-02 10:00");
}

TEST(ReadSchedule, ReadsEveryDocument) {
  const Schedule schedule = read_schedule(
      "channel: x\ntext: One post here\n---\nchannel: x\ntext: And another one\n", "a.yaml");
  ASSERT_EQ(schedule.entries.size(), 2U);
  EXPECT_EQ(text_of(schedule.entries[1]), "And another one");
}

// Findings in files that are no schedules make people switch the linter off.
TEST(ReadSchedule, LeavesOtherYamlAlone) {
  for (const char* source :
       {"on:\n  schedule:\n    - cron: '0 9 * * *'\njobs:\n  a: {runs-on: x, steps: [{run: 'a: "
        "b'}]}\n",
        "messages:\n- role: user\n  content: Tell me about your day\n",
        "- id: 1\n  task: write the text of it\n  status: open\n  date: 2026-01-01\n",
        "name: Bug\nbody:\n- type: markdown\n  attributes: {value: Thanks for telling us}\n",
        "- dQw4w9WgXcQ\n- 9bZkp7q19f0\n", "items:\n- title: a: b\n", "", "# nothing\n", "{{ x }}",
        "- day: 1\n  topic: Something to write about\n  status: idea\n"}) {
    const Schedule schedule = read_schedule(source, "data.yaml");
    EXPECT_FALSE(schedule.recognised) << source;
    EXPECT_TRUE(schedule.problems.empty()) << source;
    EXPECT_TRUE(schedule.entries.empty()) << source;
  }
}

// Each file of fixtures/schedules says in its first line how many posts it holds.
TEST(ReadSchedule, ReadsTheFixtures) {
  size_t files = 0;
  for (const auto& file :
       std::filesystem::directory_iterator(source_dir() / "fixtures" / "schedules")) {
    const std::string source = load(file.path());
    const size_t mark = source.find("holds ");
    if (mark == std::string::npos) continue;
    ++files;
    const bool tweet = file.path().extension() == ".tweet";
    const Schedule schedule = tweet ? read_tweet(source, file.path().string())
                                    : read_schedule(source, file.path().string());
    EXPECT_EQ(schedule.entries.size(), std::stoul(source.substr(mark + 6))) << file.path();
    for (const ScheduleEntry& entry : schedule.entries) {
      EXPECT_FALSE(entry.texts.empty()) << file.path();
    }
  }
  EXPECT_GE(files, 8U);
}

TEST(ReadTweet, SplitsThreadsAndReadsFrontMatter) {
  const std::string source =
      "---\r\nreply: https://example.org/1\r\n--- \r\n\r\nOne\r\ntwo\r\n\r\n---\r\n\r\nThree\r\n";
  const Schedule schedule = read_tweet(source, "tweets/220908-hello.tweet");
  ASSERT_EQ(schedule.entries.size(), 1U);
  const ScheduleEntry& entry = schedule.entries[0];
  ASSERT_EQ(entry.texts.size(), 2U);
  EXPECT_EQ(text_of(entry), "One\ntwo");
  EXPECT_EQ(text_of(entry, 1), "Three");
  EXPECT_EQ(entry.kind, ScheduleKind::reply);
  ASSERT_TRUE(entry.moment);
  EXPECT_EQ(entry.moment->unix_seconds, 1662595200);
}

TEST(ReadSchedule, ReadsTheCorpus) {
  const auto corpus = corpus_dir();
  if (!corpus) GTEST_SKIP() << "no corpus";
  size_t tweets = 0, schedules = 0, posts = 0;
  for (const auto& file : std::filesystem::recursive_directory_iterator(*corpus / "schedules")) {
    if (!file.is_regular_file()) continue;
    const std::string extension = file.path().extension();
    const bool tweet = extension == ".tweet";
    if (!tweet && extension != ".yaml" && extension != ".yml" && extension != ".json") continue;
    const std::string source = load(file.path());
    const Schedule schedule = tweet ? read_tweet(source, file.path().string())
                                    : read_schedule(source, file.path().string());
    ++(tweet ? tweets : schedules);
    posts += schedule.entries.size();
    for (const ScheduleEntry& entry : schedule.entries) {
      EXPECT_LE(entry.place.end, source.size());
      for (const MappedText& text : entry.texts) {
        for (size_t i = 0; i < text.runs().size(); ++i) {
          const soiree::Run& run = text.runs()[i];
          ASSERT_LE(run.source_end, source.size());
          if (!run.verbatim) continue;
          EXPECT_EQ(text.text().substr(run.text_begin, run.source_end - run.source_begin),
                    source.substr(run.source_begin, run.source_end - run.source_begin));
        }
      }
    }
  }
  std::cout << tweets << " .tweet files, " << schedules << " other files, " << posts << " posts\n";
  EXPECT_GT(posts, 550U);
}

// A post whose time cannot be read is never sent, and most tools do not say so.
TEST(ScheduleTimes, WhatCannotBeReadIsReportedAtItsPlace) {
  const std::string source =
      "timezone: Europe/Berln\nposts:\n"
      "  - {at: 2026-02-31 07:30, channel: x, text: Who wants bread}\n"
      "  - {date: 2026-03-02, time: '25:00', channel: x, text: Who wants cake}\n"
      "  - {at: Monday morning, channel: x, text: Who wants tea}\n"
      "  - {at: 2026-03-04 07:30, channel: x, text: Who wants rye}\n";
  const Schedule schedule = read_schedule(source, "posts.yaml");
  ASSERT_EQ(schedule.entries.size(), 4U);
  ASSERT_EQ(schedule.problems.size(), 3U);
  EXPECT_EQ(schedule.problems[0].place.of(source), "Europe/Berln");
  EXPECT_EQ(schedule.problems[1].place.of(source), "2026-02-31 07:30");
  EXPECT_TRUE(schedule.problems[2].place.of(source).starts_with("2026-03-02"));
}

}  // namespace
}  // namespace soiree
