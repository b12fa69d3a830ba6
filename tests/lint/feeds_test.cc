#include "linter/lint/feeds.h"

#include <gtest/gtest.h>

namespace soiree {
namespace {

// Programs for Windows write `.YAML`: such a schedule is as much on its own as another.
TEST(Feeds, AnExtensionInUpperCaseSaysTheSame) {
  EXPECT_EQ(social_section_of("social/one.YAML"), "social/one.YAML");
  EXPECT_EQ(social_section_of("social/one.Yml"), "social/one.Yml");
  EXPECT_EQ(social_section_of("social/one.JSON"), "social/one.JSON");
  EXPECT_EQ(social_section_of("social/2026-03.YAML"), "social");
  EXPECT_EQ(social_section_of("social/2026/one.TWEET"), "social/2026");
}

}  // namespace
}  // namespace soiree
