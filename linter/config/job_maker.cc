#include "linter/config/job_maker.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "linter/config/discovery.h"
#include "linter/config/paths.h"
#include "linter/config/schedule_mapping.h"
#include "linter/text/words.h"

namespace soiree {
namespace {

Severity severity_of(Level level) {
  if (level == Level::error) return Severity::error;
  return level == Level::note ? Severity::note : Severity::warning;
}

/// What is wrong with a file goes with the rules about its posts, so that a run for posts and one
/// for feeds, as two hooks make them, do not say it twice. Suppressions have something to say of
/// both.
bool is_among(RuleScopes scopes, const RuleInfo& rule) {
  if (rule.scope == RuleScope::feed) return scopes.feed_rules;
  return scopes.post_rules || rule.id == "unused-suppression";
}

std::vector<RuleChoice> choices_of(const EffectiveConfig& config, RuleScopes scopes) {
  std::vector<RuleChoice> choices;
  for (const EffectiveRule& rule : config.rules) {
    if (!rule.on() || !is_among(scopes, *rule.info)) continue;
    RuleChoice choice{rule.info, severity_of(rule.level.value), {}, rule.custom};
    for (const OptionSetting& option : rule.options) choice.options[option.name] = option.value;
    choices.push_back(std::move(choice));
  }
  return choices;
}

RuleContext context_of(const EffectiveConfig& config, const Config& file) {
  RuleContext context;
  context.custom_rules = file.unused_rules;
  for (const EffectiveRule& rule : config.rules) {
    if (rule.custom != nullptr) context.custom_rules.emplace_back(rule.info->id);
  }
  for (const Words* words : {&config.self_names, &config.self_handles, &config.self_domains}) {
    for (const Setting<std::string>& word : *words) context.self.push_back(word.value);
  }
  return context;
}

/// Not a path, though a feed may be named like a directory.
std::string feed_key(const Config& config, std::string_view name) {
  return fmt::format("{0}{1}{0}{2}", '\0', config.directory, name);
}

/// Of feeds on one channel the last that names a file has it alone, so that only feeds on different
/// channels have files in common.
bool may_share_files(const std::vector<FeedSettings>& feeds) {
  return std::any_of(feeds.begin(), feeds.end(), [&](const FeedSettings& feed) {
    return fold_word(feed.channel) != fold_word(feeds.front().channel);
  });
}

/// `absolute_of` gives the absolute path; making it is worth it only when the configuration has
/// feeds.
template <class Absolute>
void set_section(const Config& config, const Absolute& absolute_of, FileJob& job) {
  if (!config.feeds.empty()) {
    const std::string absolute = absolute_of();
    for (const FeedSettings& feed : config.feeds) {
      if (config.feed_for(absolute, feed.channel) != &feed) continue;
      job.feeds.push_back(feed_key(config, feed.name));
    }
  }
  if (job.feeds.empty()) {
    job.section = context_directory(job.path);
  } else {
    job.section = may_share_files(config.feeds) ? feed_key(config, "") : job.feeds[0];
  }
}

}  // namespace

std::string context_directory(const std::string& path) {
  const std::optional<ContentKind> kind = content_kind(path);
  if (kind == ContentKind::markdown) return section_of(path);
  return social_section_of(path);
}

ConfiguredJob JobMaker::make(const std::string& path, bool checked) {
  const FileConfig config = configs_.config_for(path);
  const std::lock_guard lock(mutex_);
  FileJob job;
  job.path = path;
  job.checked = checked;
  job.ruleset = ruleset_for(config);
  const auto absolute = [&] { return absolute_path(current_, path); };
  set_section(*config.config, absolute, job);
  job.read.language = language_from_tag(config.effective->language.value);
  job.read.largest = config.effective->largest_file.value;
  if (const auto kind = content_kind(path);
      kind == ContentKind::yaml || kind == ContentKind::json) {
    job.read.location = absolute();
  }
  if (!config.config->schedules.empty()) job.read.mapping = mapping_for(config, absolute());
  return {std::move(job), config};
}

const Ruleset* JobMaker::ruleset_for(const FileConfig& config) {
  const EffectiveConfig& effective = *config.effective;
  std::unique_ptr<Ruleset>& slot = rulesets_[&effective];
  if (slot == nullptr) {
    slot = std::make_unique<Ruleset>(choices_of(effective, scopes_),
                                     context_of(effective, *config.config));
  }
  return slot.get();
}

const ScheduleMapping* JobMaker::mapping_for(const FileConfig& config,
                                             const std::string& absolute) {
  const ScheduleSettings* settings = config.config->schedule_for(absolute);
  if (settings == nullptr) return nullptr;
  std::unique_ptr<ScheduleMapping>& slot = mappings_[settings];
  if (slot == nullptr) slot = std::make_unique<ScheduleMapping>(schedule_mapping(*settings));
  return slot.get();
}

std::vector<FeedDefinition> configured_feeds(std::span<const FileJob> files,
                                             std::span<const FileConfig> configs,
                                             std::string_view current) {
  std::vector<FeedDefinition> feeds;
  std::map<const FeedSettings*, size_t> index;
  for (size_t i = 0; i < files.size(); ++i) {
    const Config& config = *configs[i].config;
    if (config.feeds.empty()) continue;
    const std::string absolute = absolute_path(current, files[i].path);
    for (const FeedSettings& feed : config.feeds) {
      if (config.feed_for(absolute, feed.channel) != &feed) continue;
      const auto [slot, added] = index.emplace(&feed, feeds.size());
      if (added) feeds.push_back({feed.name, feed.kind, {}, feed.channel});
      std::vector<bool>& members = feeds[slot->second].members;
      members.resize(files.size());
      members[i] = true;
    }
  }
  return feeds;
}

}  // namespace soiree
