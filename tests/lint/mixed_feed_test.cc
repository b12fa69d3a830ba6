#include "linter/lint/mixed_feed.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace soiree {
namespace {

constexpr int64_t kMonday = 1772409600;  // 2 March 2026, 00:00 UTC

Ruleset flooding(Severity severity, const std::map<std::string, OptionValue>& options = {}) {
  return {std::vector<RuleChoice>{{find_rule_info("flooding"), severity, options}}, RuleContext{}};
}

/// Posts in turn from one file per ruleset, so many at once that they flood.
struct Account {
  std::vector<Facts> facts;
  Feed feed{"feed", FeedKind::social, {}};
  std::vector<const Ruleset*> rulesets;

  explicit Account(std::vector<const Ruleset*> by_file) : rulesets(std::move(by_file)) {
    for (uint32_t i = 0; i < 40; ++i) {
      Facts post;
      post.file = i % static_cast<uint32_t>(rulesets.size());
      post.kind = PostKind::social;
      post.has_moment = true;
      post.moment = {kMonday + 300 * int64_t{i}, 0, true, true};
      post.place = post.anchor = {10 * i, 10 * i + 10};
      facts.push_back(std::move(post));
    }
    for (const Facts& post : facts) feed.posts.push_back(&post);
  }
  std::vector<Finding> lint() {
    std::vector<Finding> findings;
    lint_mixed_feed(feed, facts, rulesets, findings);
    return findings;
  }
};

TEST(MixedFeed, WhereTheRuleIsOffNothingIsSaid) {
  const Ruleset on = flooding(Severity::warning);
  const Ruleset off({}, RuleContext{});
  Account account({&off, &on});
  const std::vector<Finding> findings = account.lint();
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].file, 1U);
}

// `--fail-on error` would stop a commit for a post that its configuration only warns of.
TEST(MixedFeed, TheSeverityIsThatOfTheFile) {
  const Ruleset error = flooding(Severity::error);
  const Ruleset note = flooding(Severity::note);
  for (const auto& [first, second] : {std::pair(&error, &note), std::pair(&note, &error)}) {
    Account account({first, second});
    const std::vector<Finding> findings = account.lint();
    ASSERT_EQ(findings.size(), 1U) << "one flood is told once";
    EXPECT_EQ(findings[0].severity, findings[0].file == 0 ? first->feed_rules()[0].severity
                                                          : second->feed_rules()[0].severity);
    account.facts[0].checked = false;
    EXPECT_EQ(account.lint()[0].severity, second->feed_rules()[0].severity);
  }
}

TEST(MixedFeed, OptionsHoldForTheirOwnFileOnly) {
  const Ruleset usual = flooding(Severity::warning);
  const Ruleset patient = flooding(Severity::warning, {{"per-hour", int64_t{1000}}});
  Account account({&patient, &usual});
  const std::vector<Finding> findings = account.lint();
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].file, 1U);
  for (const Facts& post : account.facts) EXPECT_TRUE(post.checked) << "left as it was";
}

}  // namespace
}  // namespace soiree
