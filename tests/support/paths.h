#ifndef SOIREE_TESTS_SUPPORT_PATHS_H_
#define SOIREE_TESTS_SUPPORT_PATHS_H_

#include <filesystem>
#include <optional>
#include <system_error>

namespace soiree {

/// Root of the source tree. The build defines SOIREE_SOURCE_DIR; without it the root is found from
/// the path of this header.
inline std::filesystem::path source_dir() {
#ifdef SOIREE_SOURCE_DIR
  return SOIREE_SOURCE_DIR;
#else
  return std::filesystem::absolute(__FILE__).parent_path().parent_path().parent_path();
#endif
}

/// Folder of real posts and schedules used as test data, or nothing when it is not there. Tests
/// that need it then skip.
inline std::optional<std::filesystem::path> corpus_dir() {
  std::filesystem::path dir = source_dir() / ".." / "shared" / "corpus";
  std::error_code error;
  if (!std::filesystem::is_directory(dir, error)) return std::nullopt;
  return dir;
}

}  // namespace soiree

#endif  // SOIREE_TESTS_SUPPORT_PATHS_H_
