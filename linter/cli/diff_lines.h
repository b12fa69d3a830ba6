#ifndef SOIREE_CLI_DIFF_LINES_H_
#define SOIREE_CLI_DIFF_LINES_H_

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace soiree {

/// Lines (1-based, both included) of the new side of a diff.
struct DiffLines {
  uint32_t first = 0;
  uint32_t last = 0;
  /// The lines were neighbours of what has been taken out between them, and are themselves the
  /// same.
  bool gap = false;
};

/// Changed lines by path from the repository's root. A file that was renamed and otherwise left
/// alone has no entry.
using DiffFiles = std::map<std::string, std::vector<DiffLines>, std::less<>>;

/// Reads what `git diff --unified=0 --src-prefix=a/ --dst-prefix=b/` prints. In a
/// diff with context the lines around a change count as changed.
DiffFiles read_diff(std::string_view diff);

/// True when the lines `first` to `last` hold a changed one, or both neighbours of a gap.
bool touches(const std::vector<DiffLines>& changes, uint32_t first, uint32_t last);

}  // namespace soiree

#endif  // SOIREE_CLI_DIFF_LINES_H_
