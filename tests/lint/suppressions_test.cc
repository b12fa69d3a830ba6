#include "linter/lint/suppressions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace soiree {
namespace {

constexpr std::array<std::string_view, 1> kRules = {"self-focus"};

Finding finding_at(uint32_t begin, std::string_view rule) {
  Finding finding;
  finding.rule = rule;
  finding.range = {begin, begin + 4};
  return finding;
}

/// A comment of 8 bytes that silences a rule in the 12 behind it.
Suppression comment_at(uint32_t begin) {
  return {"self-focus", {begin, begin + 8}, {begin + 2, begin + 8}, {begin + 8, begin + 20}};
}

std::string begins(const std::vector<Finding>& findings) {
  std::string list;
  for (const Finding& finding : findings) list += std::to_string(finding.range.begin) + " ";
  return list;
}

TEST(Suppressions, WhatIsSilencedIsHandedBackAndNothingChangesItsOrder) {
  SuppressionList list;
  list.entries = {comment_at(0), comment_at(100)};
  std::vector<Finding> findings = {finding_at(112, "self-focus"), finding_at(12, "repeated-word"),
                                   finding_at(60, "self-focus"), finding_at(8, "self-focus"),
                                   finding_at(20, "self-focus")};
  const std::vector<Finding> silenced = apply_suppressions(list, findings);
  EXPECT_EQ(begins(silenced), "112 8 ");
  EXPECT_EQ(begins(findings), "12 60 20 ");
}

/// Every finding against every comment would take minutes.
TEST(Suppressions, HostileNumbersOfCommentsTakeLinearTime) {
  constexpr uint32_t kMany = 200'000;
  SuppressionList list;
  std::vector<Finding> findings;
  for (uint32_t i = 0; i < kMany; ++i) {
    list.entries.push_back(comment_at(20 * i));
    if (i % 2 == 0) findings.push_back(finding_at(20 * (kMany - i) - 8, "self-focus"));
    findings.push_back(finding_at(20 * i + 10, "repeated-word"));
  }
  EXPECT_EQ(apply_suppressions(list, findings).size(), kMany / 2);
  EXPECT_EQ(findings.size(), kMany);
  const std::vector<Finding> unused = unused_suppressions(list, 0, kRules, true);
  EXPECT_EQ(unused.size(), kMany / 2);
  EXPECT_TRUE(std::all_of(unused.begin(), unused.end(), [](const Finding& each) {
    return each.fixes.size() == 1 && each.fixes[0].edits[0].range.size() == 8;
  }));
}

/// The names beside a name are looked for from it on, not from the comment's start.
TEST(Suppressions, HostileNumbersOfNamesInOneCommentTakeLinearTime) {
  constexpr uint32_t kMany = 200'000;
  SuppressionList list;
  const SourceSpan comment{0, 20 + 11 * kMany};
  for (uint32_t i = 0; i < kMany; ++i) {
    list.entries.push_back({"self-focus", comment, {20 + 11 * i, 30 + 11 * i}, {0, 1}});
  }
  const std::vector<Finding> unused = unused_suppressions(list, 0, kRules, true);
  ASSERT_EQ(unused.size(), kMany);
  EXPECT_EQ(unused.front().fixes.at(0).edits[0].range, (SourceSpan{20, 31}));
  EXPECT_EQ(unused.back().fixes.at(0).edits[0].range,
            (SourceSpan{19 + 11 * (kMany - 1), 30 + 11 * (kMany - 1)}));
}

}  // namespace
}  // namespace soiree
