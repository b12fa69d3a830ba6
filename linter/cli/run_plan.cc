#include "linter/cli/run_plan.h"

#include <algorithm>
#include <set>
#include <unordered_set>
#include <utility>

#include "linter/cli/schedule_mapping.h"
#include "linter/config/discovery.h"
#include "linter/config/paths.h"

namespace soiree {
namespace {

Severity severity_of(Level level) {
  if (level == Level::error) return Severity::error;
  return level == Level::note ? Severity::note : Severity::warning;
}

std::vector<RuleChoice> choices_of(const EffectiveConfig& config) {
  std::vector<RuleChoice> choices;
  for (const EffectiveRule& rule : config.rules) {
    if (!rule.on()) continue;
    RuleChoice choice{rule.info, severity_of(rule.level.value), {}, rule.custom};
    for (const OptionSetting& option : rule.options) choice.options[option.name] = option.value;
    choices.push_back(std::move(choice));
  }
  return choices;
}

RuleContext context_of(const EffectiveConfig& config) {
  RuleContext context;
  for (const EffectiveRule& rule : config.rules) {
    if (rule.custom != nullptr) context.custom_rules.emplace_back(rule.info->id);
  }
  for (const Words* words : {&config.self_names, &config.self_handles, &config.self_domains}) {
    for (const Setting<std::string>& word : *words) context.self.push_back(word.value);
  }
  return context;
}

/// Directory whose posts may be in one feed with the post at `path`.
std::string context_directory(const std::string& path) {
  const std::optional<ContentKind> kind = content_kind(path);
  if (kind == ContentKind::markdown) return section_of(path);
  if (kind == ContentKind::tweet) return path.substr(0, path.rfind('/') + 1);
  return path;  // a schedule is its own feed
}

/// Files with the same key can be in one feed. `absolute_of` gives the absolute path; making it is
/// worth it only when the configuration has feeds.
template <class Absolute>
std::string section_key(const Config& config, const Absolute& absolute_of,
                        const std::string& path) {
  if (config.feeds.empty()) return context_directory(path);
  const std::string absolute = absolute_of();
  for (const FeedSettings& feed : config.feeds) {
    if (config.feed_for(absolute, feed.channel) == &feed) return "feed " + feed.name;
  }
  return context_directory(path);
}

}  // namespace

RunPlan::RunPlan(const FileAccess& files, ConfigCache& configs, const PlanOptions& options)
    : files_(files), configs_(configs), current_(files.current_directory()) {
  request_.scopes = options.scopes;
  request_.threads = options.threads;
  request_.read_file = [this, stdin_path = tidy_path(options.stdin_filepath),
                        &options](const std::string& path) -> Result<std::string> {
    if (!options.stdin_filepath.empty() && path == stdin_path) return options.stdin_text;
    return files_.read_up_to(largest_, path);
  };
  add_checked(options);
  config_errors_ = configs.errors();
  if (options.context && options.scopes.feed_rules) add_context();
  add_feeds();
}

void RunPlan::add_checked(const PlanOptions& options) {
  if (!options.stdin_filepath.empty()) {
    const std::string path = tidy_path(options.stdin_filepath);
    if (content_kind(path)) {
      add_file(path, true);
    } else {
      skipped_.push_back({path, "its extension is not one that soiree reads"});
    }
  }
  if (options.paths.empty()) return;
  Discovery found = discover(options.paths, files_, &configs_);
  for (const std::string& path : found.files) add_file(path, true);
  errors_ = std::move(found.errors);
  skipped_ = std::move(found.skipped);
}

/// Feed rules need the whole feed: the neighbours of checked posts, and all members of feeds that
/// the configuration names, are read for their facts.
void RunPlan::add_context() {
  std::unordered_set<std::string> known;  // absolute: a file given as ../a.md is found as a.md
  std::set<std::string> directories;
  std::set<const Config*> configs;
  for (size_t i = 0; i < request_.files.size(); ++i) {
    const std::string& path = request_.files[i].path;
    known.insert(absolute_path(current_, path));
    std::string directory = context_directory(path);
    if (directory != path) directories.insert(directory.empty() ? "." : std::move(directory));
    if (!file_configs_[i].config->feeds.empty()) configs.insert(file_configs_[i].config);
  }
  const auto add_new = [&](const std::string& directory, const auto& wanted) {
    for (const std::string& path :
         discover(std::vector<std::string>{directory}, files_, &configs_).files) {
      if (wanted(path) && known.insert(absolute_path(current_, path)).second) {
        add_file(path, false);
      }
    }
  };
  for (const std::string& directory : directories) {
    add_new(directory, [&, tidy = tidy_path(directory)](const std::string& path) {
      const std::string own = context_directory(path);
      return own == tidy || tidy_path(own.empty() ? "." : own) == tidy;
    });
  }
  for (const Config* config : configs) {
    const std::string below = config->directory == current_
                                  ? std::string(".")
                                  : std::string(path_below(current_, config->directory));
    const bool inside = is_below(current_, config->directory);
    add_new(inside ? below : config->directory, [&](const std::string& path) {
      const std::string absolute = absolute_path(current_, path);
      return std::any_of(config->feeds.begin(), config->feeds.end(), [&](const FeedSettings& feed) {
        return config->feed_for(absolute, feed.channel) == &feed;
      });
    });
  }
  // Findings do not depend on the order, but the canonical one keeps runs comparable.
  std::vector<size_t> order(request_.files.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto by_path = [&](size_t a, size_t b) {
    return request_.files[a].path < request_.files[b].path;
  };
  if (std::is_sorted(order.begin(), order.end(), by_path)) return;
  std::sort(order.begin(), order.end(), by_path);
  std::vector<FileJob> files;
  std::vector<FileConfig> file_configs;
  for (const size_t i : order) {
    files.push_back(std::move(request_.files[i]));
    file_configs.push_back(file_configs_[i]);
  }
  request_.files = std::move(files);
  file_configs_ = std::move(file_configs);
}

void RunPlan::add_file(const std::string& path, bool checked) {
  const FileConfig config = configs_.config_for(path);
  FileJob job;
  job.path = path;
  job.checked = checked;
  job.ruleset = ruleset_for(config.effective);
  const auto absolute = [&] { return absolute_path(current_, path); };
  job.section = section_key(*config.config, absolute, path);
  job.read.language = language_from_tag(config.effective->language.value);
  job.read.largest = config.effective->largest_file.value;
  largest_ = std::max(largest_, job.read.largest);
  if (!config.config->schedules.empty()) job.read.mapping = mapping_for(config, absolute());
  request_.files.push_back(std::move(job));
  file_configs_.push_back(config);
}

const Ruleset* RunPlan::ruleset_for(const EffectiveConfig* config) {
  std::unique_ptr<Ruleset>& slot = rulesets_[config];
  if (slot == nullptr) slot = std::make_unique<Ruleset>(choices_of(*config), context_of(*config));
  return slot.get();
}

const ScheduleMapping* RunPlan::mapping_for(const FileConfig& config, const std::string& absolute) {
  const ScheduleSettings* settings = config.config->schedule_for(absolute);
  if (settings == nullptr) return nullptr;
  std::unique_ptr<ScheduleMapping>& slot = mappings_[settings];
  if (slot == nullptr) slot = std::make_unique<ScheduleMapping>(schedule_mapping(*settings));
  return slot.get();
}

void RunPlan::add_feeds() {
  std::map<const FeedSettings*, size_t> index;
  for (size_t i = 0; i < request_.files.size(); ++i) {
    const Config& config = *file_configs_[i].config;
    if (config.feeds.empty()) continue;
    const std::string absolute = absolute_path(current_, request_.files[i].path);
    for (const FeedSettings& feed : config.feeds) {
      if (config.feed_for(absolute, feed.channel) != &feed) continue;
      const auto [slot, added] = index.emplace(&feed, request_.feeds.size());
      if (added) request_.feeds.push_back({feed.name, feed.kind, {}, feed.channel});
      std::vector<bool>& members = request_.feeds[slot->second].members;
      members.resize(request_.files.size());
      members[i] = true;
    }
  }
}

}  // namespace soiree
