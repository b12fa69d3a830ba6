// What the examples of rules/offensive-language/rule.md do not show: severities, options,
// disguises, languages, and what hostile input costs.
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "linter/lint/ruleset.h"
#include "linter/post/read_posts.h"
#include "linter/post/segment_post.h"
#include "linter/text/source_file.h"
#include "rules/offensive-language/disguise.h"

namespace soiree {
namespace {

using OptionValues = std::map<std::string, OptionValue>;

Ruleset ruleset_with(const OptionValues& options, Severity severity = Severity::warning) {
  const RuleInfo* info = find_rule_info("offensive-language");
  return Ruleset(std::vector<RuleChoice>{{info, severity, options}}, {});
}

std::vector<Finding> lint_short(const std::string& text, const OptionValues& options = {},
                                Severity severity = Severity::warning) {
  Post post;
  post.kind = PostKind::social;
  MappedText mapped;
  mapped.append_verbatim(text, 0);
  read_plain_text(mapped, post.document);
  segment_post(post, Language::unknown);
  std::vector<Finding> findings;
  lint_post(post, ruleset_with(options, severity), 0, {}, findings);
  return findings;
}

std::vector<Finding> lint_article(const std::string& text, const OptionValues& options = {}) {
  const SourceFile file("post.md", text);
  std::vector<Finding> findings;
  const Ruleset ruleset = ruleset_with(options);
  for (const Post& post : read_posts(file, {}).posts) lint_post(post, ruleset, 0, {}, findings);
  return findings;
}

/// Severity of the only finding, or how many there are.
std::string severity_of(const std::vector<Finding>& findings) {
  if (findings.size() != 1) return std::to_string(findings.size()) + " findings";
  return std::string(severity_name(findings[0].severity));
}

TEST(OffensiveLanguage, SeverityFollowsTheWorstPlace) {
  EXPECT_EQ(severity_of(lint_short("fuck it, what a fucking day")), "note");
  EXPECT_EQ(severity_of(lint_short("the fucking oven and that asshole of a baker")), "warning");
  EXPECT_EQ(severity_of(lint_short("they called us wetbacks and we baked on")), "error");
}

TEST(OffensiveLanguage, SeverityMovesWithTheConfiguredOne) {
  EXPECT_EQ(severity_of(lint_short("fuck it, what a fucking day", {}, Severity::error)), "warning");
  EXPECT_EQ(severity_of(lint_short("what an asshole", {}, Severity::note)), "note");
  EXPECT_EQ(severity_of(lint_short("these wetbacks again", {}, Severity::note)), "warning");
}

TEST(OffensiveLanguage, AllowsWhatTheConfigurationAllows) {
  const OptionValues options = {{"allow", std::vector<std::string>{"Bitches", "crook"}}};
  EXPECT_EQ(severity_of(lint_short("my bitches brought cake")), "warning");
  EXPECT_EQ(severity_of(lint_short("my bitches brought cake", options)), "0 findings");
  EXPECT_EQ(severity_of(lint_short("she is a crook", options)), "0 findings");
}

TEST(OffensiveLanguage, ToleranceIsForArticles) {
  const std::string text = "We baked all night and the oven was as hot as hell. What an asshole.\n";
  EXPECT_EQ(severity_of(lint_article(text)), "0 findings");
  EXPECT_EQ(severity_of(lint_article(text, {{"tolerance", 0.0}})), "warning");
}

TEST(OffensiveLanguage, SeesThroughDisguises) {
  for (const char* text :
       {"you b1tch", "what a b*tch", "BIIIITCH please", "a $lut", "f***ing", "f***"}) {
    EXPECT_EQ(find_disguised_words(text).size(), 1U) << text;
  }
  for (const char* text : {"f*", "****", "s3cret", "b4 lunch", "5 * 3 * 2", "a_b*c", "sooo good!!!",
                           "http://f*ck.example", "user@example.org"}) {
    EXPECT_TRUE(find_disguised_words(text).empty()) << text;
  }
}

TEST(OffensiveLanguage, AWordOfOneLanguageIsNoneOfAnother) {
  EXPECT_EQ(
      severity_of(lint_article("Le pain de la semaine est prêt, et la bite d’amarrage du port "
                               "est rouge, la bite d’amarrage du quai est bleue, la bite du "
                               "nord est verte.\n",
                               {{"tolerance", 2.0}})),
      "0 findings");
  EXPECT_EQ(severity_of(lint_short("bite into this bread, then bite again")), "0 findings");
  EXPECT_EQ(severity_of(lint_short("La niña juega con la pelota y el perro en el parque, y mi tío "
                                   "compra fag y tit y cum en la tienda de la esquina")),
            "0 findings");
}

TEST(OffensiveLanguage, MentionIsNoUse) {
  EXPECT_EQ(severity_of(lint_short("Why the word bitch divides kennel clubs")), "0 findings");
  EXPECT_EQ(severity_of(lint_short("“Bitch” is a word of kennel clubs")), "0 findings");
  EXPECT_EQ(severity_of(lint_short("RT @somebody she is a bitch")), "0 findings");
  EXPECT_EQ(severity_of(lint_short("He is not an idiot")), "0 findings");
  EXPECT_EQ(severity_of(lint_short("If she is a liar, so am I")), "0 findings");
}

// Who tells what was said to her is no offender.
TEST(OffensiveLanguage, ReportedAndOwnWordsAreSpared) {
  EXPECT_EQ(severity_of(lint_short("Was called a slut and a whore for wearing shorts")),
            "0 findings");
  EXPECT_EQ(severity_of(lint_short("Am I a dickhead? Probably yes")), "0 findings");
  EXPECT_EQ(severity_of(lint_short("I was an asshole about the flour")), "0 findings");
  EXPECT_EQ(severity_of(lint_short("I am going home bitch")), "warning");
  EXPECT_EQ(severity_of(lint_short("You are an asshole about the flour")), "warning");
}

TEST(OffensiveLanguage, IsLinearOnHostileInput) {
  std::string text;
  for (int i = 0; i < 40000; ++i) text += "you are such a total utter complete ";
  text += "\n\nfuck*fuck*";
  for (int i = 0; i < 40000; ++i) text += "*f";
  lint_article(text);
  lint_short(text);
  std::string dogs;
  for (int i = 0; i < 60000; ++i) dogs += "The bitch. ";
  EXPECT_EQ(severity_of(lint_article(dogs + "Six puppies.")), "0 findings");
  EXPECT_NE(severity_of(lint_article(dogs)), "0 findings");
}

}  // namespace
}  // namespace soiree
