// What the examples of rules/canned-message/rule.md do not show: what belongs to a reader.
#include <gtest/gtest.h>

#include <string>

#include "linter/lint/ruleset.h"
#include "linter/parse/document.h"
#include "linter/post/segment_post.h"

namespace soiree {
namespace {

std::vector<Finding> findings_in(const std::string& text, PostKind kind) {
  Post post;
  post.kind = kind;
  MappedText mapped;
  mapped.append_verbatim(text, 0);
  read_plain_text(mapped, post.document);
  segment_post(post, Language::unknown);
  const RuleInfo* info = find_rule_info("canned-message");
  const Ruleset ruleset(std::vector<RuleChoice>{{info, info->severity, {}}}, {});
  std::vector<Finding> findings;
  lint_post(post, ruleset, 0, {}, findings);
  return findings;
}

bool is_canned(const std::string& text, PostKind kind = PostKind::direct_message) {
  return !findings_in(text, kind).empty();
}

const std::string kStock = "I came across your profile and would love to connect. ";

// Each of these shows that somebody looked; to call it canned would be rude.
TEST(CannedMessage, WhatBelongsToTheReaderMakesAMessagePersonal) {
  EXPECT_TRUE(is_canned("Hi Ilse! " + kStock));
  EXPECT_FALSE(is_canned("Hi Ilse! " + kStock + "I saw you play the cello."));
  EXPECT_FALSE(is_canned("Hi Ilse! " + kStock + "Your oven in Wells made me hungry."));
  EXPECT_FALSE(is_canned("Hi Ilse! " + kStock + "Your post about rye is on our wall."));
  EXPECT_FALSE(is_canned("Hi Ilse! " + kStock + "Which mill did your flour come from last?"));
  EXPECT_FALSE(is_canned("Hi Ilse! " + kStock + "“Bread is late wheat” made me laugh."));
  EXPECT_FALSE(is_canned("Hi Ilse! " + kStock + "We met at the fair."));
  EXPECT_FALSE(is_canned("Hi Ilse! " + kStock + "My friend @tom sent me."));
}

// The sender's own names and numbers say nothing about the reader.
TEST(CannedMessage, WhatBelongsToTheSenderDoesNot) {
  EXPECT_TRUE(is_canned("Hi Ilse! " + kStock + "We at Plum Partners have 40 bakers."));
  EXPECT_TRUE(is_canned("Hi Ilse! " + kStock + "Do you have 15 minutes for a call?"));
  EXPECT_TRUE(is_canned("Hi Ilse! " + kStock + "Are you on LinkedIn?"));
}

TEST(CannedMessage, PostsToEverybodyAndOtherLanguagesAreLeftAlone) {
  EXPECT_FALSE(is_canned(kStock, PostKind::social));
  EXPECT_FALSE(is_canned("Hola Ilse, vi tu perfil y me gustaría conectar contigo."));
}

// Somebody goes through the notes with the message before their eyes, from its top to its end.
TEST(CannedMessage, NotesStandInTheOrderOfTheText) {
  const std::string text =
      "Hi there! Check out my website for a free quote. I hope this finds you well. I came across "
      "your profile and love your content. Let me know if you are interested.";
  const std::vector<Finding> findings = findings_in(text, PostKind::direct_message);
  ASSERT_EQ(findings.size(), 1U);
  const auto& notes = findings[0].notes;
  ASSERT_GE(notes.size(), 3U);
  for (size_t i = 1; i < notes.size(); ++i) {
    EXPECT_LT(notes[i - 1].range.begin, notes[i].range.begin);
  }
}

}  // namespace
}  // namespace soiree
