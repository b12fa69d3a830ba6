#ifndef SOIREE_TESTS_SUPPORT_MEMORY_FILES_H_
#define SOIREE_TESTS_SUPPORT_MEMORY_FILES_H_

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "linter/config/file_access.h"
#include "linter/config/paths.h"

namespace soiree {

/// A tree of files in memory. Directories exist by the files below them.
class MemoryFiles : public FileAccess {
 public:
  explicit MemoryFiles(std::string current = "/site") : current_(std::move(current)) {}

  MemoryFiles& add(std::string_view path, std::string_view bytes) {
    files_[absolute_path(current_, path)] = bytes;
    return *this;
  }
  /// Makes a file or directory that exists and cannot be read.
  MemoryFiles& forbid(std::string_view path) {
    forbidden_.insert(absolute_path(current_, path));
    return *this;
  }
  /// How often a file was read, to test caches.
  int reads(std::string_view path) const {
    const auto found = reads_.find(absolute_path(current_, path));
    return found == reads_.end() ? 0 : found->second;
  }

  Result<std::string> read_up_to(uint64_t largest, const std::string& path) const override {
    const std::string absolute = absolute_path(current_, path);
    ++reads_[absolute];
    if (forbidden_.contains(absolute)) return Error{"no permission to read this", path};
    const auto found = files_.find(absolute);
    if (found == files_.end()) return Error{"no such file or directory", path};
    const uint64_t size = found->second.size();
    if (size > largest) return Error{"too large", path, {}, size};
    return found->second;
  }

  Result<DirectoryListing> list_directory(const std::string& path) const override {
    const std::string absolute = absolute_path(current_, path);
    if (forbidden_.contains(absolute)) return Error{"no permission to read this", path};
    if (kind(absolute) != FileKind::directory) return Error{"no such directory", path};
    DirectoryListing listing;
    listing.identity = identity(absolute);
    std::set<std::string> seen;
    for (const auto& [file, bytes] : files_) {
      if (!is_below(absolute, file)) continue;
      const std::string_view below = path_below(absolute, file);
      const std::string name(below.substr(0, below.find('/')));
      if (!seen.insert(name).second) continue;
      listing.entries.push_back({name, kind(join_path(absolute, name)), false});
    }
    return listing;
  }

  Result<FileStatus> status(const std::string& path) const override {
    const std::string absolute = absolute_path(current_, path);
    return FileStatus{kind(absolute), identity(absolute)};
  }

  std::string current_directory() const override { return current_; }

 private:
  FileKind kind(const std::string& absolute) const {
    if (files_.contains(absolute)) return FileKind::file;
    if (absolute == "/") return FileKind::directory;
    const auto next = files_.lower_bound(absolute + "/");
    const bool below = next != files_.end() && next->first.starts_with(absolute + "/");
    return below ? FileKind::directory : FileKind::missing;
  }
  FileIdentity identity(const std::string& absolute) const {
    return {1, numbers_.emplace(absolute, numbers_.size() + 1).first->second};
  }

  std::string current_;
  std::map<std::string, std::string> files_;
  std::set<std::string> forbidden_;
  mutable std::map<std::string, uint64_t> numbers_;
  mutable std::map<std::string, int> reads_;
};

}  // namespace soiree

#endif  // SOIREE_TESTS_SUPPORT_MEMORY_FILES_H_
