#ifndef SOIREE_CONFIG_CONFIG_CACHE_H_
#define SOIREE_CONFIG_CONFIG_CACHE_H_

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "linter/config/config.h"
#include "linter/config/config_reader.h"
#include "linter/config/discovery.h"
#include "linter/config/file_access.h"

namespace soiree {

/// What holds for one file. Both pointers live as long as the cache.
struct FileConfig {
  const Config* config;
  const EffectiveConfig* effective;
};

/// Finds and reads configurations; each file is read once, each directory looked up once. For a
/// file, directories are searched upwards from its own for `.soiree.yaml`; the nearest one holds,
/// alone (`extends` brings in others). A directory with `.soiree/rules` counts as one with an empty
/// configuration. The search ends with the directory that holds `.git`. May
/// be used from several threads.
class ConfigCache : public IgnoreSource {
 public:
  /// `files` and what `rules` points at must outlive the cache.
  ConfigCache(const FileAccess& files, std::span<const RuleInfo> rules, ConfigOverlay overlay = {});

  /// `path` as given by the user, relative to the current directory or absolute; it need not exist.
  FileConfig config_for(std::string_view path);
  /// The configuration for files in an absolute, tidied directory.
  const Config& config_in(const std::string& directory);
  const IgnoreGlobs* ignore_globs(const std::string& absolute_directory) override;

  /// The directory whose configuration brings a file in by `extends`, whether it can be read or
  /// not, or finds it misnamed; none when no configuration read so far does. `path` is absolute.
  std::optional<std::string> directory_concerned(const std::string& path) const;

  /// Everything that was wrong in the configurations read so far and on the command line, sorted by
  /// file and place. What was right is in force.
  std::vector<Error> errors() const;

 private:
  struct Resolved {
    Config config;
    std::vector<RuleInfo> rules;  ///< built-in and custom, sorted by id
    std::map<std::vector<bool>, std::unique_ptr<EffectiveConfig>> effective;
  };
  /// A file of `.soiree/rules`.
  struct CustomFile {
    std::shared_ptr<const CustomRule> rule;  ///< null when it has mistakes
    std::vector<std::string> names;          ///< what it is called then
  };
  struct Visit {
    std::vector<std::string> chain;  ///< absolute paths of the files being extended
    size_t files = 0;
  };

  void check_rule_names(const std::vector<std::string>& names, std::string_view option);
  Resolved& find(const std::string& directory);
  Resolved* look_in(const std::string& directory);
  Resolved& know_rules_in(const std::string& folder);
  bool exists(const std::string& path) const;
  std::string shown(const std::string& absolute) const;
  Resolved& load(const std::string& absolute, const std::string& directory);
  void gather_rules(const std::string& absolute, const std::string& text, Visit& visit,
                    Config& config);
  void add_rules(const std::string& directory, Config& config);
  void add_rule(const std::string& path, Config& config);
  std::vector<std::string> names_in(const std::string& directory);
  void add_file(const std::string& absolute, const std::string& text, Visit& visit,
                Resolved& loaded);
  void extend(const std::string& absolute, const Setting<std::string>& target, Visit& visit,
              Resolved& loaded);

  const FileAccess& files_;
  std::span<const RuleInfo> rules_;
  ConfigOverlay overlay_;
  std::string current_;
  mutable std::mutex mutex_;
  std::vector<Error> errors_;
  std::set<std::string> read_;  ///< files whose own mistakes are in `errors_` already
  std::map<std::string, std::string> concerned_;    ///< see directory_concerned
  std::map<std::string, CustomFile> custom_files_;  ///< by absolute path
  std::unordered_map<std::string, Resolved*> by_directory_;
  std::vector<std::unique_ptr<Resolved>> resolved_;
  Resolved* fixed_ = nullptr;  ///< with --config
  Resolved* none_ = nullptr;   ///< where there is no configuration
};

}  // namespace soiree

#endif  // SOIREE_CONFIG_CONFIG_CACHE_H_
