// Where an error is said to be: the line and column that an editor jumps to.
#include "linter/cli/print_error.h"

#include <gtest/gtest.h>

#include "tests/support/memory_files.h"

namespace soiree {
namespace {

TEST(ErrorPlaces, ColumnsCountCharacters) {
  MemoryFiles files;
  files.add("a.yaml", "self:\n  names: [Bäckerei, 5]\n");
  EXPECT_EQ(error_text({"no name", "a.yaml", {27, 28}}, files), "a.yaml:2:21: no name");
  EXPECT_EQ(error_text({"no name", "a.yaml", {0, 4}}, files), "a.yaml:1:1: no name");
}

TEST(ErrorPlaces, AboutAllOfAFileOrNone) {
  MemoryFiles files;
  files.add("a.yaml", "root: true\n");
  EXPECT_EQ(error_text({"too large", "a.yaml", {}}, files), "a.yaml: too large");
  EXPECT_EQ(error_text({"no posts here", ""}, files), "no posts here");
}

// Editors save while soiree runs; the message is worth more than its column.
TEST(ErrorPlaces, TheFileHasChangedMeanwhile) {
  MemoryFiles files;
  files.add("short.yaml", "a: 1\n").forbid("shut.yaml");
  EXPECT_EQ(error_text({"no name", "short.yaml", {40, 44}}, files), "short.yaml:2:1: no name");
  EXPECT_EQ(error_text({"no name", "gone.yaml", {40, 44}}, files), "gone.yaml: no name");
  EXPECT_EQ(error_text({"no name", "shut.yaml", {40, 44}}, files), "shut.yaml: no name");
}

}  // namespace
}  // namespace soiree
