#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "linter/parse/schedule.h"

namespace soiree {
namespace {

/// One line per entry: when it goes out, where, what it is and says.
std::string show(const Schedule& schedule) {
  std::string all;
  for (const ScheduleEntry& entry : schedule.entries) {
    all += entry.moment ? format_moment(*entry.moment) : "never";
    for (const PlacedText& channel : entry.channels) all += " " + channel.value;
    if (!entry.id.empty()) all += " id=" + entry.id.value;
    if (entry.draft) all += " draft";
    if (!entry.language.empty()) all += " in " + entry.language;
    for (const MappedText& text : entry.texts) all += " | " + std::string(text.text());
    all += "\n";
  }
  return all;
}

std::string read(const char* source, const char* path = "plan.yaml") {
  return show(read_schedule(source, path));
}

// Without its channel the same text on two networks is a text said twice on one.
TEST(ScheduleLayouts, AKeyNamesTheChannelOfThePostsBelow) {
  const std::string expected =
      "2026-03-02T09:00:00 mastodon | Who wants rye\n"
      "2026-03-02T10:00:00 x | Who wants cake\n"
      "2026-03-02T09:00:00 bluesky | Who wants rye\n";
  const char* lists =
      "mastodon:\n"
      "    - {at: 2026-03-02 09:00, text: Who wants rye}\n"
      "    - {at: 2026-03-02 10:00, channel: x, text: Who wants cake}\n"
      "  bluesky:\n"
      "    - {at: 2026-03-02 09:00, text: Who wants rye}\n";
  for (const char* container : {"posts", "queue", "schedule"}) {
    const std::string source = std::string(container) + ":\n  " + lists;
    EXPECT_EQ(read(source.c_str()), expected) << source;
  }
  EXPECT_EQ(read("posts:\n  mastodon: [Who wants rye bread, Who wants more]\n"),
            "never mastodon | Who wants rye bread\nnever mastodon | Who wants more\n");
  EXPECT_EQ(read("posts:\n  mastodon: {at: 2026-03-02 09:00, text: Who wants rye}\n"),
            "2026-03-02T09:00:00 mastodon | Who wants rye\n");
  EXPECT_EQ(read("posts:\n  monday: {at: 2026-03-02 09:00, text: Who wants rye}\n"),
            "2026-03-02T09:00:00 id=monday | Who wants rye\n");
}

TEST(ScheduleLayouts, ChannelsAtTheRootHoldPosts) {
  const std::string lists =
      "mastodon:\n"
      "  - {at: 2026-03-02 09:00, text: Who wants rye}\n"
      "  - {date: 2026-03-03, text: Who wants cake}\n"
      "bluesky:\n"
      "  - {at: 2026-03-02 09:00, text: Who wants rye}\n";
  const std::string expected =
      "2026-03-02T09:00:00 mastodon | Who wants rye\n"
      "2026-03-03 mastodon | Who wants cake\n"
      "2026-03-02T09:00:00 bluesky | Who wants rye\n";
  EXPECT_EQ(read(lists.c_str()), expected);
  EXPECT_EQ(read(lists.c_str(), "social.yaml"), expected);
  // A thread has parts, but no times in it.
  EXPECT_EQ(read("at: 2026-03-02\nmastodon: [Who wants rye, And cake]\n"),
            "2026-03-02 mastodon | Who wants rye | And cake\n");
}

// What the author has not let go must not count as going out.
TEST(ScheduleLayouts, DraftsAndWhatWasCalledOff) {
  EXPECT_EQ(read("posts:\n  - {at: 2026-03-02, text: Who wants rye}\n"
                 "drafts:\n  - {at: 2026-03-03, text: Who wants cake}\n  - Who wants tea today\n",
                 "social.yaml"),
            "2026-03-02 | Who wants rye\n2026-03-03 draft | Who wants cake\n"
            "never draft | Who wants tea today\n");
  for (const char* status : {"cancelled", "Canceled", "rejected", "archived", "draft"}) {
    const std::string source =
        std::string("posts:\n  - {at: 2026-03-02, text: Who wants rye, status: ") + status + "}\n";
    EXPECT_EQ(read(source.c_str()), "2026-03-02 draft | Who wants rye\n") << status;
  }
  EXPECT_EQ(read("posts:\n  - {at: 2026-03-02, text: Who wants rye, status: approved}\n"),
            "2026-03-02 | Who wants rye\n");
}

TEST(ScheduleLayouts, FlagsNameChannels) {
  EXPECT_EQ(read("posts:\n  - at: 2026-03-02\n    text: Who wants rye\n"
                 "    channels: {mastodon: true, bluesky: false, x: yes}\n"),
            "2026-03-02 mastodon x | Who wants rye\n");
  EXPECT_EQ(read("[{\"at\": \"2026-03-02\", \"text\": \"Who wants rye\","
                 " \"platforms\": {\"mastodon\": false, \"bluesky\": true}}]",
                 "a.json"),
            "2026-03-02 bluesky | Who wants rye\n");
  EXPECT_EQ(read("posts:\n  - at: 2026-03-02\n    text: Who wants rye\n"
                 "    channels: {mastodon, bluesky}\n"),
            "2026-03-02 mastodon bluesky | Who wants rye\n");
  EXPECT_EQ(read("posts:\n  - at: 2026-03-02\n    text: Who wants rye\n"
                 "    channels: {mastodon: true, bluesky: }\n"),
            "2026-03-02 mastodon | Who wants rye\n");
}

// What goes to no channel takes no part in the feed of another.
TEST(ScheduleLayouts, ChannelsThatAreAllSwitchedOff) {
  EXPECT_EQ(read("defaults: {channels: [mastodon]}\nposts:\n"
                 "  - {at: 2026-03-02, text: Who wants rye, channels: {mastodon: false, x: no}}\n"
                 "  - {at: 2026-03-03, text: Who wants cake}\n"
                 "  - {at: 2026-03-04, x: Who wants tea, channels: {mastodon: false}}\n"),
            "2026-03-02 draft | Who wants rye\n2026-03-03 mastodon | Who wants cake\n"
            "2026-03-04 x | Who wants tea\n");
}

TEST(ScheduleLayouts, AChannelsZoneIsItsOwn) {
  const Schedule schedule = read_schedule(
      "timezone: +01:00\nposts:\n"
      "  - at: 2026-03-06 09:00\n"
      "    mastodon: {text: Who wants rye}\n"
      "    linkedin: {text: Who wants cake, timezone: -05:00}\n"
      "    bluesky: {text: Who wants jam, at: 2026-03-06 10:00, timezone: +02:00}\n"
      "    x: {text: Who wants tea, at: 2026-03-06 11:00, timezone: Nowhere/Land}\n",
      "plan.yaml");
  EXPECT_EQ(show(schedule),
            "2026-03-06T09:00:00+01:00 mastodon | Who wants rye\n"
            "2026-03-06T09:00:00-05:00 linkedin | Who wants cake\n"
            "2026-03-06T10:00:00+02:00 bluesky | Who wants jam\n"
            "2026-03-06T11:00:00 x | Who wants tea\n");
  EXPECT_EQ(schedule.entries[0].zone.value, "+01:00");
  EXPECT_EQ(schedule.entries[2].zone.value, "+02:00");
  ASSERT_EQ(schedule.problems.size(), 1U);
  EXPECT_NE(schedule.problems[0].message.find("Nowhere/Land"), std::string::npos);
}

// A post without a date falls out of its feed.
TEST(ScheduleLayouts, DatesAsKeys) {
  const Schedule schedule = read_schedule(
      "calendar:\n"
      "  2026-01-05: {time: \"09:00\", channel: x, text: Who wants rye}\n"
      "  2026-01-06: {channel: x, text: Who wants cake}\n"
      "  2026-01-07: {at: 2026-02-01 08:00, channel: x, text: Who wants tea}\n"
      "  2026-01-08:\n"
      "    - {time: \"10:00\", channel: x, text: Who wants jam}\n"
      "    - {time: \"11:00\", channel: x, text: Who wants oats}\n"
      "  2026-01-09 07:00: {channel: x, text: Who wants salt}\n"
      "  2026-01-10:\n"
      "    morning: {time: 8am, channel: x, text: Who wants figs}\n"
      "  2026-01-11:\n"
      "    mastodon: {time: \"09:00\", text: Who wants nuts}\n"
      "    x: {time: \"10:00\", text: Who wants dates}\n",
      "plan.yaml");
  EXPECT_EQ(show(schedule),
            "2026-01-05T09:00:00 x | Who wants rye\n"
            "2026-01-06 x | Who wants cake\n"
            "2026-02-01T08:00:00 x | Who wants tea\n"
            "2026-01-08T10:00:00 x | Who wants jam\n"
            "2026-01-08T11:00:00 x | Who wants oats\n"
            "2026-01-09T07:00:00 x | Who wants salt\n"
            "2026-01-10T08:00:00 x id=morning | Who wants figs\n"
            "2026-01-11T09:00:00 mastodon | Who wants nuts\n"
            "2026-01-11T10:00:00 x | Who wants dates\n");
  EXPECT_EQ(schedule.entries[0].time.value, "2026-01-05 09:00");
  EXPECT_TRUE(schedule.problems.empty());
}

TEST(ScheduleLayouts, AChannelsTimeBelongsToTheEntrysDate) {
  EXPECT_EQ(read("posts:\n"
                 "  - date: 2026-03-02\n"
                 "    x: {time: \"09:00\", text: Who wants rye}\n"
                 "    mastodon: {time: \"10:00\", text: Who wants bread}\n"
                 "    bluesky: {text: Who wants cake}\n"
                 "  - at: 2026-03-03 08:00\n"
                 "    x: {time: \"09:00\", text: Who wants rye}\n"
                 "    mastodon: {date: 2026-03-05, text: Who wants bread}\n"
                 "    bluesky: {text: Who wants cake}\n"
                 "  - {date: 2026-03-04, time: 8am, x: {date: 2026-03-05, text: Who wants tea}}\n"),
            "2026-03-02T09:00:00 x | Who wants rye\n"
            "2026-03-02T10:00:00 mastodon | Who wants bread\n"
            "2026-03-02 bluesky | Who wants cake\n"
            "2026-03-03T09:00:00 x | Who wants rye\n"
            "2026-03-05 mastodon | Who wants bread\n"
            "2026-03-03T08:00:00 bluesky | Who wants cake\n"
            "2026-03-05T08:00:00 x | Who wants tea\n");
}

TEST(ScheduleLayouts, AnEntryWithATimeAndTweetsIsAThread) {
  const std::string expected =
      "2026-03-02T09:00:00 x | Who wants rye | Who wants cake\n"
      "2026-03-03T09:00:00 x | Who wants tea\n";
  for (const char* thread :
       {"thread: [Who wants rye, Who wants cake]", "tweets: [Who wants rye, Who wants cake]",
        "posts: [{text: Who wants rye}, {text: Who wants cake}]"}) {
    const std::string source = std::string("posts:\n  - {at: 2026-03-02 09:00, channel: x, ") +
                               thread +
                               "}\n  - {at: 2026-03-03 09:00, channel: x, text: Who wants tea}\n";
    EXPECT_EQ(read(source.c_str()), expected) << source;
  }
  // Without a time of day it is the day that has posts.
  EXPECT_EQ(read("days:\n  - {date: 2026-03-02, tweets: [Who wants rye, Who wants cake]}\n"),
            "2026-03-02 | Who wants rye\n2026-03-02 | Who wants cake\n");
  EXPECT_EQ(read("days:\n  - at: 2026-03-02 09:00\n    posts:\n"
                 "      - {channel: x, text: Who wants rye}\n"
                 "      - {channel: mastodon, time: \"10:00\", text: Who wants rye}\n"),
            "2026-03-02T09:00:00 x | Who wants rye\n"
            "2026-03-02T10:00:00 mastodon | Who wants rye\n");
  for (const char* key : {"at", "date"}) {
    const std::string source = std::string("days:\n  - {") + key +
                               ": 2026-03-02, channel: x, posts: [{text: Who wants rye}, "
                               "{text: Who wants rye}]}\n";
    EXPECT_EQ(read(source.c_str()), "2026-03-02 x | Who wants rye\n2026-03-02 x | Who wants rye\n")
        << source;
  }
}

// A draft in a thread would go out, and a second post would be no post.
TEST(ScheduleLayouts, PostsOfTheirOwnAreNoThread) {
  EXPECT_EQ(read("days:\n  - at: 2026-03-02 09:00\n    channel: x\n    posts:\n"
                 "      - {text: Who wants rye, id: a}\n"
                 "      - {text: Who wants cake, id: b, status: draft}\n"),
            "2026-03-02T09:00:00 x id=a | Who wants rye\n"
            "2026-03-02T09:00:00 x id=b draft | Who wants cake\n");
  for (const char* own : {"status: draft", "draft: true"}) {
    const std::string source =
        std::string("days:\n  - at: 2026-03-02 09:00\n    channel: x\n    posts:\n") +
        "      - {text: Who wants rye}\n      - {text: Who wants cake, " + own + "}\n";
    EXPECT_EQ(read(source.c_str()),
              "2026-03-02T09:00:00 x | Who wants rye\n"
              "2026-03-02T09:00:00 x draft | Who wants cake\n")
        << source;
  }
  EXPECT_EQ(read("- {at: 2026-03-03 09:00, channel: x, drafts: [Who wants rye bread]}\n"
                 "- {at: 2026-03-04 09:00, channel: x, text: Who wants tea}\n",
                 "social.yaml"),
            "2026-03-03T09:00:00 x draft | Who wants rye bread\n"
            "2026-03-04T09:00:00 x | Who wants tea\n");
}

TEST(ScheduleLayouts, HoursByNumber) {
  const auto at = [](const std::string& clock) {
    const Schedule schedule = read_schedule(
        "posts:\n  - {date: 2026-03-02, channel: x, text: Who wants rye, " + clock + "}\n",
        "p.yaml");
    const bool one = schedule.entries.size() == 1 && schedule.entries[0].moment;
    return one ? format_moment(*schedule.entries[0].moment).substr(10) : "lost";
  };
  for (const char* key : {"hour", "hora", "heure", "uhrzeit", "Stunde"}) {
    EXPECT_EQ(at(std::string(key) + ": 18"), "T18:00:00") << key;
    EXPECT_EQ(at(std::string(key) + ": '18:30'"), "T18:30:00") << key;
  }
  EXPECT_EQ(at("hour: 0"), "T00:00:00");
  EXPECT_EQ(at("hour: 7, minute: 5"), "T07:05:00");
  EXPECT_EQ(at("hour: 25"), "");
  EXPECT_EQ(at("time: '1730'"), "T17:30:00");
  EXPECT_EQ(at("time: \"1030\""), "T10:30:00");
  EXPECT_EQ(at("time: 1730"), "T17:30:00");
  EXPECT_EQ(at("time: 1050"), "T17:30:00");  // minutes: what YAML 1.1 makes of 17:30
  EXPECT_EQ(at("time: 36000"), "T10:00:00");
  EXPECT_EQ(at("time: '2575'"), "");
  EXPECT_EQ(at("time: 9"), "T09:00:00");
  EXPECT_EQ(at("time: 18"), "T18:00:00");
  EXPECT_EQ(at("time: 25"), "");
  EXPECT_EQ(at("slot: 2"), "");  // the second of the day
  EXPECT_EQ(at("slot: 2, x: {date: 2026-03-03, text: Who wants tea}"), "");
  EXPECT_EQ(at("time: 2, x: {date: 2026-03-03, text: Who wants tea}"), "T02:00:00");
}

TEST(ScheduleLayouts, OneNotationOfClocksPerFile) {
  const auto all = [](const std::vector<std::string>& clocks) {
    std::string source = "posts:\n";
    for (const std::string& clock : clocks) {
      source += "  - {date: 2026-03-02, channel: x, text: Who wants rye, " + clock + "}\n";
    }
    std::string times;
    for (const ScheduleEntry& entry : read_schedule(source, "p.yaml").entries) {
      times += entry.moment ? format_moment(*entry.moment).substr(10) : " never";
    }
    return times;
  };
  EXPECT_EQ(all({"time: 0930", "time: 1030", "time: 1000", "time: 1730"}),
            "T09:30:00T10:30:00T10:00:00T17:30:00");
  EXPECT_EQ(all({"time: 1030", "slot: 1730"}), "T10:30:00T17:30:00");
  EXPECT_EQ(all({"hour: 1030", "hour: 0930"}), "T10:30:00T09:30:00");
  EXPECT_EQ(all({"time: 1030", "time: 1000"}), "T17:10:00T16:40:00");
  // Minutes, and no time of day; in quotes it says nothing of numbers.
  EXPECT_EQ(all({"time: 1030", "time: 1399"}), "T17:10:00T23:19:00");
  EXPECT_EQ(all({"time: 1030", "time: 2460", "time: '1730'"}), "T17:10:00T17:30:00");
  EXPECT_EQ(all({"time: 1075", "time: 0930", "time: 600"}), "T17:55:00T09:30:00T10:00:00");
  EXPECT_EQ(read("days:\n  - date: 2026-03-02\n    time: 0930\n    posts:\n"
                 "      - {channel: x, text: Who wants rye}\n"),
            "2026-03-02T09:30:00 x | Who wants rye\n");
}

TEST(ScheduleLayouts, OneOrderOfDayAndMonthPerFile) {
  const auto two = [](const char* first, const char* second) {
    return read((std::string("posts:\n  - {at: ") + first +
                 ", text: Who wants rye}\n  - {at: " + second + ", text: Who wants cake}\n")
                    .c_str());
  };
  EXPECT_EQ(two("06/03/2026", "13/03/2026"),
            "2026-03-06 | Who wants rye\n2026-03-13 | Who wants cake\n");
  EXPECT_EQ(two("06/03/2026 10:00", "07/03/2026"),
            "2026-06-03T10:00:00 | Who wants rye\n2026-07-03 | Who wants cake\n");
  EXPECT_EQ(two("06-03-2026", "03-13-2026"),
            "2026-06-03 | Who wants rye\n2026-03-13 | Who wants cake\n");
  EXPECT_EQ(two("06.03.2026", "07.03.2026"),
            "2026-03-06 | Who wants rye\n2026-03-07 | Who wants cake\n");
  // Two that contradict each other decide nothing.
  EXPECT_EQ(read("posts:\n  - {at: 06/03/2026, text: Who wants rye}\n"
                 "  - {at: 13/03/2026, text: Who wants tea}\n"
                 "  - {at: 03/13/2026, text: Who wants jam}\n"),
            "2026-06-03 | Who wants rye\n2026-03-13 | Who wants tea\n2026-03-13 | Who wants jam\n");
}

// Translations are one post: none repeats another, and each is read by its own language's rules.
TEST(ScheduleLayouts, TextsPerLanguageAreVersions) {
  const Schedule schedule = read_schedule(
      "posts:\n"
      "  - {at: 2026-03-02, text: {en: Who wants rye, de: Wer will Brot}}\n"
      "  - {at: 2026-03-03, text: {en: Who wants tea, pt-BR: Quem quer}}\n",
      "plan.yaml");
  EXPECT_EQ(show(schedule),
            "2026-03-02 in en | Who wants rye\n2026-03-02 in de | Wer will Brot\n"
            "2026-03-03 in en | Who wants tea\n2026-03-03 in pt-BR | Quem quer\n");
  EXPECT_EQ(schedule.entries[0].group, schedule.entries[1].group);
  EXPECT_NE(schedule.entries[1].group, schedule.entries[2].group);
}

// A post that is not read has no findings, whatever it says.
TEST(ScheduleLayouts, NoTextPerLanguageIsLost) {
  const auto one = [](const char* texts) {
    return read((std::string("posts:\n  - {at: 2026-03-02, ") + texts + "}\n").c_str());
  };
  EXPECT_EQ(one("text: {en: Hooray!, de: Hurra!}"),
            "2026-03-02 in en | Hooray!\n2026-03-02 in de | Hurra!\n");
  for (const char* key : {"text", "thread"}) {
    const std::string parts = std::string(key) + ": {en: [One, Two], de: [Eins, {text: Zwei}]}";
    EXPECT_EQ(one(parts.c_str()), "2026-03-02 in en | One | Two\n2026-03-02 in de | Eins | Zwei\n")
        << key;
  }
  EXPECT_EQ(one("channels: [x, linkedin], text: {en: Hooray!, de: Hurra!}, linkedin: Good news"),
            "2026-03-02 x in en | Hooray!\n2026-03-02 x in de | Hurra!\n"
            "2026-03-02 linkedin | Good news\n");
  const char* linkedin =
      "2026-03-02 linkedin in en | Good news\n2026-03-02 linkedin in de | Hurra!\n";
  for (const char* texts :
       {"linkedin: {en: Good news, de: Hurra!}", "linkedin: {text: {en: Good news, de: Hurra!}}",
        "text: {linkedin: {en: Good news, de: Hurra!}}"}) {
    EXPECT_EQ(one(texts), linkedin) << texts;
  }
  // Names of accounts are no texts.
  EXPECT_EQ(one("text: Good news, x: {en: '@bakery', de: '@baeckerei'}"),
            "2026-03-02 | Good news\n");
}

// Findings in files that are no schedules make people switch the linter off.
TEST(ScheduleLayouts, DataIsNoPost) {
  EXPECT_EQ(
      read("services:\n  bot:\n    command: [echo the the bot]\n", "docker-compose.social.yml"),
      "");
  EXPECT_EQ(read("{\"prompts\": [\"Write a friendly tweet\"], \"hashtags\": [\"a b\", \"c d\"]}",
                 "/src/tweet-bot/config.json"),
            "");
  EXPECT_EQ(read("{\"title\": \"Crumbs\", \"twitter\": \"Follow me on Twitter!\","
                 " \"facebook\": \"Find us on Facebook\"}",
                 "en.json"),
            "");
  EXPECT_EQ(read("twitter: Follow me on Twitter!\nfacebook: Find us on Facebook\n", "pt-BR.yml"),
            "");
  const char* news = "- {date: 2026-01-02, text: We won the the prize}\n";
  for (const char* path : {"/site/data/news.yaml", "/site/_data/en/quotes.yml", "_data/a.json"}) {
    EXPECT_EQ(read(news, path), "") << path;
  }
  for (const char* path : {"/site/data/social.yaml", "/data/plan.yaml", "data/calendar.yml",
                           "_data/tweets/news.yml", "/home/kim/data/shop/launch.yaml"}) {
    EXPECT_EQ(read(news, path), "2026-01-02 | We won the the prize\n") << path;
  }
  // Data with a channel and a time for each of its posts is a schedule wherever it lies.
  EXPECT_EQ(read("posts:\n  - {at: 2026-01-02, channel: x, text: We won}\n", "data/launch.yaml"),
            "2026-01-02 x | We won\n");
  for (const char* posts : {"posts:\n  - {date: 2026-01-02, text: We won the the prize}\n",
                            "posts:\n  - {channel: x, text: We won the the prize}\n",
                            "items:\n  - {at: 2026-01-02, channel: x, text: We won}\n"}) {
    EXPECT_EQ(read(posts, "data/launch.yaml"), "") << posts;
  }
  ScheduleMapping mapping;
  mapping.text = "text";
  EXPECT_EQ(show(read_schedule(news, "/site/data/news.yaml", &mapping)),
            "2026-01-02 | We won the the prize\n");
}

}  // namespace
}  // namespace soiree
