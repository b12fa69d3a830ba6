// What a rule gets for an option: what the configuration says, else what the rule's page declares.
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "linter/lint/rule.h"
#include "tests/support/sample_rules.h"

namespace soiree {
namespace {

using Words = std::vector<std::string>;

TEST(RuleOptions, PageDeclaresTheDefaults) {
  const std::map<std::string, OptionValue> nothing;
  const RuleOptions options(sample_rules()[2], nothing);
  EXPECT_DOUBLE_EQ(options.number("max-share"), 0.5);
  EXPECT_EQ(options.integer("min-words"), 40);
  EXPECT_DOUBLE_EQ(options.number("weight"), 1.5);
  EXPECT_EQ(options.words("extra-words"), (Words{"me", "my own"}));
  EXPECT_TRUE(options.boolean("titles"));
}

TEST(RuleOptions, ConfigurationWins) {
  const std::map<std::string, OptionValue> values = {{"max-share", 0.7},
                                                     {"min-words", int64_t{7}},
                                                     {"weight", int64_t{2}},
                                                     {"extra-words", Words{}},
                                                     {"titles", false}};
  const RuleOptions options(sample_rules()[2], values);
  EXPECT_DOUBLE_EQ(options.number("max-share"), 0.7);
  EXPECT_EQ(options.integer("min-words"), 7);
  EXPECT_DOUBLE_EQ(options.number("weight"), 2) << "`weight: 2` is a number without its point";
  EXPECT_TRUE(options.words("extra-words").empty()) << "an empty list takes the default away";
  EXPECT_FALSE(options.boolean("titles"));
}

}  // namespace
}  // namespace soiree
