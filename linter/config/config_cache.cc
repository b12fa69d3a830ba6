#include "linter/config/config_cache.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "linter/config/custom_rule_reader.h"
#include "linter/config/paths.h"
#include "linter/config/resolve.h"
#include "linter/text/suggest.h"

namespace soiree {
namespace {

/// Files that one configuration may bring in by `extends`, counted each time: two files that each
/// extend the next one twice would otherwise double the work at every step.
constexpr size_t kMostExtended = 100;

constexpr std::string_view kRulesFolder = ".soiree/rules";

}  // namespace

ConfigCache::ConfigCache(const FileAccess& files, std::span<const RuleInfo> rules,
                         ConfigOverlay overlay)
    : files_(files),
      rules_(rules),
      overlay_(std::move(overlay)),
      current_(files.current_directory()) {
  none_ = resolved_.emplace_back(std::make_unique<Resolved>()).get();
  none_->config.directory = none_->config.ignore_globs.directory = current_;
  none_->rules.assign(rules_.begin(), rules_.end());
  if (!overlay_.no_config && !overlay_.file.empty()) {
    fixed_ = &load(absolute_path(current_, overlay_.file), current_);
  }
  check_rule_names(overlay_.select, "--select");
  check_rule_names(overlay_.ignore, "--ignore");
}

void ConfigCache::check_rule_names(const std::vector<std::string>& names, std::string_view option) {
  std::vector<std::string_view> known;
  for (const RuleInfo& rule : rules_) known.push_back(rule.id);
  const auto built_in = [&](const std::string& name) {
    return std::find(known.begin(), known.end(), name) != known.end();
  };
  if (!std::all_of(names.begin(), names.end(), built_in)) {
    const Config& config = find(current_).config;
    for (const auto& custom : config.custom_rules) known.push_back(custom->id);
    if (!overlay_.no_config) {
      known.insert(known.end(), config.unused_rules.begin(), config.unused_rules.end());
    }
  }
  for (const std::string& name : names) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    const auto near = closest_word(name, known);
    std::string message = "unknown rule `" + name + "` in " + std::string(option);
    message += near ? "; did you mean `" + std::string(*near) + "`?"
                    : std::string("; `soiree rules` lists all rules");
    errors_.push_back({std::move(message), ""});
  }
}

bool ConfigCache::exists(const std::string& path) const {
  const Result<FileStatus> status = files_.status(path);
  return !status || status->kind != FileKind::missing;
}

/// Paths below the current directory are shown without it.
std::string ConfigCache::shown(const std::string& absolute) const {
  if (absolute == current_ || !is_below(current_, absolute)) return absolute;
  return std::string(path_below(current_, absolute));
}

/// The configuration of this very directory, or null when the search goes on above it.
ConfigCache::Resolved* ConfigCache::look_in(const std::string& directory) {
  const std::string rules = join_path(directory, kRulesFolder);
  if (overlay_.no_config) {
    if (exists(rules)) return &know_rules_in(rules);
    return directory == "/" || exists(join_path(directory, ".git")) ? none_ : nullptr;
  }
  const std::string path = join_path(directory, kConfigName);
  if (exists(path) || exists(rules)) return &load(path, directory);
  for (const char* name : {".soiree.yml", "soiree.yaml"}) {
    std::string similar = join_path(directory, name);
    if (!exists(similar)) continue;
    concerned_.emplace(similar, directory);
    errors_.push_back({"this is not read; rename it to `.soiree.yaml`", shown(similar)});
  }
  return directory == "/" || exists(join_path(directory, ".git")) ? none_ : nullptr;
}

/// No configuration, which knows that there are the rules of `folder`.
ConfigCache::Resolved& ConfigCache::know_rules_in(const std::string& folder) {
  Resolved& known = *resolved_.emplace_back(std::make_unique<Resolved>());
  known.config = none_->config;
  known.rules = none_->rules;
  // Nobody asked for these rules: a folder that cannot be listed has none.
  const Result<DirectoryListing> listing = files_.list_directory(folder);
  if (!listing) return known;
  for (const DirectoryEntry& entry : listing->entries) {
    if (!entry.name.ends_with(".yaml")) continue;
    known.config.unused_rules.push_back(entry.name.substr(0, entry.name.rfind('.')));
  }
  return known;
}

