#include "rules/near-duplicate/posts_by_hash.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <random>
#include <vector>

namespace soiree {
namespace {

/// Says what a map of lists would say, whatever hashes come, those that are alike in their low or
/// high bits included.
TEST(PostsByHash, RemembersTheFirstPostsOfEachHashInOrder) {
  std::mt19937 random(7);
  for (const uint64_t step : {uint64_t{1}, uint64_t{1} << 20, uint64_t{1} << 40}) {
    constexpr uint32_t kPosts = 500;
    constexpr uint32_t kKept = 3;
    PostsByHash<uint64_t> posts(kPosts, kKept);
    std::map<uint64_t, std::vector<uint32_t>> expected;
    for (uint32_t post = 0; post < kPosts; ++post) {
      const uint64_t hash = (random() % 200) * step;  // 0 is one of them
      const bool stop = random() % 4 == 0;
      std::vector<uint32_t> seen;
      const bool went_on = posts.visit_and_add(hash, post, [&](uint32_t earlier) {
        seen.push_back(earlier);
        return !stop;
      });
      std::vector<uint32_t>& known = expected[hash];
      const bool stopped = stop && !known.empty();
      EXPECT_EQ(went_on, !stopped);
      EXPECT_EQ(seen, stopped ? std::vector<uint32_t>{known.front()} : known);
      if (!stopped && known.size() < kKept) known.push_back(post);
    }
  }
}

TEST(PostsByHash, ATableForNothingIsFine) {
  PostsByHash<uint32_t> posts(0, 8);
  PostsByHash<uint32_t> one(1, 8);
  EXPECT_TRUE(one.visit_and_add(5, 0, [](uint32_t) { return false; }));
  EXPECT_FALSE(one.visit_and_add(5, 1, [](uint32_t) { return false; }));
  EXPECT_TRUE(one.visit_and_add(6, 1, [](uint32_t) { return false; }));
}

}  // namespace
}  // namespace soiree
