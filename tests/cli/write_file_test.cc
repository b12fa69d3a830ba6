// Files are replaced whole, in directories where others may write, too.
#include "linter/cli/write_file.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "tests/support/corpus_files.h"
#include "tests/support/temporary_directory.h"

namespace soiree {
namespace {

namespace fs = std::filesystem;

class WriteFile : public testing::Test {
 protected:
  size_t names() const {
    return static_cast<size_t>(std::distance(fs::directory_iterator(site_.path()), {}));
  }
  mode_t mode(const std::string& name) const {
    struct stat status = {};
    EXPECT_EQ(stat(site_.path(name).c_str(), &status), 0);
    return status.st_mode & 07777U;
  }

  TemporaryDirectory site_;
};

// In /tmp anybody can put links under the names that a program is known to use.
TEST_F(WriteFile, GoesThroughNoLinkThatSomebodyLeft) {
  site_.write("diary", "Dear diary.\n");
  fs::create_symlink("diary", site_.path(fmt::format(".soiree-{}.tmp", getpid())));
  EXPECT_TRUE(write_file(site_.path("report"), "No findings\n"));
  EXPECT_EQ(read_bytes(site_.path("diary")), "Dear diary.\n");
  EXPECT_EQ(read_bytes(site_.path("report")), "No findings\n");
  EXPECT_FALSE(fs::is_symlink(site_.path("report")));
}

TEST_F(WriteFile, ANewFileHasTheModeThatTheUserWants) {
  const mode_t before = umask(027);
  EXPECT_TRUE(write_file(site_.path("report"), "No findings\n"));
  EXPECT_EQ(umask(before), mode_t{027}) << "and the next one, too";
  EXPECT_EQ(mode("report"), mode_t{0640});
  EXPECT_EQ(names(), 1U);
}

TEST_F(WriteFile, AFileThatIsThereKeepsItsMode) {
  site_.write("post.md", "Is this the the one?\n");
  ASSERT_EQ(chmod(site_.path("post.md").c_str(), 0600), 0);
  EXPECT_TRUE(write_file(site_.path("post.md"), "Is this the one?\n"));
  EXPECT_EQ(mode("post.md"), mode_t{0600});
  EXPECT_EQ(read_bytes(site_.path("post.md")), "Is this the one?\n");
  EXPECT_EQ(names(), 1U);
}

// The last step may fail as well.
TEST_F(WriteFile, LeavesNothingWhereItCannotWrite) {
  EXPECT_FALSE(write_file(site_.path("nowhere/report"), "No findings\n"));
  EXPECT_FALSE(write_file(site_.path(std::string(300, 'x')), "No findings\n"));
  EXPECT_EQ(names(), 0U);
}

}  // namespace
}  // namespace soiree