ConfigCache::Resolved& ConfigCache::find(const std::string& directory) {
  if (fixed_ != nullptr) return *fixed_;
  std::vector<std::string> passed;
  Resolved* found = nullptr;
  for (std::string at = directory; found == nullptr; at = parent_directory(at)) {
    const auto known = by_directory_.find(at);
    found = known != by_directory_.end() ? known->second : look_in(at);
    passed.push_back(at);
  }
  for (std::string& at : passed) by_directory_[std::move(at)] = found;
  return *found;
}

ConfigCache::Resolved& ConfigCache::load(const std::string& absolute,
                                         const std::string& directory) {
  Resolved& loaded = *resolved_.emplace_back(std::make_unique<Resolved>());
  Config& config = loaded.config;
  config.directory = config.ignore_globs.directory = directory;
  config.file = shown(absolute);
  const bool only_rules = !exists(absolute) && overlay_.file.empty();
  const Result<std::string> text =
      only_rules ? Result<std::string>(std::string()) : files_.read_file(absolute);
  if (text) {
    Visit gathering;
    gather_rules(absolute, *text, gathering, config);
  }
  loaded.rules.assign(rules_.begin(), rules_.end());
  for (const auto& custom : config.custom_rules) loaded.rules.push_back(custom->info);
  std::sort(loaded.rules.begin(), loaded.rules.end(),
            [](const RuleInfo& a, const RuleInfo& b) { return a.id < b.id; });
  if (only_rules) {
    config.file.clear();
  } else if (text) {
    Visit visit;
    add_file(absolute, *text, visit, loaded);
  } else {
    errors_.push_back({"the configuration cannot be read: " + text.error().message, config.file});
  }
  return loaded;
}

/// Custom rules of a file and of those it extends: their names must be known before the settings
/// can be read. What is wrong with `extends` is said when that is followed.
void ConfigCache::gather_rules(const std::string& absolute, const std::string& text, Visit& visit,
                               Config& config) {
  add_rules(join_path(parent_directory(absolute), kRulesFolder), config);
  if (text.find("extends") == std::string::npos) return;
  std::vector<Error> mistakes;
  const ConfigFile file = read_config(shown(absolute), text, rules_, mistakes);
  visit.chain.push_back(absolute);
  for (const Setting<std::string>& target : file.extends) {
    const std::string path = absolute_path(parent_directory(absolute), target.value);
    const bool circle =
        std::find(visit.chain.begin(), visit.chain.end(), path) != visit.chain.end();
    if (circle || ++visit.files > kMostExtended) continue;
    const Result<std::string> extended = files_.read_file(path);
    if (extended) gather_rules(path, *extended, visit, config);
  }
  visit.chain.pop_back();
}

/// The names in a directory, sorted; none when it is not there.
std::vector<std::string> ConfigCache::names_in(const std::string& directory) {
  std::vector<std::string> names;
  if (!exists(directory)) return names;
  const Result<DirectoryListing> listing = files_.list_directory(directory);
  if (!listing) {
    errors_.push_back(listing.error());
    return names;
  }
  for (const DirectoryEntry& entry : listing->entries) names.push_back(entry.name);
  std::sort(names.begin(), names.end());
  return names;
}

/// Rules of a file come before those of the files it extends: the first of a name holds.
void ConfigCache::add_rules(const std::string& directory, Config& config) {
  for (const std::string& name : names_in(directory)) {
    const std::string path = join_path(directory, name);
    if (name.ends_with(".yml")) {
      concerned_.emplace(path, config.directory);
      errors_.push_back({"this is not read; rename it to end in `.yaml`", shown(path)});
    }
    if (name.ends_with(".yaml")) add_rule(path, config);
  }
}

void ConfigCache::add_rule(const std::string& path, Config& config) {
  const auto [known, added] = custom_files_.emplace(path, CustomFile());
  CustomFile& file = known->second;
  if (added) {
    const Result<std::string> text = files_.read_file(path);
    if (text) file.rule = read_custom_rule(shown(path), *text, errors_);
    if (!text) errors_.push_back(text.error());
    if (file.rule == nullptr) file.names = custom_rule_names(path, text ? *text : "");
  }
  if (file.rule == nullptr) {
    config.unused_rules.insert(config.unused_rules.end(), file.names.begin(), file.names.end());
    return;
  }
  const std::string& id = file.rule->id;
  const auto place =
      std::lower_bound(config.custom_rules.begin(), config.custom_rules.end(), id,
                       [](const auto& rule, const std::string& other) { return rule->id < other; });
  if (place != config.custom_rules.end() && (*place)->id == id) return;
  config.custom_rules.insert(place, file.rule);
}

