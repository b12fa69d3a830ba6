#include "integrations/lsp/folder_files.h"

#include "linter/config/paths.h"

namespace soiree {

Result<std::string> FolderFiles::read_up_to(uint64_t largest, const std::string& path) const {
  const std::string absolute = absolute_path(folder_, path);
  if (const std::string* text = open_text(absolute)) {
    if (text->size() > largest) return Error{"the file is too large", path, {}, text->size()};
    return *text;
  }
  return disk_.read_up_to(largest, absolute);
}

Result<DirectoryListing> FolderFiles::list_directory(const std::string& path) const {
  return disk_.list_directory(absolute_path(folder_, path));
}

Result<FileStatus> FolderFiles::status(const std::string& path) const {
  const std::string absolute = absolute_path(folder_, path);
  Result<FileStatus> found = disk_.status(absolute);
  const bool missing = !found || found->kind == FileKind::missing;
  if (missing && open_text(absolute) != nullptr) return FileStatus{FileKind::file, {}};
  return found;
}

}  // namespace soiree
