#include "linter/cli/write_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>

namespace soiree {
namespace {

/// Writes to what is no regular file (a device, a pipe): it cannot be replaced.
bool write_through(const std::string& path, std::string_view text) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) return false;
  const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  return std::fclose(file) == 0 && written;
}

}  // namespace

bool write_file(const std::string& name, std::string_view text) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(name, error);
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) {
    return write_through(name, text);
  }
  const std::filesystem::path real = std::filesystem::canonical(name, error);
  const std::string path = error ? name : real.string();
  // Not made of the file's name, which may be as long as names can be; and hidden, since servers of
  // static sites watch for new posts.
  const std::string temporary =
      std::filesystem::path(path).replace_filename(fmt::format(".soiree-{}.tmp", getpid()));
  std::FILE* file = std::fopen(temporary.c_str(), "wb");
  if (file == nullptr) return false;
  const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  struct stat before = {};
  if (stat(path.c_str(), &before) == 0) {
    // Root fixes other people's files, too. The owner comes first: it takes some permissions away.
    // Others may not give files away, and keep what they can.
    [[maybe_unused]] const int kept = fchown(fileno(file), before.st_uid, before.st_gid);
  }
  const bool closed = std::fclose(file) == 0;
  if (std::filesystem::exists(status)) {
    std::filesystem::permissions(temporary, status.permissions(), error);
  }
  if (written && closed && std::rename(temporary.c_str(), path.c_str()) == 0) return true;
  std::remove(temporary.c_str());
  return false;
}

bool append_to_file(const std::string& name, std::string_view text) {
  const int file = open(name.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
  if (file < 0) return false;
  bool written = true;
  while (written && !text.empty()) {
    const ssize_t size = write(file, text.data(), text.size());
    if (size < 0 && errno == EINTR) continue;
    written = size >= 0;
    if (written) text.remove_prefix(static_cast<size_t>(size));
  }
  return close(file) == 0 && written;
}

}  // namespace soiree
