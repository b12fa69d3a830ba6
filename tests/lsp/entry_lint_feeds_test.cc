#include <gtest/gtest.h>

#include <array>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/lsp/entry_lint_fixture.h"

namespace soiree {
namespace {

/// Posts in which every rule about feeds has something to say: the same text again, sales, places,
/// the same few people, no question for weeks, one post each ten minutes on some days.
/// `head` stands before them all; `silenced` has comments of ours above and in every third or so.
std::string crowded_feed(const std::string& head = "", bool silenced = false) {
  constexpr std::array<const char*, 8> kTexts = {
      "Rye rests for a night in the the barn, and then I bake all of it, @ann.",
      "Buy my new book now: 20 % off until Friday! Order yours today at https://rye.example/shop",
      "Just checked in at the old mill in Hamburg with @ann.",
      "I baked, I ate, I slept. I am so proud of myself, @ann and my bread.",
      "Thanks to @ann and @ben for the flour, as ever.",
      "\\\"Bread is the only thing that never lies to anybody who eats it\\\" - Ada Wren",
      "Rye rests for a night in the old barn, and then I bake all of it.",
      "We sell loaves again. Order now, get one for free: https://rye.example/shop"};
  std::string text = head + "posts:\n";
  constexpr std::array<const char*, 5> kAbove = {
      "  # soiree-disable-next-line near-duplicate, repeated-word\n",
      "  # soiree-disable self-focus\n", "# of spring\n  # soiree-disable-next-line -- his words\n",
      "  # soiree-enable self-focus\n\n  # soiree-disable-next-line unattributed-quote\n",
      "    # soiree-disable-next-line sales-pitch\n"};
  for (size_t i = 0; i < 48; ++i) {
    if (silenced && i % 3 == 0) text += kAbove[i / 3 % kAbove.size()];
    const size_t minutes = i % 12 * 10;
    text +=
        "  - time: 2026-03-" + std::to_string(10 + i / 12) + " 1" + std::to_string(minutes / 60) +
        ":" + std::to_string(minutes % 60 / 10) + "0\n" +
        (i % 5 == 0 ? "    channels: [mastodon, bluesky]\n" : "    channel: mastodon\n") +
        (silenced && i % 7 == 0 ? "    # soiree-disable-next-line self-focus, flooding\n" : "") +
        (silenced && i % 11 == 0 ? "    soiree: {disable: [canned-broadcast]}\n" : "") +
        "    text: \"" + kTexts[i % kTexts.size()] + "\"" +
        (silenced && i % 4 == 3 ? "  # soiree-disable-line insular-mentions\n" : "\n");
  }
  return text;
}

/// Small windows, so that a feed of four dozen posts has many of them.
constexpr const char* kSmallWindows =
    "rules:\n  flooding: {per-hour: 5}\n  insular-mentions: {posts: 12, minimum-posts: 3}\n"
    "  promotion-share: {window-days: 1}\n  quote-share: {window-days: 1, share: 0.1}\n  "
    "self-focus-share: {window-days: 1, share: 0.1}\n"
    "  checkin-share: {regular: 3}\n  monologue: {window-posts: 3, window-days: 0}\n";

class EntryLintFeedsTest : public EntryLintTest {
 protected:
  /// Types into `feed` again and again, and puts `comments` at the end of some lines. Every edit is
  /// compared with a fresh run.
  void type_into(const std::string& feed, size_t rounds,
                 const std::vector<std::string>& comments = {}) {
    for (size_t round = 0; round < rounds; ++round) {
      start(feed, kSmallWindows);
      for (size_t i = 0; i < 16 && !HasFailure(); ++i) {
        if (!comments.empty() && i % 3 == 0) {
          edit(text_.find('\n', random_() % (text_.size() - 1)), 0,
               comments[random_() % comments.size()]);
        } else {
          type(i % 8 == 7);
        }
      }
    }
  }
  /// People type text, and now and then in whatever line they are.
  void type(bool anywhere) {
    constexpr std::array<const char*, 12> kPieces = {
        "the ", "Why? ", "@ann ", "@zoe ",   "Buy now, 50 % off! ", "\n\n      ",
        "",     "7 ",    "I ",    "Danke. ", "\n    draft: true\n", "https://else.example "};
    const size_t entry = text_.find("text: \"", random_() % (text_.size() / 2));
    size_t at = entry + 7 + random_() % 50;
    if (anywhere) at = random_() % text_.size();
    edit(at, random_() % 4 == 0 ? random_() % 20 : 0, kPieces[random_() % kPieces.size()]);
  }
  std::set<std::string_view> rules() const {
    std::set<std::string_view> rules;
    for (const Finding& finding : findings_) rules.insert(finding.rule);
    return rules;
  }

