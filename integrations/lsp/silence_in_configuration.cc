#include "integrations/lsp/silence_in_configuration.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "linter/config/config_cache.h"
#include "linter/config/config_node.h"
#include "linter/config/git_rules.h"
#include "linter/config/paths.h"
#include "linter/lint/rule_info.h"

namespace soiree {
namespace {

using Kind = ConfigNode::Kind;

constexpr size_t npos = std::string_view::npos;

std::string_view line_end(std::string_view text) {
  const size_t end = text.find('\n');
  return end != npos && end > 0 && text[end - 1] == '\r' ? "\r\n" : "\n";
}

size_t line_begin(std::string_view text, size_t at) { return text.substr(0, at).rfind('\n') + 1; }

Edit insert(size_t at, std::string text) {
  const auto offset = static_cast<uint32_t>(at);
  return {{offset, offset}, std::move(text)};
}

/// Puts `entry` into the mapping `map`, which is the value of `key`: behind its bracket, or on a
/// line of its own below the key, as deep as the entries that are there.
Edit insert_entry(std::string_view text, const ConfigNode& key, const ConfigNode& map,
                  const std::string& entry) {
  const size_t begin = map.place.begin;
  if (map.kind == Kind::map && text.substr(begin).starts_with('{')) {
    if (map.items.empty()) return insert(begin + 1, entry);
    return insert(std::min(text.find_first_not_of(' ', begin + 1), text.size()), entry + ", ");
  }
  const size_t indent = map.kind == Kind::map
                            ? begin - line_begin(text, begin)
                            : key.place.begin - line_begin(text, key.place.begin) + 2;
  const std::string line = std::string(indent, ' ') + entry;
  const size_t end = text.find('\n', key.place.end);
  if (end == npos) return insert(text.size(), fmt::format("{}{}", line_end(text), line));
  return insert(end + 1, fmt::format("{}{}", line, line_end(text)));
}

/// The position of `key` among the items of a map, or npos.
size_t find_key(const ConfigNode& map, std::string_view key) {
  for (size_t i = 0; i + 1 < map.items.size(); i += 2) {
    if (map.items[i].text == key) return i;
  }
  return npos;
}

/// Puts the rule into a configuration that gives it no severity.
Edit add_severity(const std::string& file, std::string_view text, std::string_view rule) {
  std::vector<Error> ignored;
  const ConfigNode root = read_config_yaml(file, text, ignored);
  const size_t rules = find_key(root, "rules");
  if (rules == npos) {
    if (root.kind == Kind::map && text.substr(root.place.begin).starts_with('{')) {
      return insert_entry(text, root, root, fmt::format("rules: {{{}: off}}", rule));
    }
    const std::string_view end = line_end(text);
    const std::string_view first = text.empty() || text.ends_with('\n') ? "" : end;
    return insert(text.size(), fmt::format("{}rules:{}  {}: off{}", first, end, rule, end));
  }
  const ConfigNode& map = root.items[rules + 1];
  const size_t named = find_key(map, rule);
  if (named != npos) {
    return insert_entry(text, map.items[named], map.items[named + 1], "severity: off");
  }
  return insert_entry(text, root.items[rules], map, std::string(rule) + ": off");
}

bool same_options(const EffectiveRule& a, const EffectiveRule& b) {
  return std::equal(
      a.options.begin(), a.options.end(), b.options.begin(), b.options.end(),
      [](const auto& x, const auto& y) { return x.name == y.name && x.value == y.value; });
}

/// After the edit `rule` is off, and nothing else is different.
bool does_only_this(const EffectiveConfig& before, const EffectiveConfig& after,
                    std::string_view rule) {
  const auto unchanged = [&](const EffectiveRule& a, const EffectiveRule& b) {
    if (a.info->id != b.info->id || !same_options(a, b)) return false;
    return a.info->id == rule ? !b.on() : a.level.value == b.level.value;
  };
  return std::equal(before.rules.begin(), before.rules.end(), after.rules.begin(),
                    after.rules.end(), unchanged);
}

/// Where a configuration for `path` is made: where the search for one ends.
std::string place_for_new(const FolderFiles& files, const Config& config,
                          const std::string& absolute) {
  const std::string& folder = config.directory;
  const std::string repository = repository_root(files, std::string(parent_directory(absolute)));
  return is_below(folder, repository) ? repository : folder;
}

}  // namespace

std::optional<ConfigurationEdit> silence_in_configuration(const std::string& folder,
                                                          const OpenText& open_text,
                                                          const std::string& path,
                                                          std::string_view rule) {
  const FolderFiles files(folder, open_text);
  ConfigCache configs(files, rule_table());
  const FileConfig before = configs.config_for(path);
  const EffectiveRule* effective = before.effective->find_rule(rule);
  if (effective == nullptr || !effective->on()) return std::nullopt;
  ConfigurationEdit made;
  const std::string& name = before.config->file;
  made.create = name.empty();
  if (made.create) {
    const std::string directory = place_for_new(files, *before.config, absolute_path(folder, path));
    made.path = join_path(directory, kConfigName);
  } else {
    made.path = absolute_path(folder, name);
    Result<std::string> text = files.read_file(made.path);
    if (!text) return std::nullopt;
    made.text = std::move(*text);
  }
  const Origin& origin = effective->level.origin;
  const bool set_here = !made.create && origin.line > 0 && origin.file == name;
  made.edit = set_here ? Edit{origin.place, "off"} : add_severity(made.path, made.text, rule);

  std::string edited = made.text;
  edited.replace(made.edit.range.begin, made.edit.range.size(), made.edit.text);
  const FolderFiles changed(folder, [&](const std::string& absolute) {
    if (absolute == made.path) return static_cast<const std::string*>(&edited);
    return open_text ? open_text(absolute) : nullptr;
  });
  ConfigCache result(changed, rule_table());
  const FileConfig after = result.config_for(path);
  if (!does_only_this(*before.effective, *after.effective, rule)) return std::nullopt;
  if (result.errors().size() > configs.errors().size()) return std::nullopt;
  return made;
}

}  // namespace soiree
