#include "linter/lint/suppressions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/lint_text.h"

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

/// What is found in a file, as "rule:line" with blanks between.
std::string found_in(const std::string& path, const std::string& text) {
  const LineIndex lines(text);
  std::string list;
  for (const Finding& finding : lint_texts({{path, text}}).findings) {
    if (!list.empty()) list += ' ';
    list += std::string(finding.rule) + ':';
    list += std::to_string(lines.line_of(finding.range.begin) + 1);
  }
  return list;
}

const std::string kBread = "Bread is in the the oven.\n";

TEST(Suppressions, WhatBeginsOnTheFirstByteOfAFileCanBeEnded) {
  EXPECT_EQ(found_in("a.md", "<!-- soiree-disable repeated-word -->\n" + kBread +
                                 "\n<!-- soiree-enable repeated-word -->\n\n" + kBread),
            "repeated-word:6");
  EXPECT_EQ(found_in("a.yaml",
                     "# soiree-disable\nposts:\n  - time: 2026-03-01 10:00\n    text: " + kBread +
                         "  # soiree-enable\n  - time: 2026-03-08 10:00\n    text: Now " + kBread),
            "repeated-word:7");
}

TEST(Suppressions, AWholeFileStaysSilencedBehindAnEnd) {
  const std::string end = "\n<!-- soiree-disable -->\n\n<!-- soiree-enable -->\n\n";
  EXPECT_EQ(found_in("a.md", "<!-- soiree-disable-file repeated-word -->\n" + end + kBread),
            "unused-suppression:3");
  EXPECT_EQ(found_in("a.md", "---\nsoiree: {disable: [repeated-word]}\n---\n" + end + kBread),
            "unused-suppression:5");
}

TEST(Suppressions, AnEndLeavesOtherRulesSilenced) {
  EXPECT_EQ(found_in("a.md", "<!-- soiree-disable repeated-word, self-focus -->\n" + kBread +
                                 "\n<!-- soiree-enable self-focus -->\n\n" + kBread),
            "unused-suppression:1");
}

/// One line with findings of two rules.
const std::string kCheckin = "Checked in at the the oven http://4sq.com/abc\n";
const std::string kCheckinFound = "repeated-word:1 location-checkin:1";

struct Stack {
  const char* file;
  std::string before;
  std::string after;
};

class StackedComments : public testing::TestWithParam<Stack> {};

TEST_P(StackedComments, HoldForWhatStandsBelowThemAll) {
  const auto& [file, before, after] = GetParam();
  EXPECT_EQ(found_in(file, before + kCheckin + after), "");
}

INSTANTIATE_TEST_SUITE_P(
    Suppressions, StackedComments,
    testing::Values(Stack{"a.md",
                          "<!-- soiree-disable-next-line repeated-word -->\n"
                          "<!-- soiree-disable-next-line location-checkin -- on purpose -->\n",
                          ""},
                    Stack{"a.md",
                          "<!-- soiree-disable-next-line repeated-word -->\r\n\r\n"
                          "<!-- soiree-disable-next-line\r\n  location-checkin -->\r\n\r\n",
                          ""},
                    Stack{"a.md",
                          "<!-- soiree-disable-next-line repeated-word --> "
                          "<!-- soiree-disable-next-line location-checkin -->\n",
                          ""},
                    Stack{"a.md",
                          "<!-- soiree-disable-next-line repeated-word -->\n"
                          "<!-- soiree-disable location-checkin -->\n",
                          "\n<!-- soiree-enable location-checkin -->\n"},
                    Stack{"a.md",
                          "- Rye.\n\n  <!-- soiree-disable-next-line repeated-word -->\n"
                          "  <!-- soiree-disable-next-line location-checkin -->\n  ",
                          ""},
                    Stack{"a.md",
                          "{/* soiree-disable-next-line repeated-word */}\n"
                          "{/* soiree-disable-next-line location-checkin */}\n",
                          ""},
                    Stack{"a.mdx",
                          "{/* soiree-disable-next-line repeated-word */}\n"
                          "{/* soiree-disable-next-line location-checkin */}\n",
                          ""},
                    Stack{"a.md",
                          "---\n# soiree-disable-next-line repeated-word\n"
                          "# soiree-disable-next-line location-checkin\ndescription: ",
                          "---\n\nBread.\n"},
                    Stack{"a.yaml",
                          "posts:\n  # soiree-disable-next-line repeated-word -- a joke\n"
                          "  # soiree-disable-next-line location-checkin\n"
                          "  - time: 2026-03-01 10:00\n    text: ",
                          ""},
                    Stack{"a.yaml",
                          "posts:\n  - time: 2026-03-01 10:00\n"
                          "    # soiree-disable-next-line repeated-word\n\n"
                          "    # soiree-disable-next-line location-checkin\n    text: ",
                          ""}));

TEST(Suppressions, ACommentThatSharesItsLineWithTextIsTheNextLine) {
  EXPECT_EQ(found_in("a.md", kCheckin), kCheckinFound);
  EXPECT_EQ(found_in("a.md",
                     "<!-- soiree-disable-next-line repeated-word -->\n"
                     "Rye. <!-- soiree-disable-next-line location-checkin -->\n" +
                         kCheckin),
            "unused-suppression:1 repeated-word:3");
  EXPECT_EQ(
      found_in("a.md", "<!-- soiree-disable-next-line repeated-word -->\n<!-- Rye. -->\n" + kBread),
      "unused-suppression:1 repeated-word:3");
}