  std::mt19937 random_{11};
};

TEST_F(EntryLintFeedsTest, RulesAboutFeedsFollowEveryEdit) {
  start(crowded_feed(), kSmallWindows);
  for (const char* rule : {"near-duplicate", "flooding", "promotion-share", "insular-mentions",
                           "self-focus-share", "quote-share"}) {
    EXPECT_TRUE(rules().contains(rule)) << rule;
  }
  type_into(crowded_feed(), 25);
  EXPECT_GT(followed_, 100U) << "the test says nothing about them otherwise";
  EXPECT_LT(followed_, 390U) << "some edits change more than a text";
}

TEST_F(EntryLintFeedsTest, WhatTheHeadSilencesIsFollowedToo) {
  const std::array<std::string, 3> heads = {
      "soiree: {disable: [near-duplicate, self-focus, unattributed-quote]}\n",
      "# soiree-disable-file flooding, near-duplicate, location-checkin\n",
      "# soiree-disable-file -- not ours\n"};
  for (const std::string& head : heads) {
    const size_t before = followed_;
    start(crowded_feed(head), kSmallWindows);
    EXPECT_FALSE(rules().contains("near-duplicate")) << head;
    type_into(crowded_feed(head), 8);
    EXPECT_GT(followed_, before + 20) << head;
  }
}

TEST_F(EntryLintFeedsTest, CommentsOfOursAmongTheEntriesAreFollowedToo) {
  const std::string feed = crowded_feed("# soiree-disable-file monologue\n", true);
  start(feed, kSmallWindows);
  EXPECT_TRUE(rules().contains("unused-suppression"));
  EXPECT_FALSE(rules().contains("syntax"));
  type_into(feed, 12);
  EXPECT_GT(followed_, 25U) << "the test says nothing about them otherwise";
  const size_t before = short_cuts_;
  const std::vector<std::string> comments = {"\n  # soiree-disable-next-line self-focus",
                                             "  # soiree-disable-line",
                                             "\n  # soiree-enable",
                                             "\n    # soiree-disable-next-line flooding",
                                             "\n    soiree: {disable: [near-duplicate]}",
                                             "\n    # soiree-disable",
                                             "\n# soiree-disable near-duplicate",
                                             "\n  # spring",
                                             "\n    # soiree-disable-file self-focus"};
  type_into(feed, 25, comments);
  EXPECT_GT(short_cuts_, before + 60) << "the test says nothing about them otherwise";
}

TEST_F(EntryLintFeedsTest, ASuppressionIsOfUseFromTheKeyOnThatItSilences) {
  start("# soiree-disable-file repeated-word\n" + crowded_feed());
  EXPECT_FALSE(rules().contains("unused-suppression"));
  for (size_t at = text_.find("the the"); at != std::string::npos; at = text_.find("the the")) {
    edit(at, 4, "");
  }
  EXPECT_TRUE(rules().contains("unused-suppression"));
  replace("Thanks to", "Thanks to to");
  EXPECT_FALSE(rules().contains("unused-suppression"));
  EXPECT_EQ(followed_, 7U);
}

}  // namespace
}  // namespace soiree
