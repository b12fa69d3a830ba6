#include "linter/text/suggest.h"

#include <gtest/gtest.h>

#include <array>

namespace soiree {
namespace {

constexpr std::array<std::string_view, 4> kRules = {"near-duplicate", "quote-share", "self-focus",
                                                    "syntax"};

TEST(Suggest, CountsLettersAsPeopleMistypeThem) {
  EXPECT_EQ(edit_distance("self-focus", "self-focus"), 0U);
  EXPECT_EQ(edit_distance("Self_Focus", "self-focus"), 0U);
  EXPECT_EQ(edit_distance("slef-focus", "self-focus"), 1U);
  EXPECT_EQ(edit_distance("ab", "ba"), 1U);
  EXPECT_EQ(edit_distance("", "abc"), 3U);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
  EXPECT_LE(edit_distance(std::string(100000, 'a'), "b"), 64U);
}

// A wrong suggestion sends the reader off in a wrong direction: none is better then.
TEST(Suggest, SuggestsOnlyWhatIsNear) {
  EXPECT_EQ(closest_word("self-focsu", kRules), "self-focus");
  EXPECT_EQ(closest_word("near-duplicates", kRules), "near-duplicate");
  EXPECT_EQ(closest_word("sintax", kRules), "syntax");
  EXPECT_EQ(closest_word("line-length", kRules), std::nullopt);
  EXPECT_EQ(closest_word("", kRules), std::nullopt);
  EXPECT_EQ(did_you_mean("sintax", kRules), "; did you mean `syntax`?");
  EXPECT_EQ(did_you_mean("x", std::span(kRules).last(2)), "; known here: `self-focus`, `syntax`");
}

}  // namespace
}  // namespace soiree
