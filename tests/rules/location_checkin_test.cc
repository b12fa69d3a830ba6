// Which words are places, beyond the examples of rules/location-checkin/rule.md: a place that is
// not known costs a finding, a word that is none a false alarm.
#include <gtest/gtest.h>

#include <string>

#include "linter/lint/ruleset.h"
#include "linter/parse/document.h"
#include "linter/post/segment_post.h"

namespace soiree {
namespace {

bool is_check_in(const std::string& text) {
  Post post;
  post.kind = PostKind::social;
  MappedText mapped;
  mapped.append_verbatim(text, 0);
  read_plain_text(mapped, post.document);
  segment_post(post, Language::unknown);
  const RuleInfo* info = find_rule_info("location-checkin");
  const Ruleset ruleset(std::vector<RuleChoice>{{info, info->severity, {}}}, {});
  std::vector<Finding> findings;
  lint_post(post, ruleset, 0, {}, findings);
  return !findings.empty();
}

TEST(LocationCheckin, KnowsPlacesHoweverTheyAreWritten) {
  for (const char* place :
       {"Berlin", "berlin", "#berlin", "#LosAngeles", "new york", "Hong Kong", "LA", "LAX", "India",
        "Springfield, OH", "Salt Lake City, UT", "the Netherlands", "Lisbon!"}) {
    EXPECT_TRUE(is_check_in(std::string("Just landed in ") + place)) << place;
  }
}

TEST(LocationCheckin, WordsThatAreNoPlaces) {
  for (const char* word : {"Chrome 117", "March", "Python", "Production", "your inbox", "stock",
                           "new colours", "the main branch", "#python", "the"}) {
    EXPECT_FALSE(is_check_in(std::string("Just landed in ") + word)) << word;
  }
}

}  // namespace
}  // namespace soiree
