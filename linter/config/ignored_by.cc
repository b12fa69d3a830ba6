#include "linter/config/ignored_by.h"

#include <algorithm>
#include <string_view>

#include "linter/config/git_rules.h"
#include "linter/config/paths.h"

namespace soiree {
namespace {

/// The glob that decides about this very path, when it ignores it. A directory that holds the
/// configuration is never ignored by it.
const Setting<std::string>* glob_against(const Config& config, std::string_view path,
                                         bool is_directory) {
  if (is_below(path, config.directory)) return nullptr;
  const PathPattern* pattern =
      config.ignore_globs.patterns.deciding(path_below(config.directory, path), is_directory);
  if (pattern == nullptr || pattern->negated) return nullptr;
  return &config.ignore[pattern->line];
}

}  // namespace

const Setting<std::string>* ignored_by(const std::string& absolute, bool is_directory,
                                       const FileAccess& files, ConfigCache& configs) {
  // As a walk from the repository's root (or the file system's) meets the directories.
  const std::string root = repository_root(files, parent_directory(absolute));
  size_t end = root.empty() || root == "/" ? 0 : root.size();
  while (end < absolute.size()) {
    const std::string above = end == 0 ? "/" : absolute.substr(0, end);
    end = std::min(absolute.find('/', end + 1), absolute.size());
    const bool last = end == absolute.size();
    const Config& config = configs.config_in(above);
    const std::string_view path = std::string_view(absolute).substr(0, end);
    if (const auto* glob = glob_against(config, path, !last || is_directory)) return glob;
  }
  return nullptr;
}

}  // namespace soiree
