#include "linter/config/config_sections.h"

#include <algorithm>
#include <array>

#include "linter/config/node_checks.h"
#include "linter/text/suggest.h"

namespace soiree {
namespace {

using Kind = ConfigNode::Kind;

constexpr std::array<std::string_view, 4> kLevels = {"off", "note", "warning", "error"};

std::optional<Level> level_named(std::string_view name) {
  const auto found = std::find(kLevels.begin(), kLevels.end(), name);
  if (found == kLevels.end()) return std::nullopt;
  return static_cast<Level>(found - kLevels.begin());
}

}  // namespace

void ConfigReader::read_rules(const ConfigNode& map, Layer& layer) {
  if (!is_map(map, "`rules`")) return;
  for (size_t i = 0; i + 1 < map.items.size(); i += 2) {
    const Entry entry = {map.items[i], map.items[i + 1]};
    if (entry.key.text == "preview") {
      layer.preview = truth(entry);
      continue;
    }
    const auto info = std::find_if(rules_.begin(), rules_.end(),
                                   [&](const RuleInfo& rule) { return rule.id == entry.key.text; });
    if (info != rules_.end()) {
      read_rule(entry, *info, layer);
    } else if (std::find(unused_rules_.begin(), unused_rules_.end(), entry.key.text) ==
               unused_rules_.end()) {
      const auto near = closest_word(entry.key.text, rule_names_);
      report(entry.key, "unknown rule " + code(entry.key.text) +
                            (near ? "; did you mean " + code(*near) + "?"
                                  : std::string("; `soiree rules` lists all rules")));
    }
  }
}

std::optional<Setting<Level>> ConfigReader::level(const ConfigNode& key, const ConfigNode& value) {
  if (value.kind == Kind::scalar) {
    if (const std::optional<Level> found = level_named(value.text)) {
      return Setting<Level>{*found, origin(value)};
    }
    std::string hint = did_you_mean(value.text, kLevels);
    if (value.text == "false" || value.text == "no") hint = "; write `off`";
    if (value.text == "true" || value.text == "on" || value.text == "yes") {
      hint = "; write `warning` or `error`";
    }
    report(value, code(value.text) + " is no severity" + hint);
  } else {
    report(key, code(key.text) + " needs a severity: `error`, `warning`, `note` or `off`");
  }
  return std::nullopt;
}

void ConfigReader::read_rule(const Entry& entry, const RuleInfo& info, Layer& layer) {
  RuleSettings settings{entry.key.text, std::nullopt, {}};
  if (entry.value.kind == Kind::map) {
    std::vector<std::string_view> known = {"severity"};
    for (const OptionInfo& option : info.options) known.push_back(option.name);
    for (const Entry& part : entries(entry.value, "rule " + code(info.id), known)) {
      if (part.key.text == "severity") {
        settings.level = level(part.key, part.value);
      } else {
        read_rule_option(part, info, settings);
      }
    }
  } else {
    settings.level = level(entry.key, entry.value);
  }
  layer.rules.push_back(std::move(settings));
}

void ConfigReader::read_rule_option(const Entry& entry, const RuleInfo& info,
                                    RuleSettings& settings) {
  const auto option =
      std::find_if(info.options.begin(), info.options.end(),
                   [&](const OptionInfo& known) { return known.name == entry.key.text; });
  const bool takes_words = option->type == OptionType::words;
  if (!takes_words && entry.value.kind != Kind::scalar) {
    const Result<OptionValue> wrong = read_option(*option, {});
    report(entry.value.place.empty() ? entry.key : entry.value, wrong ? "" : wrong.error().message);
    return;
  }
  std::vector<std::string> given;
  if (takes_words) {
    for (Setting<std::string>& text : words(entry.key, entry.value)) {
      given.push_back(std::move(text.value));
    }
  } else {
    given.push_back(entry.value.text);
  }
  Result<OptionValue> value = read_option(*option, given);
  if (value) {
    settings.options.push_back({entry.key.text, std::move(*value), origin(entry.value)});
  } else {
    report(entry.value, value.error().message);
  }
}

FileGlobs ConfigReader::globs(const Entry& entry) {
  FileGlobs files;
  for (Setting<std::string>& glob : words(entry.key, entry.value)) {
    const auto number = static_cast<uint32_t>(files.written.size());
    std::string message;
    const std::string_view plain =
        std::string_view(glob.value).substr(glob.value.starts_with('!') ? 1 : 0);
    if (plain == ".." || plain.starts_with("../")) {
      message = "globs do not reach above the configuration; move it up or use a relative glob";
    } else if (const auto added = files.patterns.add_with_braces(glob.value, number); !added) {
      message = added.error().message;
    }
    if (!message.empty()) errors_.push_back({std::move(message), file_, glob.origin.place});
    files.written.push_back(std::move(glob));
  }
  return files;
}

const std::vector<ConfigNode>& ConfigReader::list_of_maps(const Entry& entry) {
  static const std::vector<ConfigNode> kNone;
  if (entry.value.kind == Kind::list) return entry.value.items;
  if (entry.value.kind != Kind::null) {
    report(entry.value, code(entry.key.text) + " must be a list; start each entry with `- files:`");
  }
  return kNone;
}

void ConfigReader::need_files(const ConfigNode& at, const FileGlobs& files, std::string_view what) {
  if (at.kind != Kind::map || !files.written.empty()) return;
  const ConfigNode* given = NodeChecks::find(at, "files");
  const bool told = given != nullptr && (given->kind == Kind::scalar || !given->items.empty());
  if (told) return;
  report(at, std::string(what) + " needs `files`: the globs of the files it is for");
}

void ConfigReader::read_override(const ConfigNode& map, std::vector<Override>& overrides) {
  static constexpr std::array<std::string_view, 5> kKeys = {"files", "rules", "self", "language",
                                                            "largest-file"};
  Override found{{}, {}, origin(map)};
  for (const Entry& entry : entries(map, "an override", kKeys)) {
    if (entry.key.text == "files") {
      found.files = globs(entry);
    } else {
      read_layer(entry, found.settings);
    }
  }
  need_files(map, found.files, "an override");
  overrides.push_back(std::move(found));
}

void ConfigReader::read_feed(const Entry& feed, std::vector<FeedSettings>& feeds) {
  static constexpr std::array<std::string_view, 3> kKeys = {"files", "kind", "channel"};
  static constexpr std::array<std::string_view, 2> kKinds = {"blog", "social"};
  FeedSettings found;
  found.name = feed.key.text;
  found.origin = origin(feed.key);
  bool kind_given = false;
  for (const Entry& entry : entries(feed.value, "feed " + code(found.name), kKeys)) {
    if (entry.key.text == "files") {
      found.files = globs(entry);
      continue;
    }
    const std::optional<Setting<std::string>> text = word(entry);
    if (!text || !is_text(entry.key, entry.value)) continue;
    if (entry.key.text == "channel") {
      found.channel = text->value;
    } else if (text->value == "blog" || text->value == "social") {
      kind_given = true;
      found.kind = text->value == "blog" ? FeedKind::blog : FeedKind::social;
    } else {
      report(entry.value,
             code(text->value) + " is no kind of feed" + did_you_mean(text->value, kKinds));
    }
  }
  if (!kind_given && !found.channel.empty()) found.kind = FeedKind::social;
  if (feed.value.kind == Kind::null) {
    report(feed.key, "feed " + code(found.name) + " is empty; give it `files`");
  }
  need_files(feed.value, found.files, "feed " + code(found.name));
  feeds.push_back(std::move(found));
}

void ConfigReader::read_schedule(const ConfigNode& map, std::vector<ScheduleSettings>& schedules) {
  using Member = std::string ScheduleSettings::*;
  static constexpr std::array<std::pair<std::string_view, Member>, 10> kMembers = {{
      {"posts", &ScheduleSettings::posts},
      {"text", &ScheduleSettings::text},
      {"time", &ScheduleSettings::time},
      {"date", &ScheduleSettings::date},
      {"clock_time", &ScheduleSettings::clock_time},
      {"timezone", &ScheduleSettings::timezone},
      {"channel", &ScheduleSettings::channel},
      {"id", &ScheduleSettings::id},
      {"kind", &ScheduleSettings::kind},
      {"recipient", &ScheduleSettings::recipient},
  }};
  std::vector<std::string_view> known = {"files"};
  for (const auto& [name, member] : kMembers) known.push_back(name);
  ScheduleSettings found;
  found.origin = origin(map);
  for (const Entry& entry : entries(map, "a schedule", known)) {
    if (entry.key.text == "files") {
      found.files = globs(entry);
      continue;
    }
    std::optional<Setting<std::string>> text = word(entry);
    if (!is_text(entry.key, entry.value)) continue;
    for (const auto& [name, member] : kMembers) {
      if (text && name == entry.key.text) found.*member = std::move(text->value);
    }
  }
  need_files(map, found.files, "a schedule");
  schedules.push_back(std::move(found));
}

}  // namespace soiree
