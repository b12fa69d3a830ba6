#ifndef SOIREE_CONFIG_FILE_ACCESS_H_
#define SOIREE_CONFIG_FILE_ACCESS_H_

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "linter/text/result.h"

namespace soiree {

enum class FileKind : uint8_t { missing, file, directory, other };

/// Two paths with the same identity are the same file or directory, whatever they are called.
struct FileIdentity {
  uint64_t device = 0;
  uint64_t number = 0;
  friend auto operator<=>(const FileIdentity&, const FileIdentity&) = default;
};

/// What a path leads to, symbolic links followed.
struct FileStatus {
  FileKind kind = FileKind::missing;
  FileIdentity identity;
};

/// One name in a directory. `kind` is `other` for a symbolic link, whatever it leads to.
struct DirectoryEntry {
  std::string name;
  FileKind kind = FileKind::other;
  bool link = false;
};

struct DirectoryListing {
  std::vector<DirectoryEntry> entries;  ///< in no particular order, without `.` and `..`
  FileIdentity identity;
};

/// Files of this size and larger are never read, in bytes (2 GiB): spans are 32 bits wide.
inline constexpr uint64_t kFileSizeLimit = uint64_t{1} << 31;

/// The only way to the file system. The command line and the editor pass the real disk
/// (`DiskFiles`), tests a tree in memory. Implementations may be used from several threads.
class FileAccess {
 public:
  virtual ~FileAccess() = default;

  /// All bytes of a file. The Error names the path and says what to do: missing, not readable, a
  /// directory, not a regular file, too large.
  Result<std::string> read_file(const std::string& path) const {
    return read_up_to(kFileSizeLimit - 1, path);
  }
  /// The same for a file of at most `largest` bytes. Of a larger one nothing is read: the Error has
  /// its size.
  virtual Result<std::string> read_up_to(uint64_t largest, const std::string& path) const = 0;
  /// Names in a directory; the Error is as for `read_file`.
  virtual Result<DirectoryListing> list_directory(const std::string& path) const = 0;
  /// What `path` is. An Error only when that cannot be told (no permission, link loop).
  virtual Result<FileStatus> status(const std::string& path) const = 0;
  /// Absolute path that relative paths start from.
  virtual std::string current_directory() const = 0;
};

}  // namespace soiree

#endif  // SOIREE_CONFIG_FILE_ACCESS_H_