TEST(Suppressions, ALineIsSilencedOnBothSidesOfTheComment) {
  EXPECT_EQ(found_in("a.md",
                     "Once the the rye. <!-- soiree-disable-line repeated-word --> It was in the "
                     "the oven.\nThen it was in the the shed.\n"),
            "repeated-word:2");
  EXPECT_EQ(found_in("a.md",
                     "Once. <!-- soiree-disable-line repeated-word --> It is in the the "
                     "oven."),
            "");
}

/// Each comment that looks for the end of the stack by itself, or reads the entry below it, would
/// take minutes.
TEST(Suppressions, HostileStacksOfCommentsTakeLinearTime) {
  constexpr uint32_t kMany = 100'000;
  std::string text = "posts:\n";
  std::vector<Comment> comments;
  for (uint32_t i = 0; i < kMany; ++i) {
    const std::string comment = "# soiree-disable-next-line self-focus";
    const auto begin = static_cast<uint32_t>(text.size());
    comments.push_back({{begin, begin + static_cast<uint32_t>(comment.size())}});
    text += comment + "\n";
  }
  const auto entry = static_cast<uint32_t>(text.size());
  text += "- text: |\n";
  for (uint32_t i = 0; i < kMany; ++i) text += "    Rye.\n";
  const SourceFile file("a.yaml", text);
  const SuppressionList list = read_suppressions(file, 0, comments, {}, kRules);
  ASSERT_EQ(list.entries.size(), kMany);
  const SourceSpan whole{entry, static_cast<uint32_t>(text.size())};
  EXPECT_EQ(list.entries.front().range, whole);
  EXPECT_EQ(list.entries.back().range, whole);
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

TEST(Suppressions, ARuleIsOnAgainBehindAnEndOfAll) {
  EXPECT_EQ(
      found_in("a.md", "<!-- soiree-disable -->\n\n" + kCheckin + "\n" + kBread +
                           "\n<!-- soiree-enable repeated-word -->\n\n" + kCheckin + "\n" + kBread),
      "repeated-word:9 repeated-word:11")
      << "location-checkin stays off";
  EXPECT_EQ(found_in("a.md", "<!-- soiree-disable -->\n\n" + kBread +
                                 "\n<!-- soiree-enable repeated-word -->\n"
                                 "<!-- soiree-disable -->\n\n" +
                                 kBread + "\n<!-- soiree-enable -->\n\n" + kBread),
            "repeated-word:12");
  EXPECT_EQ(found_in("a.md", "<!-- soiree-disable -->\n\n<!-- soiree-enable repeated-word -->\n\n" +
                                 kBread),
            "unused-suppression:1 repeated-word:5");
}

/// Every end against every beginning would take minutes.
TEST(Suppressions, HostileNumbersOfEndsTakeLinearTime) {
  constexpr size_t kMany = 100'000;
  std::string text;
  std::vector<Comment> comments;
  const auto add = [&](std::string_view comment) {
    const auto begin = static_cast<uint32_t>(text.size());
    text += comment;
    comments.push_back({{begin, static_cast<uint32_t>(text.size())}});
    text += '\n';
  };
  for (size_t i = 0; i < kMany; ++i) add("<!-- soiree-disable -->");
  for (size_t i = 0; i < kMany; ++i) add("<!-- soiree-disable self-focus -->");
  for (size_t i = 0; i < kMany; ++i) add("<!-- soiree-enable self-focus -->");
  const SourceFile file("a.md", text);
  const SuppressionList list = read_suppressions(file, 0, comments, {}, kRules);
  // One more for what the open ones for all rules still silence.
  EXPECT_EQ(list.entries.size(), 2 * kMany + 1);
}

TEST(Suppressions, WhatIsSaidOfSuppressionsCanBeSilencedByName) {
  const std::string unused = "<!-- soiree-disable-next-line self-focus -->\nfoo you\n";
  EXPECT_EQ(found_in("a.md", "# T\n<!-- soiree-disable unused-suppression -->\n" + unused +
                                 "<!-- soiree-enable unused-suppression -->\n\n" + unused),
            "unused-suppression:7");
  EXPECT_EQ(found_in("a.md", "<!-- soiree-disable-next-line unused-suppression -->\nfoo you\n"),
            "unused-suppression:1");
  EXPECT_EQ(
      found_in("a.md", "<!-- soiree-disable-file repeated-word -->\n\n" + kBread + "\n" + unused),
      "unused-suppression:5");
}

TEST(Suppressions, WhatCouldNotBeReadMayNeedThem) {
  const std::string broken =
      "  - text: \"They played the the song\" Tip\n    at: 2026-03-01 10:00\n";
  const std::string other = "  - text: Which bread do you like?\n    at: 2026-03-02 10:00\n";
  const std::string comment = "  # soiree-disable-next-line repeated-word -- a song\n";
  EXPECT_EQ(found_in("a.yaml", "posts:\n" + comment + broken + other), "syntax:3");
  EXPECT_EQ(found_in("a.yaml", "posts:\n" + broken + comment + other),
            "syntax:2 unused-suppression:4");
  EXPECT_EQ(
      found_in("a.yaml", "posts:\n" + broken + "    soiree: {disable: [repeated-word]}\n" + other),
      "syntax:2");
  EXPECT_EQ(
      found_in("a.yaml", "posts:\n" + broken + other + "    soiree: {disable: [repeated-word]}\n"),
      "syntax:2 unused-suppression:6");
}

}  // namespace
}  // namespace soiree
