#ifndef SOIREE_CONFIG_DISK_FILES_H_
#define SOIREE_CONFIG_DISK_FILES_H_

#include <string>

#include "linter/config/file_access.h"

namespace soiree {

/// The real file system.
class DiskFiles : public FileAccess {
 public:
  Result<std::string> read_up_to(uint64_t largest, const std::string& path) const override;
  Result<DirectoryListing> list_directory(const std::string& path) const override;
  Result<FileStatus> status(const std::string& path) const override;
  std::string current_directory() const override;
};

}  // namespace soiree

#endif  // SOIREE_CONFIG_DISK_FILES_H_
