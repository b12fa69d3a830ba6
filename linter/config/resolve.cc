#include "linter/config/resolve.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "linter/post/read_posts.h"

namespace soiree {
namespace {

template <class T>
void replace(std::optional<T>& base, const std::optional<T>& top) {
  if (top) base = top;
}

template <class List, class Key>
auto find_named(List& list, Key List::value_type::*name, const Key& wanted) {
  return std::find_if(list.begin(), list.end(),
                      [&](const auto& item) { return item.*name == wanted; });
}

void put_options_over(std::vector<OptionSetting>& base, const std::vector<OptionSetting>& top) {
  for (const OptionSetting& option : top) {
    const auto same = find_named(base, &OptionSetting::name, option.name);
    if (same == base.end()) {
      base.push_back(option);
    } else {
      *same = option;
    }
  }
}

void put_over(Layer& base, const Layer& top) {
  replace(base.preview, top.preview);
  replace(base.language, top.language);
  replace(base.largest_file, top.largest_file);
  replace(base.self.names, top.self.names);
  replace(base.self.handles, top.self.handles);
  replace(base.self.domains, top.self.domains);
  for (const RuleSettings& rule : top.rules) {
    const auto same = find_named(base.rules, &RuleSettings::rule, rule.rule);
    if (same == base.rules.end()) {
      base.rules.push_back(rule);
    } else {
      replace(same->level, rule.level);
      put_options_over(same->options, rule.options);
    }
  }
}

template <class T>
void append(std::vector<T>& base, std::vector<T>&& top) {
  base.insert(base.end(), std::make_move_iterator(top.begin()), std::make_move_iterator(top.end()));
}

bool names(const std::vector<std::string>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

Setting<Level> from_command_line(Level level, std::string_view option) {
  return {level, Origin{std::string(option), {}, 0}};
}

EffectiveRule resolve_rule(const RuleInfo& info, const Layer& layer, const ConfigOverlay& overlay) {
  EffectiveRule rule{&info, nullptr, {level_of(info.severity), {}}, {}};
  const std::string id(info.id);
  const auto settings = find_named(layer.rules, &RuleSettings::rule, id);
  const bool named = settings != layer.rules.end();
  const bool preview_on = layer.preview && layer.preview->value;
  if (info.status == RuleStatus::preview && !preview_on && !named) rule.level.value = Level::off;
  if (named && settings->level) rule.level = *settings->level;
  for (const OptionInfo& option : info.options) {
    rule.options.push_back({std::string(option.name), default_value(option), {}});
  }
  if (named) put_options_over(rule.options, settings->options);
  if (!overlay.select.empty()) {
    const bool selected = names(overlay.select, id);
    if (!selected) rule.level = from_command_line(Level::off, "--select");
    if (selected && !rule.on()) {
      rule.level = from_command_line(level_of(info.severity), "--select");
    }
  }
  if (names(overlay.ignore, id)) rule.level = from_command_line(Level::off, "--ignore");
  return rule;
}

}  // namespace

void put_over(Config& base, ConfigFile&& top) {
  base.file = std::move(top.config.file);
  base.root = top.config.root;
  if (top.sets_ignore) {
    base.ignore = std::move(top.config.ignore);
    base.ignore_globs.patterns = std::move(top.config.ignore_globs.patterns);
  }
  put_over(base.settings, top.config.settings);
  for (FeedSettings& feed : top.config.feeds) {
    const auto same = find_named(base.feeds, &FeedSettings::name, feed.name);
    if (same != base.feeds.end()) base.feeds.erase(same);
    base.feeds.push_back(std::move(feed));
  }
  append(base.overrides, std::move(top.config.overrides));
  append(base.schedules, std::move(top.config.schedules));
}

EffectiveConfig resolve(std::span<const Layer* const> layers, std::span<const RuleInfo> rules,
                        const ConfigOverlay& overlay) {
  Layer merged;
  for (const Layer* layer : layers) put_over(merged, *layer);
  EffectiveConfig effective;
  for (const RuleInfo& info : rules) {
    effective.rules.push_back(resolve_rule(info, merged, overlay));
  }
  effective.self_names = std::move(merged.self.names).value_or(Words());
  effective.self_handles = std::move(merged.self.handles).value_or(Words());
  effective.self_domains = std::move(merged.self.domains).value_or(Words());
  effective.language = std::move(merged.language).value_or(Setting<std::string>());
  effective.largest_file = merged.largest_file.value_or(Setting<uint64_t>{kLargestFile, {}});
  return effective;
}

}  // namespace soiree
