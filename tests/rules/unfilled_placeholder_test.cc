// What the examples of rules/unfilled-placeholder/rule.md do not show: options, severities, hostile
// texts.
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "linter/lint/ruleset.h"
#include "linter/post/read_posts.h"
#include "linter/text/source_file.h"
#include "rules/unfilled-placeholder/field_names.h"
#include "rules/unfilled-placeholder/slots.h"

namespace soiree {
namespace {

using OptionValues = std::map<std::string, OptionValue>;

std::vector<Finding> lint(const std::string& path, const std::string& text,
                          const OptionValues& options = {}) {
  const RuleInfo* info = find_rule_info("unfilled-placeholder");
  const Ruleset ruleset(std::vector<RuleChoice>{{info, info->severity, options}}, {});
  const SourceFile file(path, text);
  std::vector<Finding> findings;
  for (const Post& post : read_posts(file, {}).posts) lint_post(post, ruleset, 0, {}, findings);
  return findings;
}

std::string scheduled(const std::string& text) {
  return "posts:\n  - at: 2026-03-06 09:00\n    channel: mastodon\n    text: \"" + text + "\"\n";
}

// A tool that fills in a field itself must not make its users fight the linter.
TEST(UnfilledPlaceholder, FieldsThatTheOwnToolFillsInAreLeftAlone) {
  const std::string text = scheduled("Welcome {{ First_Name }} to the lane!");
  EXPECT_EQ(lint("queue.yaml", text).size(), 1U);
  const OptionValues options = {{"filled-in", std::vector<std::string>{"first name"}}};
  EXPECT_TRUE(lint("queue.yaml", text, options).empty());
}

// Only what is going to be sent may stop a commit.
TEST(UnfilledPlaceholder, IsAnErrorWhereSomethingIsDueAndElseAWarning) {
  const auto due = lint("queue.yaml", scheduled("Hi , the oven is lit."));
  ASSERT_EQ(due.size(), 1U);
  EXPECT_EQ(due[0].severity, Severity::error);
  const auto article = lint("a.md", "The oven is lit on Friday.\n\n[INSERT PHOTO HERE]\n");
  ASSERT_EQ(article.size(), 1U);
  EXPECT_EQ(article[0].severity, Severity::warning);
}

// "[insert joke here]" is how people write; in a message that goes out it is a gap all the same.
TEST(UnfilledPlaceholder, IdiomsOfArticlesAreLeftAlone) {
  EXPECT_TRUE(lint("a.md", "Every bakery in [insert city here] has the best rye.\n").empty());
  EXPECT_TRUE(lint("a.md", "We are the [Insert Product Here] of rye.\n").empty());
  EXPECT_EQ(lint("a.md", "We bake rye.\n\n[insert title here]\n").size(), 1U);
  EXPECT_EQ(lint("a.md", "We bake rye, see [insert link here] for more.\n").size(), 1U);
  EXPECT_EQ(lint("a.md", "We bake rye in [INSERT CITY HERE] now.\n").size(), 1U);
  EXPECT_EQ(lint("queue.yaml", scheduled("Good morning [insert city here], we bake.")).size(), 1U);
}

// Two slots are two edits: the second must not be looked for by hand.
TEST(UnfilledPlaceholder, OtherPlacesAreNotes) {
  const auto findings = lint("queue.yaml", scheduled("Hi [NAME], greetings to [COMPANY]!"));
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].notes.size(), 1U);
  EXPECT_NE(findings[0].message.find("(and 1 more place) was never"), std::string::npos)
      << findings[0].message;
  const auto three = lint("queue.yaml", scheduled("Hi [NAME], greetings to [COMPANY] and [CITY]!"));
  ASSERT_EQ(three.size(), 1U);
  EXPECT_NE(three[0].message.find("(and 2 more places) was never"), std::string::npos)
      << three[0].message;
}

TEST(UnfilledPlaceholder, WordsOfFillerTextAreSeveral) {
  const std::string filler =
      "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor.";
  const auto article = lint("a.md", "# Rye\n\nThe oven is lit on Friday.\n\n" + filler + "\n");
  ASSERT_EQ(article.size(), 1U);
  EXPECT_NE(article[0].message.find("(\"lorem ipsum\") still hold the place"), std::string::npos)
      << article[0].message;
  EXPECT_NE(article[0].message.find("take these out"), std::string::npos) << article[0].message;
  const auto post = lint("queue.yaml", scheduled(filler));
  ASSERT_EQ(post.size(), 1U);
  EXPECT_NE(post[0].message.find(" were never filled in"), std::string::npos) << post[0].message;
}

TEST(UnfilledPlaceholder, FieldNamesAreReadWhateverTheirForm) {
  for (const char* name :
       {"first_name", "FIRSTNAME", "First Name", "contact.firstName", "recipient's name",
        "Your Company", "insert name here", "fname | there"}) {
    EXPECT_EQ(field_name(plain_field(name)), FieldName::person) << name;
  }
  for (const char* name : {"sic", "Video", "owner/repo", "i", "props.children", "city council"}) {
    EXPECT_EQ(field_name(plain_field(name)), FieldName::none) << name;
  }
}

// Every merge syntax leaves its own hole after the greeting.
TEST(UnfilledPlaceholder, BlanksAfterAGreetingAreMissingNames) {
  for (const char* text :
       {"Hi %s, the oven is lit.", "Hi {{1}}, the oven is lit.", "Hi XXX, the oven is lit.",
        "Hi [object Object], the oven is lit.", "Hi (name), the oven is lit.",
        "Hello !, the oven is lit.", "Hi {!Contact.FirstName}, the oven is lit.",
        "Hi #FIRSTNAME#, come by."}) {
    EXPECT_EQ(lint("queue.yaml", scheduled(text)).size(), 1U) << text;
  }
  for (const char* text : {"Hi XX, the oven is lit.", "Hello! The oven is lit.", "Hi {0",
                           "Hi #ILSE, the oven is lit.", "Dear all, the oven is lit."}) {
    EXPECT_TRUE(lint("queue.yaml", scheduled(text)).empty()) << text;
  }
}

// Brackets by the thousand must not take a second.
TEST(UnfilledPlaceholder, HostileTextsTakeLinearTime) {
  std::string text;
  for (int i = 0; i < 200000; ++i) text += "{[<*|${%@@#";
  EXPECT_TRUE(find_slots(text).empty());
  std::string quoted = "posts:\n  - at: 2026-03-06 09:00\n    channel: x\n    text: '";
  for (int i = 0; i < 50000; ++i) quoted += "\"a b [NAME] c\" [NAME] lorem ipsum ";
  EXPECT_EQ(lint("queue.yaml", quoted + "'\n").size(), 1U);
  std::string article = "# The mill\n\n";
  for (int i = 0; i < 60000; ++i) article += "the oven [INSERT PHOTO HERE] is old.\n\n";
  EXPECT_EQ(lint("post.md", article).size(), 1U);
}

}  // namespace
}  // namespace soiree
