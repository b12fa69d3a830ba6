#include "integrations/lsp/entry_lint.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>

#include "tests/lsp/entry_lint_fixture.h"

namespace soiree {
namespace {

constexpr const char* kSchedule =
    "timezone: Europe/Berlin\nposts:\n"
    "  - time: 2026-03-02 10:00\n    channel: mastodon\n    text: Bread cools in the the shed.\n"
    "  # the second\n"
    "  - time: 2026-03-03 10:00\n    channel: mastodon\n    text: |\n      Rye rests. #rye\n\n"
    "      What do you bake?\n"
    "  - {time: 2026-03-04 10:00, channel: x, text: \"Who asked @ann & @ben?\"}\n"
    "  - time: 2026-03-05 10:00\n    channel: mastodon\n    text: Rye rests in the the barn.\n";

TEST_F(EntryLintTest, TypingInAnEntryReadsOnlyThat) {
  start(kSchedule);
  EXPECT_TRUE(replace("the the shed.\n", "the the shed.\n\n")) << "a line more at its end";
  EXPECT_TRUE(replace("do you bake?\n", "do you bake?\n    id: rye\n"));
  EXPECT_TRUE(replace("    id: rye\n", ""));
  EXPECT_TRUE(replace("Bread", "Breads"));
  EXPECT_TRUE(replace("What do", "What would"));
  EXPECT_TRUE(replace("Who asked", "Who has ever asked"));
  EXPECT_TRUE(replace("barn", "attic"));
  EXPECT_TRUE(replace("2026-03-03 10:00", "2026-03-09 11:00"));
  EXPECT_TRUE(replace("the the shed", "the shed"));
  EXPECT_TRUE(replace("#rye", "#rye #rye #bread #follow4follow"));
}

// The twelfth is a day or a month by what another entry says.
TEST_F(EntryLintTest, ADateInNumbersIsReadWithAllOthers) {
  start(
      "posts:\n"
      "  - at: 13/03/2026 10:00\n    channel: x\n    text: I bake in the the shed.\n"
      "  - at: 2026-03-14 10:00\n    channel: x\n    text: Rye rests in the the barn.\n"
      "  - at: 2026-03-15 10:00\n    channel: x\n    text: Who rests in the the barn?\n"
      "  - at: 2026-03-16 10:00\n    channel: x\n    text: I rest in the the attic.\n");
  EXPECT_FALSE(replace("2026-03-16", "12/03/2026"));
  EXPECT_TRUE(replace("Rye rests", "Rye sleeps"));
  EXPECT_FALSE(replace("13/03", "03/13"));
}

// 1030 is half past ten or five in the afternoon by what another entry says.
TEST_F(EntryLintTest, AClockWithoutSignsIsReadWithAllOthers) {
  start(
      "posts:\n"
      "  - date: 2026-03-13\n    time: 1730\n    channel: x\n    text: I bake in the the shed.\n"
      "  - date: 2026-03-14\n    time: 10:00\n    channel: x\n    text: Rye in the the barn.\n"
      "  - date: 2026-03-15\n    time: 10:00\n    channel: x\n    text: Who rests in the the "
      "barn?\n"
      "  - date: 2026-03-16\n    time: 10:30\n    channel: x\n    text: I rest in the the "
      "attic.\n");
  EXPECT_FALSE(replace("10:30", "1030"));
  EXPECT_TRUE(replace("Rye in", "Rye rests in"));
  EXPECT_FALSE(replace("1730", "5 pm"));
}

/// Every kind of comment, in the head, in entries and between them.
constexpr const char* kSilenced =
    "# soiree-disable-file near-duplicate\nposts:\n"
    "  - time: 2026-03-02 10:00\n    text: Bread cools in the the shed.\n"
    "  # soiree-disable-next-line repeated-word\n"
    "  - time: 2026-03-03 10:00\n    text: |\n      Rye rests in the the barn.\n\n"
    "      What do you bake?\n"
    "  - time: 2026-03-04 10:00\n    text: Rye in the the attic.  # soiree-disable-line\n"
    "  # soiree-disable repeated-word\n"
    "  - time: 2026-03-05 10:00\n    text: Rye and rye in the the barn.\n"
    "  # soiree-enable repeated-word\n"
    "  - time: 2026-03-06 10:00\n    text: We bake in the the barn.\n"
    "  # soiree-disable-next-line self-focus\n"
    "  - time: 2026-03-07 10:00\n    text: Bread is done.\n";

TEST_F(EntryLintTest, CommentsOfOursInOtherEntriesStayWhereTheyAre) {
  start(kSilenced);
  EXPECT_TRUE(replace("What do", "What on the the earth do"));
  EXPECT_TRUE(replace("      What", "\n      So what"));
  EXPECT_TRUE(replace("Bread is", "I and my bread, we are"));
  EXPECT_FALSE(replace("we are done.\n", "we are done.\n# so far\n")) << "ends what is covered";
  EXPECT_FALSE(replace("we are done", "we are all done")) << "as long as that comment is there";
}

TEST_F(EntryLintTest, CommentsOfOursAboveAnEntryAndInItGoWithIt) {
  start(kSilenced);
  EXPECT_TRUE(replace("Rye rests", "Rye and rye rest")) << "under a comment for the next entry";
  EXPECT_TRUE(replace("in the the attic", "up in the the attic")) << "before one for the line";
  EXPECT_TRUE(replace("attic.  # soiree-disable-line", "attic.")) << "it silences one line only";
  EXPECT_TRUE(replace("attic.", "attic.  # soiree-disable-line self-focus"));
  EXPECT_TRUE(replace("We bake", "We often bake")) << "under one that ends what is above";
  EXPECT_FALSE(replace("Rye and rye in", "Rye, wheat and rye in")) << "all below is silenced";
  EXPECT_FALSE(replace("often bake in the the barn.", "bake.\n    # soiree-enable"));
  EXPECT_TRUE(replace("text: Bread", "soiree: {disable: [self-focus]}\n    text: I and my bread"));
  EXPECT_TRUE(replace("my bread", "all my bread"));
}

TEST_F(EntryLintTest, StackedCommentsOfOursHoldForTheEntryBelow) {
  start(
      "posts:\n"
      "  - time: 2026-03-02 10:00\n    text: Bread cools in the the shed.\n"
      "  # soiree-disable-next-line repeated-word\n"
      "  # soiree-disable-next-line self-focus\n"
      "  - time: 2026-03-03 10:00\n    text: |\n      Rye rests in the the barn.\n"
      "  - time: 2026-03-04 10:00\n    text: Rye in the the attic.\n");
  EXPECT_TRUE(replace("Rye rests", "Rye and rye rest"));
  EXPECT_TRUE(replace("Bread cools", "I cool my bread"));
  EXPECT_TRUE(replace("Rye in", "Rye and rye in"));
  replace("next-line self-focus", "next-line near-duplicate");
  replace("  # soiree-disable-next-line near-duplicate\n", "");
  replace("  - time: 2026-03-03", "  # soiree-disable-next-line self-focus\n  - time: 2026-03-03");
  replace("    text: |", "    # soiree-disable-next-line repeated-word\n    text: |");
}

constexpr const char* kJson =
    "{\n  \"posts\": [\n"
    "    {\"time\": \"2026-03-02 10:00\", \"text\": \"Bread cools in the the shed.\"},\n"
    "    {\"time\": \"2026-03-03 10:00\", \"text\": \"Rye \\u00e9 in the the barn.\",\n"
    "     \"media\": [{\"url\": \"a.png\"}]},\n"
    "    {\"time\": \"2026-03-04 10:00\", \"mastodon\": \"Bread.\", \"x\": \"Bread, we think.\"}\n"
    "  ],\n  \"timezone\": \"Europe/Berlin\"\n}\n";

constexpr const char* kDays =
    "timezone: Europe/Berlin\nposts:\n  2026-03-02:\n    - time: 10:00\n      text: Bread in the "
    "the oven.\n"
    "    - time: 11:00\n      text: Rye.\n# spring\n  2026-03-03:\n  - time: 10:00\n"
    "    text: Rye in the the oven.\n  - time: 12:00\n    mastodon: We bake.\n    x: We bake all "
    "day.\n"
    "  2026-03-04:\n    time: 09:00\n    text: Who bakes the the bread?\n";

TEST_F(EntryLintTest, TypingInJsonReadsOnlyTheObject) {
  start(kJson);
  EXPECT_TRUE(replace("Bread cools", "Breads cool"));
  EXPECT_TRUE(replace("10:00\", \"text\": \"Rye", "11:30\", \"text\": \"Rye"));
  EXPECT_TRUE(replace("we think", "we really think"));
  EXPECT_TRUE(
      replace("\"Breads cool in the the shed.\"", "\"Bread \\\"and\\\" the the [rye], (today).\""));
  EXPECT_TRUE(replace("\"media\": [{\"url\": \"a.png\"}]", "\"draft\": true"));
  EXPECT_FALSE(replace("Europe/Berlin", "Europe/Paris"));
  EXPECT_FALSE(replace("we really think.\"", "we really think."));
  EXPECT_FALSE(replace("we really think.", "we really think.\""));
  EXPECT_FALSE(replace("(today)", "Bread\"}, {\"text\": \"Rye")) << "one more";
}

constexpr const char* kJsonDays =
    "{\n  \"timezone\": \"Europe/Berlin\",\n  \"soiree\": {\"disable\": [\"flooding\"]},\n"
    "  \"posts\": {\n    \"2026-03-02\": [\n"
    "      {\"time\": \"10:00\", \"text\": \"Bread cools in the the shed.\"},\n"
    "      {\"time\": \"11:00\", \"text\": \"Rye in the barn.\", \"media\": [{\"url\": "
    "\"a.png\"}]}\n"
    "    ],\n    \"2026-03-03\" : [{\"time\": \"10:00\", \"text\": \"We bake the the rye.\"}],\n"
    "    \"2026-03-04\": {\"time\": \"09:00\", \"mastodon\": \"Bread.\", \"x\": \"Bread, we "
    "think.\"}\n"
    "  },\n  \"defaults\": {\"channel\": \"mastodon\"}\n}\n";

TEST_F(EntryLintTest, TypingInJsonByDayReadsOnlyTheDay) {
  start(kJsonDays);
  EXPECT_TRUE(replace("Bread cools", "Breads cool"));
  EXPECT_TRUE(replace("Rye in", "Rye in the the field and in"));
  EXPECT_TRUE(replace("10:00\", \"text\": \"We", "11:30\", \"text\": \"We"));
  EXPECT_TRUE(replace("we think", "we \\\"really\\\" [think]"));
  EXPECT_FALSE(replace("2026-03-03", "2026-03-05")) << "says when";
  EXPECT_FALSE(replace("Europe/Berlin", "Europe/Paris"));
  EXPECT_FALSE(replace("the the rye.\"", "the the rye."));
  EXPECT_FALSE(replace("the the rye.", "the the rye.\""));
  EXPECT_FALSE(replace("\"2026-03-02\"", "we \"2026-03-02\""));
  EXPECT_FALSE(replace("Rye in", "Ryes in")) << "as long as that is there";
  EXPECT_FALSE(replace("we \"2026-03-02\"", "\"2026-03-02\""));
  EXPECT_FALSE(replace("the the rye.", "rye.\"}], \"2026-03-06\": [{\"text\": \"Rye."))
      << "one more";
}

constexpr const char* kJsonDaysAtTheRoot =
    "{\"timezone\": \"Europe/Berlin\",\n"
    "\"2026-03-02\": [{\"channel\": \"x\", \"text\": \"Rye in the the barn.\"}],\n"
    "\"2026-03-03\": [{\"channel\": \"x\", \"text\": \"Bread in the the oven.\"}]}\n";

constexpr const char* kDaysAtTheRoot =
    "timezone: Europe/Berlin\n2026-03-02:\n  - channel: x\n    text: Rye in the the barn.\n"
    "# spring\n# soiree-disable-next-line self-focus\n2026-03-03:\n"
    "# soiree-disable-next-line repeated-word\n- channel: x\n"
    "  text: I and my bread in the the oven.\n- channel: mastodon\n  text: I bake.\n";

TEST_F(EntryLintTest, TypingInDaysAtTheRootReadsOnlyTheDay) {
  start(kDaysAtTheRoot);
  ASSERT_EQ(result_.posts, 3U);
  EXPECT_TRUE(replace("Rye", "Ryes"));
  EXPECT_TRUE(replace("oven", "old oven"));
  EXPECT_FALSE(replace("2026-03-03", "2026-03-04")) << "says when";
  start(kJsonDaysAtTheRoot);
  ASSERT_EQ(result_.posts, 2U);
  EXPECT_TRUE(replace("Rye", "Ryes"));
  EXPECT_TRUE(replace("Bread", "Breads"));
  EXPECT_FALSE(replace("\"2026-03-03", "\"soiree\": {}, \"2026-03-03"));
  EXPECT_FALSE(replace("Breads", "Bread")) << "what is between the days may be about both";
}

TEST_F(EntryLintTest, TypingInALayoutByDayReadsOnlyTheDay) {
  start(kDays);
  EXPECT_TRUE(replace("Bread in", "Bread and rye in"));
  EXPECT_TRUE(replace("Rye in the the", "Rye in the"));
  EXPECT_TRUE(replace("bake all day", "bake all the the day"));
  EXPECT_TRUE(replace("Who bakes", "Who in Hamburg bakes"));
  EXPECT_FALSE(replace("2026-03-03", "2026-03-05")) << "says when";
  EXPECT_FALSE(replace("    x: We", "  2026-03-07:\n    text: We")) << "one more";
}

TEST_F(EntryLintTest, WhatMatteredToOthersIsReadWhole) {
  start(kSchedule);
  EXPECT_FALSE(replace("Europe/Berlin", "Europe/Paris"));
  EXPECT_FALSE(replace("# the second", "# soiree-disable-next-line repeated-word"));
  EXPECT_FALSE(replace("shed.\n", "shed.\n  # soiree-disable-next-line repeated-word\n"));
  EXPECT_FALSE(replace("# soiree-disable-next-line repeated-word", "# the second"));
  EXPECT_FALSE(replace("Bread cools", "\"Bread cools"));
  EXPECT_FALSE(replace("\"Bread cools", "Bread cools"));
  EXPECT_FALSE(replace("Rye rests in", "&rye Rye rests in"));
  EXPECT_FALSE(replace("time: 2026-03-05 10:00", "time: never"));
  EXPECT_FALSE(replace("time: never", "time: 2026-03-05 10:00"));
  EXPECT_FALSE(replace("    text: Bread", "    text: Bread.\n  - text: Bread"));
}

TEST_F(EntryLintTest, EntriesWithoutPostsAreReadWithAll) {
  start(
      "- mastodon: Bread cools.\n  x: Bread cools, we think.\n- text: Rye rests.\n"
      "- note: Bread\n- note: >\n    I bake.\n    I eat.\n");
  ASSERT_EQ(result_.posts, 3U);
  EXPECT_FALSE(replace("    I eat", " we I eat")) << "alone they are no schedule to complain about";
  ASSERT_FALSE(findings_.empty());
  EXPECT_EQ(findings_.back().rule, "syntax");
}

TEST_F(EntryLintTest, ACommentOfOursAboveADayCoversItsFirstLine) {
  start(
      "2026-03-02:\n  - channel: x\n    text: Bread.\n"
      "  # soiree-disable-next-line repeated-word\n"
      "2026-03-03: [{channel: x, text: Rye in the the barn.}]\n");
  ASSERT_EQ(result_.suppressions.entries.size(), 1U);
  EXPECT_FALSE(edit(text_.size(), 0, "    \n"));
}

TEST_F(EntryLintTest, TimesThatAreNoneAreTold) {
  start(
      "- time: 2026-03-02 10:00\n  text: Bread cools.\n- time: 2026-03-03 10:00\n"
      "  text: Rye rests.\n- time: tomorrow\n  text: We bake.\n- time:\n  text: We eat.\n"
      "- channel: x\n  text: Bread rests.\n");
  ASSERT_EQ(result_.posts, 5U);
  EXPECT_FALSE(replace("time: tomorrow", "time: tbd"));
  EXPECT_FALSE(replace("time: tbd", "time: oven"));
  ASSERT_FALSE(findings_.empty());
  EXPECT_EQ(findings_.back().rule, "syntax");
  EXPECT_FALSE(replace("time: oven", "time: soon"));
  EXPECT_TRUE(replace("Bread rests", "Bread rests a while"));
}

TEST_F(EntryLintTest, KeysThatTellWhetherTheFileIsAScheduleAreReadWithAll) {
  start(
      "- channel: x\n  text: Bread cools.\n- channel: x\n  text: Rye rests.\n"
      "- channel: x\n  text: We bake.\n  version: 1\n"
      "- {channel: x, text: We rest., version: 2}\n");
  ASSERT_EQ(result_.posts, 4U);
  EXPECT_TRUE(replace("Bread cools.", "\"Bread: it cools.\""));
  EXPECT_FALSE(replace("cools.\"", "cools.\"\n  version: 3")) << "of programs, most of them";
  EXPECT_EQ(result_.posts, 0U);
}

TEST_F(EntryLintTest, RandomEditsGiveWhatAFreshRunGives) {
  constexpr std::array<const char*, 41> kPieces = {"the ",
                                                   "}",
                                                   "\\",
                                                   ",",
                                                   "]",
                                                   "\"}, {\"text\": \"",
                                                   "the the ",
                                                   "\n",
                                                   "\n  - text: Rye rests.\n",
                                                   "\"",
                                                   "'",
                                                   "#",
                                                   " # ",
                                                   "- ",
                                                   ": ",
                                                   "{",
                                                   "}",
                                                   "[",
                                                   "&a ",
                                                   "*a ",
                                                   "|",
                                                   "\n    ",
                                                   "😀",
                                                   "I ",
                                                   "you? ",
                                                   "@ann",
                                                   "\xFF",
                                                   "---",
                                                   "\n---\n",
                                                   "time: ",
                                                   "never",
                                                   "\t",
                                                   "follow me! ",
                                                   "",
                                                   "x: y",
                                                   "\n# x\n",
                                                   "\r",
                                                   "# soiree-disable-next-line\n",
                                                   "\n# soiree-enable\n",
                                                   "\n  # soiree-disable-next-line self-focus",
                                                   "# soiree-disable-line repeated-word"};
  // One of each layout: a list under a key, a list at the root with a text per channel, days,
  // accounts, JSON, days at the root.
  const std::array<std::string, 14> schedules = {
      kSchedule,
      "- text: Rye rests in the the barn.\n- mastodon: Bread cools.\n  x: Bread cools, we think.\n"
      "- text: \"Hi [NAME], what do you bake?\"\n- text: >\n    I bake.\n    I eat.\n",
      "posts:\n  monday:\n    - time: 10:00\n      text: Bread.\n    - time: 11:00\n      text: "
      "Rye.\n"
      "  tuesday:\n    - time: 10:00\n      text: Bread in the the oven.\n",
      kSilenced,
      "# soiree-disable-next-line repeated-word\n- name: we\n  posts:\n"
      "    - text: Rye in the the barn.\n      time: 2026-03-02\n"
      "    # soiree-disable-next-line repeated-word, self-focus\n"
      "    - text: I know the the bread.\n      time: 2026-03-03\n"
      "    - text: I know the the rye.\n      time: 2026-03-04\n",
      kJson,
      kDays,
      kJsonDays,
      kJsonDaysAtTheRoot,
      "{\"posts\": {\"a\": {\"text\": \"Rye in the the barn.\"}, \"b\": {\"text\": \"Bread.\"},\n"
      "\"c\": {\"mastodon\": \"Rye.\", \"x\": \"I know the the rye.\"}}, \"zone\": \"UTC\"}",
      kDaysAtTheRoot,
      "posts: [{\"text\": \"Rye in the the barn.\", \"draft\": true},\r\n  {\"text\": \"Bread.\"},"
      "{\"text\": \"We bake.\"}]\r\n",
      "- name: bakery\n  posts:\n    - text: Rye in the the barn.\n    - text: Bread.\n"
      "- name: mill\n  posts:\n    - text: We mill in the the barn.\n",
      "posts:\r\n  week 1:\r\n  - text: Rye in the the barn.\r\n  - text: Bread.\r\n"
      "  week 2:\r\n    text: We bake the the bread.\r\n"};
  std::mt19937 random(5);
  std::array<size_t, 14> short_cuts{};
  for (size_t round = 0; round < 560; ++round) {
    start(schedules[round % schedules.size()]);
    for (int i = 0; i < 12; ++i) {
      size_t at = random() % (text_.size() + 1);
      while (at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80) ++at;
      size_t size = random() % 3 == 0 ? random() % 12 : 0;
      std::string piece = kPieces[random() % kPieces.size()];
      if (random() % 2 == 0) {
        piece = "we ";
        size = 0;
      }
      if (edit(at, std::min(size, text_.size() - at), piece)) {
        ++short_cuts[round % schedules.size()];
      }
      if (HasFailure()) return;
    }
  }
  EXPECT_GT(followed_, 30U) << "the test says nothing about them otherwise";
  for (size_t i = 0; i < short_cuts.size(); ++i) {
    EXPECT_GT(short_cuts[i], 3U) << "the test says nothing about them otherwise: " << schedules[i];
  }
}

}  // namespace
}  // namespace soiree
