#ifndef SOIREE_CONFIG_DISCOVERY_H_
#define SOIREE_CONFIG_DISCOVERY_H_

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/config/file_access.h"
#include "linter/config/gitignore.h"
#include "linter/parse/content_kind.h"

namespace soiree {

/// Name of the configuration file.
inline constexpr std::string_view kConfigName = ".soiree.yaml";

/// Globs of the configuration's `ignore` and the directory they are relative to.
struct IgnoreGlobs {
  std::string directory;  ///< absolute
  PatternList patterns;
};

/// Says which `ignore` globs hold in a directory. Implemented by ConfigCache.
class IgnoreSource {
 public:
  virtual ~IgnoreSource() = default;
  /// Globs for files in this absolute directory, or null. Valid as long as the source.
  virtual const IgnoreGlobs* ignore_globs(const std::string& absolute_directory) = 0;
};

/// An argument that exists and is not linted, with the reason in words.
struct SkippedArgument {
  std::string path;
  std::string reason;
};

struct Discovery {
  std::vector<std::string> files;        ///< as findings name them; sorted bytewise, no duplicates
  std::vector<Error> errors;             ///< what could not be read; the rest is complete
  std::vector<SkippedArgument> skipped;  ///< files first, then directories
  /// Symbolic links met on the way and not followed; sorted. A link is followed only when it is an
  /// argument itself.
  std::vector<std::string> links;
  std::vector<std::string> directories;  ///< absolute: arguments that were walked
};

/// Lists the files to lint, as Ruff does with its pre-commit settings:
///  - a directory is walked: files with a known extension, without hidden files and directories,
///    `node_modules`, what git ignores (.gitignore from the repository's root down and
///    .git/info/exclude; not the user's own global file, so that every machine lints the same) and
///    what `ignore` in the configuration names;
///  - a file or directory that is an argument itself is taken even when git ignores it or its name
///    is hidden, but not when `ignore` names it or a directory above it: a pre-commit hook passes
///    every changed file by name.
/// Outside a git repository .gitignore files mean nothing, as for git. `ignore` may be null.
Discovery discover(std::span<const std::string> arguments, const FileAccess& files,
                   IgnoreSource* ignore);

/// Why `discover` would skip a file that is an argument; nothing when it would take it. The file
/// need not exist: an editor has text that was never saved.
std::optional<SkippedArgument> skipped_file(const std::string& path, const FileAccess& files,
                                            IgnoreSource* ignore);

}  // namespace soiree

#endif  // SOIREE_CONFIG_DISCOVERY_H_
