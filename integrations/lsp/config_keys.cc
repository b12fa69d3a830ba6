#include "integrations/lsp/config_keys.h"

#include <algorithm>
#include <utility>

#include "linter/output/schemas.h"

namespace soiree {
namespace {

constexpr size_t npos = std::string_view::npos;

/// Schemas that may hold at once: those of `oneOf`, or the one.
std::vector<const Json*> alternatives(const Json& node) {
  const Json& list = value_at(node, "oneOf");
  if (!list.is_array()) return {&node};
  std::vector<const Json*> nodes;
  for (const Json& each : list) nodes.push_back(&each);
  return nodes;
}

std::vector<const Json*> step(const std::vector<const Json*>& nodes, const std::string& key) {
  std::vector<const Json*> next;
  for (const Json* node : nodes) {
    for (const Json* each : alternatives(*node)) {
      const Json* found = &value_at(*each, "items");
      if (key != "-") {
        const Json& properties = value_at(*each, "properties");
        const bool named = properties.is_object() && properties.contains(key);
        found = named ? &properties[key] : &value_at(*each, "additionalProperties");
      }
      if (found->is_object()) next.push_back(found);
    }
  }
  return next;
}

std::vector<const Json*> nodes_at(const Json& schema, const std::vector<std::string>& path) {
  std::vector<const Json*> nodes = {&schema};
  for (const std::string& key : path) nodes = step(nodes, key);
  return nodes;
}

struct Line {
  size_t indent = 0;     ///< of the key, behind the dashes of list items
  std::string_view key;  ///< empty when the line has none
  std::vector<size_t> dashes;
  bool blank = true;
};

Line read_line(std::string_view text) {
  Line line;
  size_t at = text.find_first_not_of(' ');
  while (at != npos && text[at] == '-' && (at + 1 == text.size() || text[at + 1] == ' ')) {
    line.dashes.push_back(at);
    line.blank = false;
    const size_t next = text.find_first_not_of(' ', at + 1);
    at = next == npos ? text.size() : next;
    if (at == text.size()) break;
  }
  line.indent = at == npos ? text.size() : at;
  if (line.indent == text.size() || text[line.indent] == '#') return line;
  line.blank = false;
  const size_t colon = text.find(':', line.indent);
  if (colon == npos) return line;
  line.key = text.substr(line.indent, colon - line.indent);
  return line;
}

std::string unquoted(std::string_view key) {
  const bool quoted = key.size() > 1 && (key.front() == '"' || key.front() == '\'');
  return std::string(quoted && key.back() == key.front() ? key.substr(1, key.size() - 2) : key);
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

/// Goes on from a place into the brackets behind its key: `{severity: off, sim`.
void read_flow(std::string_view flow, YamlPlace& place) {
  std::vector<size_t> depths;  // of the path, outside each open bracket
  size_t word = 0;
  for (size_t at = 0; at < flow.size(); ++at) {
    const char byte = flow[at];
    if (byte == '"' || byte == '\'') {
      const size_t close = flow.find(byte, at + 1);
      if (close == npos) return;
      at = close;
    } else if (byte == '{' || byte == '[') {
      depths.push_back(place.path.size());
      if (!place.key.empty()) place.path.push_back(std::exchange(place.key, {}));
      if (byte == '[') place.path.emplace_back("-");
      word = at + 1;
    } else if (depths.empty()) {
      if (byte != ' ') return;  // a plain value
    } else if (byte == '}' || byte == ']') {
      place.key = depths.back() < place.path.size() ? place.path[depths.back()] : std::string();
      place.path.resize(depths.back());
      depths.pop_back();
    } else if (byte == ',') {
      place.key.clear();
      word = at + 1;
    } else if (byte == ':' && (at + 1 == flow.size() || flow[at + 1] == ' ')) {
      place.key = unquoted(trimmed(flow.substr(word, at - word)));
    }
  }
}

/// True when a comment begins in `line`, which is the beginning of a line.
bool has_comment(std::string_view line) {
  char quote = '\0';  // the one that is open
  for (size_t at = 0; at < line.size(); ++at) {
    const char byte = line[at];
    const char before = at == 0 ? ' ' : line[at - 1];
    const bool behind_blank = before == ' ' || before == '\t';
    if (quote != '\0') {
      if (byte == '\\' && quote == '"') ++at;
      if (byte == quote) quote = '\0';
    } else if (byte == '"' || byte == '\'') {
      if (behind_blank || std::string_view("[{,").find(before) != npos) quote = byte;
    } else if (byte == '#' && behind_blank) {
      return true;
    }
  }
  return false;
}

std::string text_of_value(const Json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

std::string words_of(const Json& values) {
  std::string words;
  for (const Json& value : values) words += (words.empty() ? "" : ", ") + text_of_value(value);
  return words;
}

}  // namespace

YamlPlace yaml_place(std::string_view text, uint32_t offset) {
  const std::string_view before = text.substr(0, std::min<size_t>(offset, text.size()));
  const size_t line_break = before.rfind('\n');
  size_t begin = line_break == npos ? 0 : line_break + 1;
  const std::string_view current = before.substr(begin);
  YamlPlace place;
  place.word_begin = static_cast<uint32_t>(begin + current.find_last_of(" \t:[,{\"'") + 1);
  place.comment = has_comment(current);
  const Line own = read_line(current);
  if (!own.key.empty()) place.key = unquoted(own.key);
  size_t limit = own.indent;
  std::vector<std::string> path;
  for (auto dash = own.dashes.rbegin(); dash != own.dashes.rend(); ++dash) {
    path.emplace_back("-");
    limit = *dash + 1;  // a list may stand as deep as its key
  }
  bool in_list = !own.dashes.empty();
  while (begin > 0) {
    const size_t end = begin - 1;
    const size_t previous = before.substr(0, end).rfind('\n');
    begin = previous == npos ? 0 : previous + 1;
    const Line line = read_line(before.substr(begin, end - begin));
    if (line.blank) continue;
    if (line.indent < limit && !line.key.empty()) {
      path.push_back(unquoted(line.key));
      limit = line.indent;
      in_list = false;
    }
    const bool same_item = !line.dashes.empty() && line.indent <= limit && !in_list;
    if (!same_item || line.dashes.front() >= limit) continue;
    path.emplace_back("-");
    limit = line.dashes.front() + 1;
    in_list = true;
  }
  place.path.assign(path.rbegin(), path.rend());
  if (!own.key.empty()) read_flow(current.substr(own.indent + own.key.size() + 1), place);
  return place;
}

ConfigKeys::ConfigKeys(std::span<const RuleInfo> own_rules) {
  std::vector<RuleInfo> rules(rule_table().begin(), rule_table().end());
  rules.insert(rules.end(), own_rules.begin(), own_rules.end());
  schema_ = Json::parse(config_schema(rules));
}

Json ConfigKeys::completions(const YamlPlace& place) const {
  constexpr int kProperty = 10;
  constexpr int kValue = 12;
  Json items = Json::array();
  std::vector<const Json*> nodes = nodes_at(schema_, place.path);
  if (!place.key.empty()) nodes = step(nodes, place.key);
  for (const Json* node : nodes) {
    for (const Json* each : alternatives(*node)) {
      if (!place.key.empty()) {
        const Json& values = value_at(*each, "enum");
        for (const Json& value : values) {
          items.push_back({{"label", text_of_value(value)}, {"kind", kValue}});
        }
        if (string_at(*each, "type") != "boolean") continue;
        for (const char* word : {"true", "false"}) {
          items.push_back({{"label", word}, {"kind", kValue}});
        }
        continue;
      }
      const Json& properties = value_at(*each, "properties");
      if (!properties.is_object()) continue;
      for (const auto& [name, property] : properties.items()) {
        items.push_back({{"label", name},
                         {"kind", kProperty},
                         {"documentation", string_at(property, "description")}});
      }
    }
  }
  return items;
}

std::string ConfigKeys::description(const std::vector<std::string>& path) const {
  for (const Json* node : nodes_at(schema_, path)) {
    std::string description = string_at(*node, "description");
    const Json& values = value_at(*node, "enum");
    if (description.empty() && values.is_array()) description = "One of " + words_of(values);
    if (description.empty()) continue;
    const Json& standard = value_at(*node, "default");
    return standard.is_null() ? description
                              : description + " (default: " + text_of_value(standard) + ")";
  }
  return {};
}

}  // namespace soiree
