#ifndef SOIREE_CONFIG_CONFIG_H_
#define SOIREE_CONFIG_CONFIG_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/config/discovery.h"
#include "linter/config/gitignore.h"
#include "linter/lint/custom_rule.h"
#include "linter/lint/feed_kind.h"
#include "linter/lint/rule_info.h"
#include "linter/text/span.h"

namespace soiree {

/// Where a value was set. `line` is 1-based and 0 for a value that no file sets; then `file` is ""
/// for a default and the option's name (`--select`) for the command line.
struct Origin {
  std::string file;
  SourceSpan place;
  uint32_t line = 0;
};

template <class T>
struct Setting {
  T value{};
  Origin origin;
};

enum class Level : uint8_t { off, note, warning, error };
Level level_of(Severity severity);

struct OptionSetting {
  std::string name;
  OptionValue value;
  Origin origin;
};

/// What one entry of `rules` sets; the rest comes from elsewhere.
struct RuleSettings {
  std::string rule;
  std::optional<Setting<Level>> level;
  std::vector<OptionSetting> options;
};

using Words = std::vector<Setting<std::string>>;

/// `self`: who the author is. A list that is given replaces the one before it.
struct SelfSettings {
  std::optional<Words> names;
  std::optional<Words> handles;  ///< without `@`
  std::optional<Words> domains;  ///< lower case, without scheme and `www.`
};

/// What can be set for all files and again for some.
struct Layer {
  std::optional<Setting<bool>> preview;  ///< rules.preview: rules in preview are on
  std::vector<RuleSettings> rules;
  SelfSettings self;
  std::optional<Setting<std::string>> language;
  std::optional<Setting<uint64_t>> largest_file;
};

/// Globs as written and as compiled.
struct FileGlobs {
  Words written;
  PatternList patterns;
};

struct Override {
  FileGlobs files;
  Layer settings;
  Origin origin;
};

struct FeedSettings {
  std::string name;
  FileGlobs files;
  FeedKind kind = FeedKind::blog;
  std::string channel;  ///< only posts on this channel; empty for all
  Origin origin;
};

/// Names of the keys in somebody's own schedule layout; empty where the built-in detection stands.
struct ScheduleSettings {
  FileGlobs files;
  std::string posts;  ///< key of the list of posts
  std::string text;
  std::string time;
  std::string date;
  std::string clock_time;
  std::string timezone;
  std::string channel;
  std::string id;
  std::string kind;
  std::string recipient;
  Origin origin;
};

/// One resolved configuration: a file with everything it extends. Globs are relative to `directory`
/// (that of the file itself, not of an extended one), and the last entry that matches wins in
/// `overrides`, `feeds` and `schedules`.
struct Config {
  std::string file;                   ///< as messages name it; empty when there is no file
  std::string directory;              ///< absolute
  std::vector<std::string> extended;  ///< files read besides `file`
  bool root = false;
  Words ignore;
  IgnoreGlobs ignore_globs;
  Layer settings;
  std::vector<Override> overrides;
  std::vector<FeedSettings> feeds;
  std::vector<ScheduleSettings> schedules;
  /// Rules of `.soiree/rules/`, beside this file and those it extends, sorted by id.
  std::vector<std::shared_ptr<const CustomRule>> custom_rules;
  /// What rules of `.soiree/rules/` are called that are not used: those whose files have mistakes,
  /// and all where no configuration is wanted. Who names them has done nothing wrong.
  std::vector<std::string> unused_rules;

  /// `path` is absolute and tidied.
  const ScheduleSettings* schedule_for(std::string_view path) const;
  /// The feed of posts of this file on this channel, in upper or lower case, or null.
  const FeedSettings* feed_for(std::string_view path, std::string_view channel) const;
};

struct EffectiveRule {
  const RuleInfo* info = nullptr;
  const CustomRule* custom = nullptr;  ///< null for a built-in rule
  Setting<Level> level;
  std::vector<OptionSetting> options;  ///< all options of the rule, in the order of `info`

  bool on() const { return level.value != Level::off; }
  const OptionSetting* find_option(std::string_view name) const;
};

/// What holds for one file. Files with the same overrides share one object, so its address can key
/// what is built from it.
struct EffectiveConfig {
  std::vector<EffectiveRule> rules;  ///< all rules, on and off, in the order of the rule table
  Words self_names;
  Words self_handles;
  Words self_domains;
  Setting<std::string> language;   ///< tag such as "en"; empty: guessed for each post
  Setting<uint64_t> largest_file;  ///< in bytes; a larger file is not read

  const EffectiveRule* find_rule(std::string_view id) const;
};

/// Command line options that change the configuration.
struct ConfigOverlay {
  std::vector<std::string> select;  ///< only these rules run; empty: those that are configured
  std::vector<std::string> ignore;  ///< these do not
  std::string file;                 ///< this configuration for all files; globs start at the
                                    ///< current directory
  bool no_config = false;           ///< read no configuration
};

}  // namespace soiree

#endif  // SOIREE_CONFIG_CONFIG_H_
