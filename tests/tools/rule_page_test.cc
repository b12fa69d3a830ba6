#include "tools/rule_page.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "linter/lint/rule_info.h"

namespace soiree {
namespace {

constexpr const char* kHead =
    "---\nid: my-rule\nsummary: Says it.\nseverity: warning\nstatus: preview\nscope: post\n";

std::vector<PageMistake> mistakes_of(const std::string& text) {
  RulePage page;
  std::vector<PageMistake> mistakes;
  const bool ok = read_rule_page("my-rule", text, page, mistakes);
  EXPECT_EQ(ok, mistakes.empty());
  return mistakes;
}

/// The only mistake, as "line: message".
std::string mistake_of(const std::string& text) {
  const auto mistakes = mistakes_of(text);
  if (mistakes.size() != 1) return std::to_string(mistakes.size()) + " mistakes";
  return std::to_string(mistakes[0].line) + ": " + mistakes[0].message;
}

std::string with_option(const std::string& option) {
  return std::string(kHead) + "options:\n  - " + option + "\n---\nWhat and why.\n";
}

// Without these a rule's author could not declare options the configuration understands.
TEST(RulePage, ReadsEveryKindOfOption) {
  RulePage page;
  std::vector<PageMistake> mistakes;
  const std::string text =
      std::string(kHead) +
      "options:\n"
      "  - {name: strict, type: boolean, default: true, meaning: m}\n"
      "  - {name: window, type: integer, default: 20, range: [2, 99], meaning: m}\n"
      "  - {name: max-share, type: share, default: 0.35, meaning: m}\n"
      "  - {name: ratio, type: number, default: 1.5, range: [0, 9], meaning: m}\n"
      "  - {name: extra_words, type: words, default: [a, b c], meaning: m}\n"
      "---\nWhat and why.\n";
  ASSERT_TRUE(read_rule_page("my-rule", text, page, mistakes));
  ASSERT_EQ(page.options.size(), 5U);
  EXPECT_EQ(page.options[0].default_value, "true");
  EXPECT_EQ(page.options[1].maximum, 99);
  EXPECT_EQ(page.options[2].maximum, 1);
  EXPECT_EQ(page.options[3].type, "number");
  EXPECT_EQ(page.options[4].default_value, "a,b c");
}

// Whoever writes a rule must learn the line and the remedy from the build.
TEST(RulePage, NamesLineAndRemedyOfEachMistake) {
  EXPECT_EQ(mistake_of("# no front matter\n"),
            "1: the page must start with YAML front matter between two lines '---'");
  EXPECT_EQ(
      mistake_of("---\nid: other\nsummary: s\nseverity: note\nstatus: stable\nscope: post\n"
                 "---\ntext\n"),
      "2: id is 'other' but the file or folder is 'my-rule'; both must be the same, in lower case "
      "with hyphens");
  EXPECT_EQ(mistake_of("---\nid: my-rule\nsummary: s\nseverity: fatal\nstatus: stable\n"
                       "scope: post\n---\ntext\n"),
            "4: severity is 'fatal'; it must be one of note, warning, error");
  EXPECT_EQ(mistake_of(std::string(kHead) + "option: []\n---\ntext\n"),
            "7: unknown key 'option'; did you mean 'options'?");
  EXPECT_EQ(mistake_of(std::string(kHead) + "---\n\n"),
            "8: the page says nothing: explain what and why");
  EXPECT_EQ(mistake_of(with_option("{name: n, type: integer, default: 200, range: [1, 9], "
                                   "meaning: m}")),
            "8: default 200 is outside the range [1, 9]");
  EXPECT_EQ(mistake_of(with_option("{name: n, type: integer, default: 2, meaning: m}")),
            "8: option 'n' needs 'range: [MIN, MAX]'");
  EXPECT_EQ(mistake_of(with_option("{name: n, type: share, default: much, meaning: m}")),
            "8: default 'much' is no share");
  EXPECT_EQ(mistake_of(with_option("{name: n, type: words, default: ['a,b'], meaning: m}")),
            "8: each of the words must be plain text without a comma");
  EXPECT_EQ(mistake_of(with_option("{name: n, type: words, default: [], meaning: ''}")),
            "8: 'meaning' is missing or empty; add 'meaning: ...'");
  EXPECT_EQ(
      mistake_of(std::string(kHead) + "options: [\n---\ntext\n"),
      "7: the list that starts here with `[` is not closed; add the missing `]` behind its last "
      "item, or put it in quotes if it is text");
}

// A text that the literal garbles would garble the manual.
TEST(RulePage, LiteralKeepsEveryByte) {
  EXPECT_EQ(cpp_literal("a\"\\?\n\x01"
                        "7\xC3\xA9"),
            "\"a\\\"\\\\\\?\\n\"\n    \"\\0017\\303\\251\"");
}

// `soiree explain RULE` finds its page here.
TEST(RuleTable, IsSortedAndFindsEveryRule) {
  const auto table = rule_table();
  ASSERT_FALSE(table.empty());
  for (size_t i = 0; i < table.size(); ++i) {
    if (i > 0) {
      EXPECT_LT(table[i - 1].id, table[i].id);
    }
    EXPECT_EQ(find_rule_info(table[i].id), &table[i]);
    EXPECT_TRUE(table[i].doc.starts_with("---\nid: " + std::string(table[i].id) + "\n"));
  }
  EXPECT_EQ(find_rule_info("no-such-rule"), nullptr);
  EXPECT_EQ(find_rule_info("syntax")->severity, Severity::error);
}

}  // namespace
}  // namespace soiree
