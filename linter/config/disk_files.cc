#include "linter/config/disk_files.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <memory>
#include <string_view>
#include <system_error>

#include "linter/text/byte_size.h"

namespace soiree {
namespace {

/// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return number_; }

 private:
  int number_;
};

Error failure(const std::string& path, int code) {
  std::string message;
  switch (code) {
    case ENOENT:
      message = "no such file or directory; check the spelling of the path";
      break;
    case ENOTDIR:
      message = "part of this path is a file and not a directory; check the path";
      break;
    case EACCES:
    case EPERM:
      message = "no permission to read this; change its permissions or leave it out";
      break;
    case ELOOP:
      message = "this symbolic link leads back to itself; remove or repair the link";
      break;
    case ENAMETOOLONG:
      message = "this path is too long for the system; start in a directory further down";
      break;
    case EMFILE:
    case ENFILE:
      message = "too many open files; raise the limit (ulimit -n) or use fewer jobs";
      break;
    case EISDIR:
      message = "this is a directory and not a file; give the path of a file";
      break;
    default:
      message = "cannot be read (" + std::generic_category().message(code) + "); check the path";
  }
  return Error{std::move(message), path};
}

Error too_large(uint64_t size, const std::string& path) {
  const std::string message = (size >= kFileSizeLimit ? "2 GiB or larger" : byte_size_text(size)) +
                              "; split the file or add it to `ignore`";
  return Error{message, path, {}, size};
}

FileKind kind_of_mode(mode_t mode) {
  if (S_ISREG(mode)) return FileKind::file;
  if (S_ISDIR(mode)) return FileKind::directory;
  return FileKind::other;
}

FileIdentity identity_of(const struct stat& status) {
  return {static_cast<uint64_t>(status.st_dev), static_cast<uint64_t>(status.st_ino)};
}

/// Reads to the end of the file, which may be longer or shorter than `expected` by now.
Result<std::string> read_all(int file, size_t expected, uint64_t largest, const std::string& path) {
  std::string bytes(expected + 1, '\0');
  size_t filled = 0;
  while (true) {
    if (filled == bytes.size()) bytes.resize(std::max<size_t>(bytes.size() * 2, 4096));
    const ssize_t got = read(file, bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return failure(path, errno);
    if (got == 0) break;
    filled += static_cast<size_t>(got);
    if (filled > largest) return too_large(filled, path);
    // There was room for more than the size the file had, and no more came.
    if (filled == expected) break;
  }
  bytes.resize(filled);
  return bytes;
}

/// Kind of a directory entry; asks the disk only where the directory itself does not say.
DirectoryEntry entry_of(int directory, const dirent& item) {
  DirectoryEntry entry{item.d_name};
  switch (item.d_type) {
    case DT_REG:
      entry.kind = FileKind::file;
      return entry;
    case DT_DIR:
      entry.kind = FileKind::directory;
      return entry;
    case DT_LNK:
      entry.link = true;
      return entry;
    case DT_UNKNOWN:
      break;
    default:
      return entry;
  }
  struct stat status = {};
  if (fstatat(directory, item.d_name, &status, AT_SYMLINK_NOFOLLOW) != 0) return entry;
  entry.link = S_ISLNK(status.st_mode);
  entry.kind = kind_of_mode(status.st_mode);
  return entry;
}

}  // namespace

Result<std::string> DiskFiles::read_up_to(uint64_t largest, const std::string& path) const {
  // Without O_NONBLOCK a named pipe would wait for a writer for ever.
  const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.get() < 0) return failure(path, errno);
  struct stat status = {};
  if (fstat(file.get(), &status) != 0) return failure(path, errno);
  if (S_ISDIR(status.st_mode)) return failure(path, EISDIR);
  if (!S_ISREG(status.st_mode)) {
    return Error{
        "this is a pipe, a socket or a device and no regular file; save its content in one", path};
  }
  const auto size = static_cast<uint64_t>(std::max<off_t>(status.st_size, 0));
  if (size > largest) return too_large(size, path);
  return read_all(file.get(), size, largest, path);
}

Result<DirectoryListing> DiskFiles::list_directory(const std::string& path) const {
  const int number =
      open(path.empty() ? "." : path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK);
  if (number < 0) return failure(path, errno);
  const std::unique_ptr<DIR, int (*)(DIR*)> directory(fdopendir(number), closedir);
  if (!directory) {
    const int code = errno;
    close(number);
    return failure(path, code);
  }
  struct stat status = {};
  if (fstat(number, &status) != 0) return failure(path, errno);
  DirectoryListing listing;
  listing.identity = identity_of(status);
  while (true) {
    errno = 0;
    const dirent* item = readdir(directory.get());
    if (item == nullptr) break;
    const std::string_view name = item->d_name;
    if (name == "." || name == "..") continue;
    listing.entries.push_back(entry_of(number, *item));
  }
  if (errno != 0) return failure(path, errno);
  return listing;
}

Result<FileStatus> DiskFiles::status(const std::string& path) const {
  struct stat status = {};
  if (stat(path.empty() ? "." : path.c_str(), &status) == 0) {
    return FileStatus{kind_of_mode(status.st_mode), identity_of(status)};
  }
  // What nobody can name by this path is not there: the configuration that deep directories could
  // have, say.
  if (errno == ENOENT || errno == ENOTDIR || errno == ENAMETOOLONG) return FileStatus{};
  return failure(path, errno);
}

std::string DiskFiles::current_directory() const {
  std::array<char, PATH_MAX> buffer;
  const char* path = getcwd(buffer.data(), buffer.size());
  return path == nullptr ? "/" : path;
}

}  // namespace soiree
