#include "integrations/lsp/entry_lint.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "integrations/lsp/feed_memory.h"
#include "integrations/lsp/section_run.h"
#include "linter/config/config_cache.h"
#include "linter/lint/rule_info.h"
#include "tests/support/memory_files.h"

namespace soiree {
namespace {

std::string shown(SourceSpan span) {
  return std::to_string(span.begin) + "-" + std::to_string(span.end);
}

/// All findings of a document, those of its feeds included.
std::vector<Finding> findings_of(const ConfiguredJob& made, FileResult& result) {
  SectionRun run;
  run.add(made, result);
  return std::move(run.finish("/site").findings.at(0));
}

/// Where everything in a document is, and its findings.
std::vector<std::string> described(const FileResult& result, const std::vector<Finding>& all) {
  std::vector<std::string> lines;
  for (const Facts& facts : result.facts) {
    lines.push_back("post " + shown(facts.place) + " " + shown(facts.anchor) + " " +
                    std::to_string(facts.text_hash) + " " + std::to_string(facts.traits) + " " +
                    std::to_string(facts.group) + " " + std::to_string(facts.skeleton) + " " +
                    std::string(facts.mentions.view()) + std::string(facts.label.view()));
  }
  for (const Finding& finding : all) {
    std::string line = std::string(finding.rule) + " " + shown(finding.range) + " " +
                       shown(finding.whole_post) + " " + std::to_string(int(finding.severity)) +
                       finding.message + finding.post.id + finding.post.kind +
                       finding.post.channel + finding.post.time;
    for (const Note& note : finding.notes) {
      line += " " + shown(note.range) + shown(note.whole_post) + note.message;
    }
    for (const Fix& fix : finding.fixes) {
      for (const Edit& edit : fix.edits) line += " fix " + shown(edit.range) + edit.text;
    }
    lines.push_back(line);
  }
  lines.push_back(std::to_string(result.posts) + " posts, " + std::to_string(result.bytes));
  return lines;
}

class EntryLintTest : public testing::Test {
 protected:
  void start(const std::string& text, const std::string& configuration = "") {
    files_.add("/site/.soiree.yaml", configuration);
    made_ = jobs_.make(text.starts_with('{') ? "posts.json" : "posts.yaml", true);
    text_ = text;
    entries_ = EntryLint(0);
    entries_.lint(text_, made_.job, result_);
    feeds_.start();
    findings_ = findings_of(made_, result_);
  }
  /// True when the edit was a short cut. The result is the same in any case.
  bool edit(size_t at, size_t size, const std::string& text) {
    const size_t before = entries_.short_cuts();
    text_.replace(at, size, text);
    std::optional<EntryChange> change = entries_.lint(text_, made_.job, result_);
    if (change && feeds_.follow(std::move(*change), made_, result_, "/site", findings_)) {
      ++followed_;
    } else {
      feeds_.start();
      findings_ = findings_of(made_, result_);
    }
    FileResult whole = lint_bytes(text_, 0, made_.job, {}).result;
    const std::vector<Finding> findings = findings_of(made_, whole);
    EXPECT_EQ(described(result_, findings_), described(whole, findings)) << text_;
    return entries_.short_cuts() > before;
  }
  bool replace(const std::string& from, const std::string& to) {
    return edit(text_.find(from), from.size(), to);
  }

  MemoryFiles files_;
  ConfigCache configs_{files_, rule_table()};
  JobMaker jobs_{configs_, "/site"};
  ConfiguredJob made_;
  EntryLint entries_{0};
  FeedMemory feeds_;
  FileResult result_;
  std::vector<Finding> findings_;
  size_t followed_ = 0;  ///< edits after which not all rules looked at the feeds again
  std::string text_;
};

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
  EXPECT_TRUE(replace("Bread", "Breads"));
  EXPECT_TRUE(replace("What do", "What would"));
  EXPECT_TRUE(replace("Who asked", "Who has ever asked"));
  EXPECT_TRUE(replace("barn", "attic"));
  EXPECT_TRUE(replace("2026-03-03 10:00", "2026-03-09 11:00"));
  EXPECT_TRUE(replace("the the shed", "the shed"));
  EXPECT_TRUE(replace("#rye", "#rye #rye #bread #follow4follow"));
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
  EXPECT_FALSE(replace("We bake", "We often bake")) << "a comment of ours is in its lines";
  EXPECT_FALSE(replace("we are done.\n", "we are done.\n# so far\n")) << "ends what is covered";
  EXPECT_FALSE(replace("we are done", "we are all done")) << "as long as that comment is there";
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
  EXPECT_FALSE(replace("# soiree-disable-next-line repeated-word", "# the second"));
  EXPECT_FALSE(replace("Bread cools", "\"Bread cools"));
  EXPECT_FALSE(replace("\"Bread cools", "Bread cools"));
  EXPECT_FALSE(replace("Rye rests in", "&rye Rye rests in"));
  EXPECT_FALSE(replace("time: 2026-03-05 10:00", "time: never"));
  EXPECT_FALSE(replace("time: never", "time: 2026-03-05 10:00"));
  EXPECT_FALSE(replace("    text: Bread", "    text: Bread.\n  - text: Bread"));
}

TEST_F(EntryLintTest, RandomEditsGiveWhatAFreshRunGives) {
  constexpr std::array<const char*, 38> kPieces = {"the ",
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
                                                   "# soiree-disable-next-line\n"};
  // One of each layout: a list under a key, a list at the root with a text per channel, days,
  // accounts, JSON.
  const std::array<std::string, 10> schedules = {
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
      "posts: [{\"text\": \"Rye in the the barn.\", \"draft\": true},\r\n  {\"text\": \"Bread.\"},"
      "{\"text\": \"We bake.\"}]\r\n",
      "- name: bakery\n  posts:\n    - text: Rye in the the barn.\n    - text: Bread.\n"
      "- name: mill\n  posts:\n    - text: We mill in the the barn.\n",
      "posts:\r\n  week 1:\r\n  - text: Rye in the the barn.\r\n  - text: Bread.\r\n"
      "  week 2:\r\n    text: We bake the the bread.\r\n"};
  std::mt19937 random(5);
  std::array<size_t, 10> short_cuts{};
  for (size_t round = 0; round < 500; ++round) {
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
      if (edit(at, std::min(size, text_.size() - at), piece))
        ++short_cuts[round % schedules.size()];
      if (HasFailure()) return;
    }
  }
  EXPECT_GT(followed_, 30U) << "the test says nothing about them otherwise";
  for (size_t i = 0; i < short_cuts.size(); ++i) {
    EXPECT_GT(short_cuts[i], 3U) << "the test says nothing about them otherwise: " << schedules[i];
  }
}

