#ifndef SOIREE_CONFIG_PATHS_H_
#define SOIREE_CONFIG_PATHS_H_

#include <string>
#include <string_view>

namespace soiree {

/// A path as findings show it: as the user gave it, without `.` parts and doubled or trailing
/// slashes. `..` stays, since what it leads to depends on symbolic links. "" and "./" become ".".
std::string tidy_path(std::string_view path);

/// `directory`/`name`; just `name` when the directory is "." or empty or `name` is absolute.
std::string join_path(std::string_view directory, std::string_view name);

/// Tidied absolute path; `..` removes the part before it. `directory` must be absolute.
std::string absolute_path(std::string_view directory, std::string_view path);

/// Directory that holds an absolute path; "/" for "/".
std::string_view parent_directory(std::string_view absolute);

/// Last part of a path.
std::string_view file_name(std::string_view path);

/// The part of `path` below `directory` (both absolute and tidied), "" when they are the same. A
/// path that is not below `directory` is returned without its leading slash.
std::string_view path_below(std::string_view directory, std::string_view path);

/// True when `path` is `directory` or below it; both absolute and tidied.
bool is_below(std::string_view directory, std::string_view path);

}  // namespace soiree

#endif  // SOIREE_CONFIG_PATHS_H_
