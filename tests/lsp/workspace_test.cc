#include "integrations/lsp/workspace.h"

#include <gtest/gtest.h>

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <string>

#include "tests/support/temporary_directory.h"

namespace soiree {
namespace {

std::string loaf(int day) {
  return "---\ntitle: A loaf\ndate: 2024-03-0" + std::to_string(day) +
         "\n---\n\nRye needs a long night before it tastes of anything. I leave the dough by the "
         "window, where the boards stay cool, and in the morning the crust has a skin that "
         "crackles under the knife. My neighbour bakes hers in an iron pot with the lid on.\n";
}

/// A post that repeats another is open; `where` is the directory of both.
class WorkspaceFeeds : public testing::TestWithParam<const char*> {
 protected:
  WorkspaceFeeds() : workspace_([this] { tell_scanned(); }) {
    folder_.write(first(), loaf(1));
    folder_.write(second(), loaf(2));
    workspace_.add_folder(folder_.path());
    EditorText document;
    document.path = folder_.path(second());
    document.text = loaf(2);
    workspace_.open(std::move(document));
  }

  std::string first() const { return std::string(GetParam()) + "first.md"; }
  std::string second() const { return std::string(GetParam()) + "second.md"; }
  bool told(const std::string& name, bool made = false) {
    return workspace_.file_changed(folder_.path(name), made);
  }
  /// Until a section or file has been read once more; what was read is not taken.
  void wait_for_scan() {
    std::unique_lock lock(mutex_);
    scanned_.wait(lock, [this] { return scans_ > seen_; });
    ++seen_;
  }
  /// The number of findings in the open post when nothing is left to read.
  size_t findings() {
    do {
      workspace_.update([](const OpenDocument&) { return false; }, [](OpenDocument&) {});
    } while (workspace_.scanning());
    return workspace_.find(folder_.path(second()))->findings.size();
  }

  TemporaryDirectory folder_;

 private:
  void tell_scanned() {
    const std::lock_guard lock(mutex_);
    ++scans_;
    scanned_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable scanned_;
  int scans_ = 0;
  int seen_ = 0;

 protected:
  Workspace workspace_;  // its scanner's thread uses the above
};

TEST_P(WorkspaceFeeds, FollowWhatChangesOnDisk) {
  ASSERT_EQ(findings(), 1U);
  folder_.write(first(), "---\ndate: 2024-03-01\n---\n\nSomething else altogether.\n");
  told(first());
  EXPECT_EQ(findings(), 0U);
  folder_.write(first(), loaf(1));
  told(first());
  EXPECT_EQ(findings(), 1U);
  std::filesystem::remove(folder_.path(first()));
  told(first());
  EXPECT_EQ(findings(), 0U);
  folder_.write(first(), loaf(1));
  told(first(), true);
  EXPECT_EQ(findings(), 1U);
}

// What was read before the change has not been taken yet, or is still being read.
TEST_P(WorkspaceFeeds, FollowWhatChangesWhileTheyAreRead) {
  wait_for_scan();
  folder_.write(first(), "---\ndate: 2024-03-01\n---\n\nSomething else altogether.\n");
  told(first());
  EXPECT_EQ(findings(), 0U);
  workspace_.reload();
  folder_.write(first(), loaf(1));
  told(first());
  EXPECT_EQ(findings(), 1U);
}

TEST_P(WorkspaceFeeds, LeaveIgnoredFilesOutWhenTheseChange) {
  folder_.write(".soiree.yaml", "ignore: ['**/first.md']\n");
  workspace_.reload();
  EXPECT_EQ(findings(), 0U);
  folder_.write(first(), loaf(1));
  for (const bool made : {false, true}) {
    told(first(), made);
    EXPECT_EQ(findings(), 0U) << made;
  }
}

INSTANTIATE_TEST_SUITE_P(Directories, WorkspaceFeeds, testing::Values("", "posts/"));

}  // namespace
}  // namespace soiree
