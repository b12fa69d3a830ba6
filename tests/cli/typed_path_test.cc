#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <utility>

#include "tests/support/run_program.h"
#include "tests/support/temporary_directory.h"

namespace soiree {
namespace {

std::string summary(const std::string& path, const std::filesystem::path& from) {
  return run_shell("'" SOIREE_BINARY "' check --no-config --no-context " + path, from).output;
}

// A hook passes paths from the root, a person types them where she is: both must be told the same.
TEST(TypedPath, DoesNotDecideWhetherAFileHoldsPosts) {
  const TemporaryDirectory directory;
  const std::filesystem::path root = directory.path();
  directory.write(
      "tweet-bot/config.json",
      R"({"prompts": ["Write a friendly tweet", "Write a short one"], "hashtags": ["rye bread"]})");
  directory.write("social/plan.json", R"([{"content": "Who wants rye today", "id": "rye"}])");
  for (const auto& [path, from] :
       {std::pair("tweet-bot/config.json", ""), std::pair("config.json", "tweet-bot"),
        std::pair("../tweet-bot/config.json", "tweet-bot")}) {
    EXPECT_EQ(summary(path, root / from), "No findings in 0 posts (1 file)\n") << path;
  }
  for (const auto& [path, from] :
       {std::pair("social/plan.json", ""), std::pair("plan.json", "social"),
        std::pair("../social/plan.json", "social")}) {
    EXPECT_EQ(summary(path, root / from), "No findings in 1 post (1 file)\n") << path;
  }
}

}  // namespace
}  // namespace soiree