void ConfigCache::add_file(const std::string& absolute, const std::string& text, Visit& visit,
                           Resolved& loaded) {
  std::vector<Error> mistakes;
  ConfigFile file =
      read_config(shown(absolute), text, loaded.rules, mistakes, loaded.config.unused_rules);
  if (read_.insert(absolute).second) {
    std::move(mistakes.begin(), mistakes.end(), std::back_inserter(errors_));
  }
  visit.chain.push_back(absolute);
  for (const Setting<std::string>& target : file.extends) extend(absolute, target, visit, loaded);
  visit.chain.pop_back();
  put_over(loaded.config, std::move(file));
}

void ConfigCache::extend(const std::string& absolute, const Setting<std::string>& target,
                         Visit& visit, Resolved& loaded) {
  const auto refuse = [&](std::string message) {
    errors_.push_back({std::move(message), target.origin.file, target.origin.place});
  };
  const std::string path = absolute_path(parent_directory(absolute), target.value);
  if (std::find(visit.chain.begin(), visit.chain.end(), path) != visit.chain.end()) {
    std::string circle;
    for (const std::string& step : visit.chain) circle += "`" + shown(step) + "` extends ";
    return refuse("these files extend each other: " + circle + "`" + shown(path) +
                  "`; remove one `extends`");
  }
  if (++visit.files > kMostExtended) {
    if (visit.files == kMostExtended + 1) refuse("more than 100 files are extended; use fewer");
    return;
  }
  concerned_.emplace(path, loaded.config.directory);
  const Result<std::string> text = files_.read_file(path);
  if (!text) return refuse("cannot extend `" + target.value + "`: " + text.error().message);
  std::vector<std::string>& extended = loaded.config.extended;
  if (std::find(extended.begin(), extended.end(), shown(path)) == extended.end()) {
    extended.push_back(shown(path));
  }
  add_file(path, *text, visit, loaded);
}

FileConfig ConfigCache::config_for(std::string_view path) {
  const std::string absolute = absolute_path(current_, path);
  const std::lock_guard lock(mutex_);
  Resolved& found = find(std::string(parent_directory(absolute)));
  const std::string_view below = path_below(found.config.directory, absolute);
  std::vector<bool> matching;
  std::vector<const Layer*> layers = {&found.config.settings};
  for (const Override& override_entry : found.config.overrides) {
    matching.push_back(override_entry.files.patterns.selects(below));
    if (matching.back()) layers.push_back(&override_entry.settings);
  }
  std::unique_ptr<EffectiveConfig>& effective = found.effective[matching];
  if (!effective) {
    effective = std::make_unique<EffectiveConfig>(resolve(layers, found.rules, overlay_));
    for (EffectiveRule& rule : effective->rules) {
      for (const auto& custom : found.config.custom_rules) {
        if (custom->id == rule.info->id) rule.custom = custom.get();
      }
    }
  }
  return {&found.config, effective.get()};
}

const Config& ConfigCache::config_in(const std::string& directory) {
  const std::lock_guard lock(mutex_);
  return find(directory).config;
}

const IgnoreGlobs* ConfigCache::ignore_globs(const std::string& absolute_directory) {
  const Config& config = config_in(absolute_directory);
  return config.ignore_globs.patterns.empty() ? nullptr : &config.ignore_globs;
}

std::optional<std::string> ConfigCache::directory_concerned(const std::string& path) const {
  const std::lock_guard lock(mutex_);
  const auto found = concerned_.find(path);
  return found == concerned_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<Error> ConfigCache::errors() const {
  const std::lock_guard lock(mutex_);
  std::vector<Error> sorted = errors_;
  const auto key = [](const Error& error) {
    return std::tie(error.file, error.place, error.message);
  };
  std::sort(sorted.begin(), sorted.end(),
            [&](const Error& a, const Error& b) { return key(a) < key(b); });
  const auto same = [&](const Error& a, const Error& b) { return key(a) == key(b); };
  sorted.erase(std::unique(sorted.begin(), sorted.end(), same), sorted.end());
  return sorted;
}

}  // namespace soiree
