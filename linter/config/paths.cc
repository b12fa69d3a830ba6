#include "linter/config/paths.h"

#include <algorithm>

namespace soiree {
namespace {

/// Calls `use` with every part of `path` that is neither empty nor ".".
template <class Use>
void each_part(std::string_view path, Use use) {
  while (!path.empty()) {
    const size_t slash = path.find('/');
    const std::string_view part = path.substr(0, slash);
    if (!part.empty() && part != ".") use(part);
    if (slash == std::string_view::npos) return;
    path.remove_prefix(slash + 1);
  }
}

void append_part(std::string& path, std::string_view part) {
  if (!path.empty() && path.back() != '/') path += '/';
  path += part;
}

}  // namespace

std::string tidy_path(std::string_view path) {
  std::string tidied = path.starts_with('/') ? "/" : "";
  each_part(path, [&](std::string_view part) { append_part(tidied, part); });
  return tidied.empty() ? "." : tidied;
}

std::string join_path(std::string_view directory, std::string_view name) {
  if (directory.empty() || directory == "." || name.starts_with('/')) return std::string(name);
  std::string joined;
  joined.reserve(directory.size() + 1 + name.size());
  joined = directory;
  append_part(joined, name);
  return joined;
}

std::string absolute_path(std::string_view directory, std::string_view path) {
  std::string absolute = "/";
  const auto add = [&](std::string_view part) {
    if (part == "..") {
      absolute.resize(std::max<size_t>(absolute.rfind('/'), 1));
    } else {
      append_part(absolute, part);
    }
  };
  if (!path.starts_with('/')) each_part(directory, add);
  each_part(path, add);
  return absolute;
}

std::string_view parent_directory(std::string_view absolute) {
  const size_t slash = absolute.rfind('/');
  return slash == 0 || slash == std::string_view::npos ? "/" : absolute.substr(0, slash);
}

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

bool is_below(std::string_view directory, std::string_view path) {
  if (directory == "/") return true;
  return path.starts_with(directory) &&
         (path.size() == directory.size() || path[directory.size()] == '/');
}

std::string_view path_below(std::string_view directory, std::string_view path) {
  if (is_below(directory, path)) path.remove_prefix(directory == "/" ? 0 : directory.size());
  if (path.starts_with('/')) path.remove_prefix(1);
  return path;
}

}  // namespace soiree
