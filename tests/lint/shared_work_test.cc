#include "linter/lint/shared_work.h"

#include <gtest/gtest.h>

#include <string>

namespace soiree {
namespace {

// A rule would judge a post by what another rule has measured of something else.
TEST(SharedWork, IsMadeOnceForEachType) {
  SharedWork work;
  int made = 0;
  const auto number = [&] { return ++made; };
  EXPECT_EQ(work.get<int>(number), 1);
  EXPECT_EQ(work.get<std::string>([] { return std::string("words"); }), "words");
  EXPECT_EQ(work.get<int>(number), 1);
  EXPECT_EQ(made, 1);
}

}  // namespace
}  // namespace soiree
