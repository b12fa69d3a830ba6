#include "linter/lint/text_interest.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

#include "linter/lint/ruleset.h"

namespace soiree {
namespace {

HashList some_hashes(std::mt19937& random, size_t most, uint32_t values) {
  std::vector<uint32_t> hashes;
  for (size_t i = random() % (most + 1); i > 0; --i) hashes.push_back(random() % values);
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  return HashList(hashes);
}

void give_text(std::mt19937& random, Facts& facts) {
  facts.text_hash = 1 + random() % 6;
  facts.sketch = some_hashes(random, 12, 14);
  facts.shingles = static_cast<uint32_t>(facts.sketch.size());
  facts.number_hash = random() % 2;
  if (facts.words > 0) facts.words = 1 + random() % 40;
  if (facts.skeleton != 0) facts.skeleton = 1 + random() % 4;
}

Facts some_post(std::mt19937& random, size_t place, int64_t pause = 900) {
  Facts facts;
  facts.place = {static_cast<uint32_t>(100 * place), static_cast<uint32_t>(100 * place + 90)};
  facts.anchor = facts.place;
  facts.kind = random() % 6 == 0 ? PostKind::direct_message : PostKind::social;
  facts.language = random() % 8 == 0 ? Language::de : Language::en;
  facts.has_moment = random() % 20 != 0;
  facts.moment.unix_seconds = 1'770'000'000 + static_cast<int64_t>(place) * pause;
  facts.moment.has_clock_time = true;
  facts.traits = static_cast<uint16_t>(random() & random() & random() & 0x7FU);
  facts.words = random() % 10 == 0 ? 0 : 1;
  facts.draft = random() % 12 == 0;
  facts.mentions = CompactText(random() % 2 == 0 ? "ann ben" : "");
  if (random() % 8 == 0) facts.link_hosts = some_hashes(random, 2, 2);
  facts.quotations = facts.has(Trait::quote) ? some_hashes(random, 2, 9) : HashList();
  if (facts.has(Trait::quote) && random() % 2 == 0) facts.quoted_person = CompactText("Ada Wren");
  if (facts.kind == PostKind::direct_message) {
    facts.recipient = random() % 9;
    facts.skeleton = 1;
  }
  give_text(random, facts);
  return facts;
}

std::vector<std::string> said(const Check& check, const std::vector<Facts>& posts) {
  Feed feed;
  feed.kind = FeedKind::social;
  for (const Facts& post : posts) feed.posts.push_back(&post);
  std::vector<Finding> findings;
  FeedReport report(findings);
  check.on_feed(feed, report);
  std::vector<std::string> lines;
  for (const Finding& finding : findings) {
    lines.push_back(std::to_string(finding.range.begin) + " " + finding.message);
    for (const Note& note : finding.notes) {
      lines.back() += " " + std::to_string(note.range.begin) + " " + note.message;
    }
  }
  return lines;
}

/// An editor does not run a rule again when it promised not to read the text that was typed.
TEST(TextInterest, RulesReadNoTextsButThoseThatTheySayTheyRead) {
  std::vector<RuleChoice> choices;
  for (const RuleInfo& info : rule_table()) {
    if (info.scope == RuleScope::feed) choices.push_back({&info, Severity::warning, {}, nullptr});
  }
  const Ruleset rules(choices, {});
  constexpr std::array<int64_t, 3> pauses = {300, 7200, 129'600};
  std::mt19937 random(3);
  for (const ActiveRule& rule : rules.feed_rules()) {
    const auto* interest = dynamic_cast<const TextInterest*>(rule.check.get());
    if (interest == nullptr) continue;
    size_t talked = 0;
    for (size_t round = 0; round < 300; ++round) {
      std::vector<Facts> posts;
      for (size_t i = 0; i < 40; ++i)
        posts.push_back(some_post(random, i, pauses[round % pauses.size()]));
      const std::vector<std::string> before = said(*rule.check, posts);
      talked += before.size();
      for (Facts& post : posts) {
        Facts other = post;
        give_text(random, other);
        ASSERT_TRUE(differ_in_text_only(post, other));
        if (!interest->reads_text_of(post) && !interest->reads_text_of(other)) post = other;
      }
      ASSERT_EQ(said(*rule.check, posts), before) << rule.info->id;
    }
    EXPECT_GT(talked, 0U) << rule.info->id << " said nothing, so nothing was tested";
  }
}

TEST(TextInterest, WhatFeedsAreMadeOfIsMoreThanText) {
  std::mt19937 random(1);
  const Facts post = some_post(random, 1);
  const auto differs = [&](const auto& change) {
    Facts other = post;
    change(other);
    return !differ_in_text_only(post, other);
  };
  EXPECT_FALSE(differs([](Facts& facts) { facts.place.end += 3; }));
  EXPECT_FALSE(differs([](Facts& facts) { facts.text_hash ^= 1; }));
  EXPECT_TRUE(differs([](Facts& facts) { facts.moment.unix_seconds += 60; }));
  EXPECT_TRUE(differs([](Facts& facts) { facts.moment.utc_offset_seconds += 3600; }));
  EXPECT_TRUE(differs([](Facts& facts) { facts.channels = {7}; }));
  EXPECT_TRUE(differs([](Facts& facts) { facts.label = CompactText("7"); }));
  EXPECT_TRUE(differs([](Facts& facts) { facts.draft = !facts.draft; }));
  EXPECT_TRUE(differs([](Facts& facts) { facts.traits ^= 1U; }));
  EXPECT_TRUE(differs([](Facts& facts) { facts.words = facts.words == 0 ? 5 : 0; }));
  EXPECT_TRUE(differs([](Facts& facts) { facts.mentions = CompactText("zoe"); }));
  EXPECT_TRUE(differs([](Facts& facts) { facts.counts = {1, 2}; }));
}

}  // namespace
}  // namespace soiree
