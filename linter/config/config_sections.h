#ifndef SOIREE_CONFIG_CONFIG_SECTIONS_H_
#define SOIREE_CONFIG_CONFIG_SECTIONS_H_

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/config/config_node.h"
#include "linter/config/config_reader.h"
#include "linter/text/source_file.h"

namespace soiree {

/// Turns the nodes of one configuration file into settings; used by `read_config` only. Every
/// member reports what is wrong and returns what is right.
class ConfigReader {
 public:
  ConfigReader(const std::string& file, std::string_view bytes, std::span<const RuleInfo> rules,
               std::span<const std::string> unused_rules, std::vector<Error>& errors)
      : file_(file), lines_(bytes), rules_(rules), unused_rules_(unused_rules), errors_(errors) {
    for (const RuleInfo& rule : rules) rule_names_.push_back(rule.id);
  }

  void read(const ConfigNode& root, ConfigFile& out);

 private:
  struct Entry {
    const ConfigNode& key;
    const ConfigNode& value;
  };

  void report(const ConfigNode& node, std::string message) {
    errors_.push_back({std::move(message), file_, node.place});
  }
  Origin origin(const ConfigNode& node) const {
    return {file_, node.place, static_cast<uint32_t>(lines_.line_of(node.place.begin) + 1)};
  }
  bool is_map(const ConfigNode& node, std::string_view what);
  std::vector<Entry> entries(const ConfigNode& map, std::string_view what,
                             std::span<const std::string_view> known);
  void unknown_key(const ConfigNode& key, std::string_view what,
                   std::span<const std::string_view> known);
  bool is_text(const ConfigNode& key, const ConfigNode& value);
  std::optional<Setting<std::string>> word(const Entry& entry);
  Words words(const ConfigNode& key, const ConfigNode& value);
  std::optional<Setting<bool>> truth(const Entry& entry);

  void read_top(const Entry& entry, ConfigFile& out);
  void read_layer(const Entry& entry, Layer& layer);
  void read_self(const ConfigNode& map, SelfSettings& self);
  void clean_handles(Words& handles);
  void clean_domains(Words& domains);
  void read_language(const Entry& entry, Layer& layer);
  void read_largest_file(const Entry& entry, Layer& layer);
  void read_rules(const ConfigNode& map, Layer& layer);
  void read_rule(const Entry& entry, const RuleInfo& info, Layer& layer);
  std::optional<Setting<Level>> level(const ConfigNode& key, const ConfigNode& value);
  void read_rule_option(const Entry& entry, const RuleInfo& info, RuleSettings& settings);
  FileGlobs globs(const Entry& entry);
  const std::vector<ConfigNode>& list_of_maps(const Entry& entry);
  void need_files(const ConfigNode& at, const FileGlobs& files, std::string_view what);
  void read_override(const ConfigNode& map, std::vector<Override>& overrides);
  void read_feed(const Entry& entry, std::vector<FeedSettings>& feeds);
  void read_schedule(const ConfigNode& map, std::vector<ScheduleSettings>& schedules);

  const std::string& file_;
  LineIndex lines_;
  std::span<const RuleInfo> rules_;
  std::span<const std::string> unused_rules_;
  std::vector<std::string_view> rule_names_;
  std::vector<Error>& errors_;
};

/// `text` as messages show it.
inline std::string code(std::string_view text) {
  return std::string(1, '`').append(text).append(1, '`');
}

}  // namespace soiree

#endif  // SOIREE_CONFIG_CONFIG_SECTIONS_H_
