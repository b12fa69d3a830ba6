#ifndef SOIREE_CONFIG_GIT_RULES_H_
#define SOIREE_CONFIG_GIT_RULES_H_

#include <string>
#include <string_view>
#include <vector>

#include "linter/config/file_access.h"
#include "linter/config/gitignore.h"

namespace soiree {

/// What git ignores on the way down a directory tree: a stack with one level for each ignore file.
class GitRules {
 public:
  GitRules(const FileAccess& files, std::vector<Error>& errors) : files_(files), errors_(errors) {}

  /// Starts at an absolute directory: reads the ignore files of the repository that holds it, from
  /// its root down to, and without, the directory itself.
  void start_at(const std::string& directory);
  /// Enters a directory whose listing is known and returns a mark for `leave`. A directory with a
  /// `.git` of its own is another repository: rules from above end there.
  struct Mark {
    size_t levels;
    size_t first;  ///< npos outside any repository
  };
  Mark enter(const std::string& directory, const std::vector<DirectoryEntry>& entries);
  void leave(Mark mark);

  /// True when git ignores this absolute path in the directory entered last.
  bool ignored(std::string_view path, bool is_directory) const;

 private:
  struct Level {
    size_t base;  ///< bytes of the absolute directory and its slash
    PatternList patterns;
  };

  void enter_repository(const std::string& directory);
  void read_ignore_file(const std::string& directory, const std::string& path);

  const FileAccess& files_;
  std::vector<Error>& errors_;
  std::vector<Level> levels_;
  size_t first_ = 0;  ///< levels before this one belong to an outer repository
  bool in_repository_ = false;
};

/// The nearest directory at or above an absolute directory that holds `.git`; "" when there is
/// none.
std::string repository_root(const FileAccess& files, std::string_view directory);

}  // namespace soiree

#endif  // SOIREE_CONFIG_GIT_RULES_H_
