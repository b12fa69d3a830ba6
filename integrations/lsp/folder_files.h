#ifndef SOIREE_LSP_FOLDER_FILES_H_
#define SOIREE_LSP_FOLDER_FILES_H_

#include <functional>
#include <string>
#include <utility>

#include "linter/config/disk_files.h"
#include "linter/config/file_access.h"

namespace soiree {

/// Text of a file that is open in the editor, by absolute path; null when it is not.
using OpenText = std::function<const std::string*(const std::string& absolute)>;

/// The disk as seen from one folder, whatever the directory the server was started in.
class FolderFiles : public FileAccess {
 public:
  /// `open_text` may be empty; else open texts lie over the files on disk.
  explicit FolderFiles(std::string folder, OpenText open_text = {})
      : folder_(std::move(folder)), open_text_(std::move(open_text)) {}

  Result<std::string> read_up_to(uint64_t largest, const std::string& path) const override;
  Result<DirectoryListing> list_directory(const std::string& path) const override;
  Result<FileStatus> status(const std::string& path) const override;
  std::string current_directory() const override { return folder_; }

 private:
  const std::string* open_text(const std::string& absolute) const {
    return open_text_ ? open_text_(absolute) : nullptr;
  }

  std::string folder_;
  OpenText open_text_;
  DiskFiles disk_;
};

}  // namespace soiree

#endif  // SOIREE_LSP_FOLDER_FILES_H_