/// Posts in which every rule about feeds has something to say: the same text again, sales, places,
/// the same few people, no question for weeks, one post each ten minutes on some days.
std::string crowded_feed() {
  constexpr std::array<const char*, 8> kTexts = {
      "Rye rests for a night in the the barn, and then I bake all of it, @ann.",
      "Buy my new book now: 20 % off until Friday! Order yours today at https://rye.example/shop",
      "Just checked in at the old mill in Hamburg with @ann.",
      "I baked, I ate, I slept. I am so proud of myself, @ann and my bread.",
      "Thanks to @ann and @ben for the flour, as ever.",
      "\\\"Bread is the only thing that never lies to anybody who eats it\\\" - Ada Wren",
      "Rye rests for a night in the old barn, and then I bake all of it.",
      "We sell loaves again. Order now, get one for free: https://rye.example/shop"};
  std::string text = "posts:\n";
  for (size_t i = 0; i < 48; ++i) {
    const size_t minutes = i % 12 * 10;
    text += "  - time: 2026-03-" + std::to_string(10 + i / 12) + " 1" +
            std::to_string(minutes / 60) + ":" + std::to_string(minutes % 60 / 10) + "0\n" +
            (i % 5 == 0 ? "    channels: [mastodon, bluesky]\n" : "    channel: mastodon\n") +
            "    text: \"" + kTexts[i % kTexts.size()] + "\"\n";
  }
  return text;
}

/// Small windows, so that a feed of four dozen posts has many of them.
constexpr const char* kSmallWindows =
    "rules:\n  flooding: {per-hour: 5}\n  insular-mentions: {posts: 12, minimum-posts: 3}\n"
    "  promotion-share: {window-days: 1}\n  quote-share: {window-days: 1, share: 0.1}\n  "
    "self-focus-share: {window-days: 1, share: 0.1}\n"
    "  checkin-share: {regular: 3}\n  monologue: {window-posts: 3, window-days: 0}\n";

TEST_F(EntryLintTest, RulesAboutFeedsFollowEveryEdit) {
  constexpr std::array<const char*, 12> kPieces = {
      "the ", "Why? ", "@ann ", "@zoe ",   "Buy now, 50 % off! ", "\n\n      ",
      "",     "7 ",    "I ",    "Danke. ", "\n    draft: true\n", "https://else.example "};
  start(crowded_feed(), kSmallWindows);
  std::set<std::string_view> rules;
  for (const Finding& finding : findings_) rules.insert(finding.rule);
  for (const char* rule : {"near-duplicate", "flooding", "promotion-share", "insular-mentions",
                           "self-focus-share", "quote-share"}) {
    EXPECT_TRUE(rules.contains(rule)) << rule;
  }
  std::mt19937 random(11);
  for (size_t round = 0; round < 25; ++round) {
    start(crowded_feed(), kSmallWindows);
    for (size_t i = 0; i < 16 && !HasFailure(); ++i) {
      // People type text, and now and then in whatever line they are.
      const size_t entry = text_.find("text: \"", random() % (text_.size() / 2));
      size_t at = entry + 7 + random() % 50;
      if (i % 8 == 7) at = random() % text_.size();
      edit(at, random() % 4 == 0 ? random() % 20 : 0, kPieces[random() % kPieces.size()]);
    }
  }
  EXPECT_GT(followed_, 100U) << "the test says nothing about them otherwise";
  EXPECT_LT(followed_, 390U) << "some edits change more than a text";
}

}  // namespace
}  // namespace soiree
