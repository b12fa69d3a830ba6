#include "linter/cli/write_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace soiree {
namespace {

/// As many as the system follows.
constexpr int kMostLinks = 40;

/// -1: not a number.
int number_of(const std::string& digits) {
  int number = -1;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, number);
  return error == std::errc() && stop == end ? number : -1;
}

/// Writes to what is no regular file (a device, a pipe): it cannot be replaced.
bool write_through(const std::string& path, std::string_view text) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) return false;
  const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  return std::fclose(file) == 0 && written;
}

/// The number that a path of an open file leads to (/dev/stdout, /dev/fd/3, or a link to such a
/// one), or -1. Opening it again would begin anew where somebody is in the middle of a file.
int open_file_number(const std::string& name) {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::path numbers = fs::canonical("/proc/self/fd", error);
  if (error) return -1;
  fs::path path = name;
  for (int links = 0; links < kMostLinks; ++links) {
    const fs::path parent = fs::canonical(path.has_parent_path() ? path.parent_path() : ".", error);
    if (error) return -1;
    if (parent == numbers) return number_of(path.filename().string());
    const fs::path target = fs::read_symlink(path, error);
    if (error) return -1;
    path = parent / target;
  }
  return -1;
}

/// Writes all of it, however many pieces the system takes it in.
bool write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t size = write(file, text.data(), text.size());
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) return false;
    text.remove_prefix(static_cast<size_t>(size));
  }
  return true;
}

/// The mode that new files have. No other thread makes files while one is written; it would get
/// them too private for a moment.
mode_t new_file_mode() {
  const mode_t mask = umask(077);
  umask(mask);
  return 0666U & ~mask;
}

/// Gives `file` the owner and the mode of the file that it will replace; null: there was none.
bool take_attributes(int file, const struct stat* before) {
  struct stat now = {};
  if (fstat(file, &now) != 0) return false;
  mode_t mode = before == nullptr ? new_file_mode() : before->st_mode & 07777U;
  // Root fixes other people's files, too. Others may not give files away and keep what they can:
  // the group, or else no group may do more than everybody, or a stranger's might read it. The
  // owner comes first: it takes some permissions away.
  if (before != nullptr && (now.st_uid != before->st_uid || now.st_gid != before->st_gid) &&
      fchown(file, before->st_uid, before->st_gid) != 0) {
    mode &= 0777U;
    const bool same_group = fchown(file, static_cast<uid_t>(-1), before->st_gid) == 0;
    if (!same_group) mode = (mode & 0707U) | (mode & (mode << 3U) & 0070U);
  }
  // Where modes cannot be set, as on a memory card, a new file is fine without.
  return fchmod(file, mode) == 0 || before == nullptr;
}

}  // namespace

bool write_file(const std::string& name, std::string_view text) {
  if (const int number = open_file_number(name); number >= 0) return write_all(number, text);
  struct stat before = {};
  const bool exists = stat(name.c_str(), &before) == 0;
  if (exists && !S_ISREG(before.st_mode)) return write_through(name, text);
  std::error_code error;
  const std::filesystem::path real = std::filesystem::canonical(name, error);
  const std::string path = error ? name : real.string();
  // Not made of the file's name, which may be as long as names can be; hidden, since servers of
  // static sites watch for new posts; and a name nobody can foresee and put a link under.
  std::string temporary = std::filesystem::path(path).replace_filename(".soiree-XXXXXX");
  const int file = mkostemp(temporary.data(), O_CLOEXEC);  // for nobody else to read
  if (file < 0) return false;
  // The text must be on the disk before its name is: a crash in between would leave an empty post.
  const bool written = write_all(file, text) && take_attributes(file, exists ? &before : nullptr) &&
                       fsync(file) == 0;
  const bool closed = close(file) == 0;
  if (written && closed && std::rename(temporary.c_str(), path.c_str()) == 0) return true;
  std::remove(temporary.c_str());
  return false;
}

bool replaced_by_writing(const std::string& name) {
  struct stat status = {};
  return open_file_number(name) < 0 && stat(name.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

bool append_to_file(const std::string& name, std::string_view text) {
  const int file = open(name.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
  if (file < 0) return false;
  const bool written = write_all(file, text);
  return close(file) == 0 && written;
}

}  // namespace soiree
