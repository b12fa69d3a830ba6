#ifndef SOIREE_CLI_GIT_CHANGES_H_
#define SOIREE_CLI_GIT_CHANGES_H_

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "linter/cli/diff_lines.h"
#include "linter/output/report_view.h"
#include "linter/text/result.h"

namespace soiree {

/// What the files of a git work tree have that an older revision has not.
class GitChanges {
 public:
  /// Asks git. `revision` names one commit, or ends in `...` for what changed since HEAD left it.
  /// The Error says what to do: no git, no repository, no such revision, a shallow clone.
  static Result<GitChanges> since(const std::string& revision);

  /// True when a line of the finding's range or of one of its other places has changed; for a
  /// finding about a feed, a line of one of its posts. Files that git does not know are new. Those
  /// of a submodule are another repository's, and no change of this one.
  bool concern(const LocatedFinding& found) const;

 private:
  bool changed(const Location& place) const;
  std::string path_in_repository(std::string_view file) const;

  std::string root_;  ///< real path of the work tree
  DiffFiles files_;
  std::unordered_set<std::string> tracked_;
  std::vector<std::string> submodules_;  ///< their directories, with a slash at the end
  /// Real names of directories, by the names that findings have for them.
  mutable std::unordered_map<std::string, std::string> real_directories_;
};

}  // namespace soiree

#endif  // SOIREE_CLI_GIT_CHANGES_H_
