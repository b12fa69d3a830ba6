#ifndef SOIREE_LSP_BOUNDED_FILES_H_
#define SOIREE_LSP_BOUNDED_FILES_H_

#include <atomic>
#include <functional>
#include <string>
#include <utility>

#include "linter/config/file_access.h"

namespace soiree {

/// Most directories looked into and files read at a time. Blogs stay far below; a home directory
/// that was opened by mistake does not.
inline constexpr size_t kMostDirectories = 20000;
inline constexpr size_t kMostFiles = 20000;

/// Files that seem to end when the limit of directories is reached or `stop` says so.
class BoundedFiles : public FileAccess {
 public:
  BoundedFiles(const FileAccess& files, std::function<bool()> stop)
      : files_(files), stop_(std::move(stop)) {}

  Result<std::string> read_up_to(uint64_t largest, const std::string& path) const override {
    return files_.read_up_to(largest, path);
  }
  Result<DirectoryListing> list_directory(const std::string& path) const override {
    if (++directories_ > kMostDirectories || stop_()) return Error{"there is more", path};
    return files_.list_directory(path);
  }
  Result<FileStatus> status(const std::string& path) const override { return files_.status(path); }
  std::string current_directory() const override { return files_.current_directory(); }

 private:
  const FileAccess& files_;
  std::function<bool()> stop_;
  mutable std::atomic<size_t> directories_{0};
};

}  // namespace soiree

#endif  // SOIREE_LSP_BOUNDED_FILES_H_
