#include "integrations/lsp/config_keys.h"

#include <algorithm>

#include "linter/lint/rule_info.h"
#include "linter/output/schemas.h"

namespace soiree {
namespace {

constexpr size_t npos = std::string_view::npos;

const Json& schema() {
  static const Json kSchema = Json::parse(config_schema(rule_table()));
  return kSchema;
}

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

std::vector<const Json*> nodes_at(const std::vector<std::string>& path) {
  std::vector<const Json*> nodes = {&schema()};
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

std::string text_of_value(const Json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

}  // namespace

YamlPlace yaml_place(std::string_view text, uint32_t offset) {
  const std::string_view before = text.substr(0, std::min<size_t>(offset, text.size()));
  const size_t line_break = before.rfind('\n');
  size_t begin = line_break == npos ? 0 : line_break + 1;
  const std::string_view current = before.substr(begin);
  YamlPlace place;
  place.word_begin = static_cast<uint32_t>(begin + current.find_last_of(" \t:[,{\"'") + 1);
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
  return place;
}

Json config_completions(const YamlPlace& place) {
  constexpr int kProperty = 10;
  constexpr int kValue = 12;
  Json items = Json::array();
  std::vector<const Json*> nodes = nodes_at(place.path);
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

std::string config_key_description(const std::vector<std::string>& path) {
  for (const Json* node : nodes_at(path)) {
    const std::string description = string_at(*node, "description");
    if (description.empty()) continue;
    const Json& standard = value_at(*node, "default");
    return standard.is_null() ? description
                              : description + " (default: " + text_of_value(standard) + ")";
  }
  return {};
}

}  // namespace soiree
