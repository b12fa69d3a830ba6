#ifndef SOIREE_CONFIG_GITIGNORE_H_
#define SOIREE_CONFIG_GITIGNORE_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "linter/config/glob.h"

namespace soiree {

enum class Verdict : uint8_t { none, kept, ignored };

/// One line of a .gitignore file or one glob of the configuration.
struct PathPattern {
  bool negated = false;         ///< starts with `!`
  bool directory_only = false;  ///< ends with `/`
  bool name_only = false;       ///< holds no other `/`: compared with the name, at any depth
  uint32_t line = 0;            ///< 1-based line or number of the glob
  Glob glob;
};

/// Patterns in the order they were written; the last one that matches decides. Paths are relative
/// to the directory the patterns belong to.
class PatternList {
 public:
  /// Reads a .gitignore file: comments, `\#`, `\!`, trailing blanks, CRLF and a byte order mark as
  /// git reads them.
  static PatternList from_gitignore(std::string_view text);

  /// Adds one pattern: `!`, leading and trailing `/` have their .gitignore meaning, `#` has none.
  void add(std::string_view pattern, uint32_t line);
  /// The same, with `{a,b}` alternatives. Error: too many of them, or a malformed glob.
  Result<bool> add_with_braces(std::string_view pattern, uint32_t line);

  bool empty() const { return patterns_.empty(); }
  size_t size() const { return patterns_.size(); }

  /// What the patterns say about this very path. As in git, directories above it are not looked
  /// at: who walks a tree does not enter an ignored one.
  Verdict verdict(std::string_view path, bool is_directory) const;
  /// The pattern that decides, or null.
  const PathPattern* deciding(std::string_view path, bool is_directory) const;
  /// True when the patterns choose this file, by itself or by a directory above it. Unlike in
  /// .gitignore a later `!` pattern takes a file out of a chosen directory again.
  bool selects(std::string_view file) const;

 private:
  std::vector<PathPattern> patterns_;
};

}  // namespace soiree

#endif  // SOIREE_CONFIG_GITIGNORE_H_
