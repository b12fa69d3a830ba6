#ifndef SOIREE_CONFIG_JOB_MAKER_H_
#define SOIREE_CONFIG_JOB_MAKER_H_

#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/config/config_cache.h"
#include "linter/lint/engine.h"
#include "linter/parse/schedule.h"

namespace soiree {

/// One file for the engine and the configuration it comes from.
struct ConfiguredJob {
  FileJob job;
  FileConfig config;
};

/// Turns paths into jobs as their configurations ask. Owns the rulesets and schedule layouts that
/// the jobs point at. May be used from several threads.
class JobMaker {
 public:
  /// `configs` must outlive the object; `current` is the directory that relative paths start from.
  /// The rulesets hold no rules outside `scopes`: making all of them takes milliseconds.
  JobMaker(ConfigCache& configs, std::string current, RuleScopes scopes = {})
      : configs_(configs), current_(std::move(current)), scopes_(scopes) {}

  ConfiguredJob make(const std::string& path, bool checked);

 private:
  const Ruleset* ruleset_for(const FileConfig& config);
  const ScheduleMapping* mapping_for(const FileConfig& config, const std::string& absolute);

  ConfigCache& configs_;
  std::string current_;
  RuleScopes scopes_;
  std::mutex mutex_;
  std::map<const EffectiveConfig*, std::unique_ptr<Ruleset>> rulesets_;
  std::map<const ScheduleSettings*, std::unique_ptr<ScheduleMapping>> mappings_;
};

/// Directory whose posts may be in one feed with the post at `path`; `path` itself for a schedule
/// that is a feed of its own.
std::string context_directory(const std::string& path);

/// The feeds that the configurations of `files` name, with their members among those files.
/// `configs` belong to the files one by one; relative paths start from `current`.
std::vector<FeedDefinition> configured_feeds(std::span<const FileJob> files,
                                             std::span<const FileConfig> configs,
                                             std::string_view current);

}  // namespace soiree

#endif  // SOIREE_CONFIG_JOB_MAKER_H_
