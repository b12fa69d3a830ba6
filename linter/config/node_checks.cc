#include "linter/config/node_checks.h"

#include <algorithm>
#include <array>
#include <utility>

#include "linter/text/suggest.h"

namespace soiree {
namespace {

constexpr std::array<std::string_view, 3> kSeverities = {"note", "warning", "error"};
constexpr std::array<std::string_view, 3> kStatuses = {"preview", "stable", "deprecated"};
constexpr std::array<std::string_view, 3> kScopes = {"post", "feed", "meta"};

std::string joined(std::span<const std::string_view> words) {
  std::string text;
  for (const std::string_view word : words) text.append(text.empty() ? "" : ", ").append(word);
  return text;
}

}  // namespace

void NodeChecks::blame(SourceSpan place, std::string message) {
  mistakes_.push_back({std::move(message), file_, place});
}

void NodeChecks::blame(const ConfigNode& node, std::string message) {
  blame(node.place, std::move(message));
}

const ConfigNode* NodeChecks::find(const ConfigNode& map, std::string_view key) {
  for (size_t i = 0; i + 1 < map.items.size(); i += 2) {
    if (map.items[i].text == key) return &map.items[i + 1];
  }
  return nullptr;
}

bool NodeChecks::is_map(const ConfigNode& node, std::string_view what) {
  if (node.kind == ConfigNode::Kind::map) return true;
  blame(node, std::string(what) + " must be a map; write `key: value` lines");
  return false;
}

void NodeChecks::check_keys(const ConfigNode& map, std::span<const std::string_view> known,
                            std::string_view unlisted) {
  for (size_t i = 0; i + 1 < map.items.size(); i += 2) {
    const std::string& key = map.items[i].text;
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    if (!unlisted.empty() && key == unlisted) continue;
    const auto near = closest_word(key, known);
    blame(map.items[i],
          "unknown key '" + key + "'; " +
              (near ? "did you mean '" + std::string(*near) + "'?" : "use " + joined(known)));
  }
}

std::string NodeChecks::text_of(const ConfigNode& map, std::string_view key) {
  const ConfigNode* node = find(map, key);
  if (node != nullptr && node->kind == ConfigNode::Kind::scalar && !node->text.empty()) {
    return node->text;
  }
  const bool placed = node != nullptr && !node->place.empty();
  const std::string name(key);
  blame(placed ? *node : map, "'" + name + "' is missing or empty; add '" + name + ": ...'");
  return {};
}

std::string NodeChecks::choice_of(const ConfigNode& map, std::string_view key,
                                  std::span<const std::string_view> choices) {
  std::string value = text_of(map, key);
  if (!value.empty() && std::find(choices.begin(), choices.end(), value) == choices.end()) {
    blame(*find(map, key),
          std::string(key) + " is '" + value + "'; it must be one of " + joined(choices));
  }
  return value;
}

bool is_rule_name(std::string_view name, char separator) {
  if (name.empty() || name.front() == separator || name.back() == separator) return false;
  return std::all_of(name.begin(), name.end(), [separator](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == separator;
  });
}

void read_rule_header(const ConfigNode& map, std::string_view name, NodeChecks& checks,
                      RuleHeader& header) {
  header.id = checks.text_of(map, "id");
  if (!header.id.empty() && (header.id != name || !is_rule_name(header.id))) {
    checks.blame(*NodeChecks::find(map, "id"),
                 "id is '" + header.id + "' but the file or folder is '" + std::string(name) +
                     "'; both must be the same, in lower case with hyphens");
  }
  header.summary = checks.text_of(map, "summary");
  if (header.summary.find('\n') != std::string::npos) {
    checks.blame(*NodeChecks::find(map, "summary"), "summary must be one line");
  }
  const auto choose = [&](std::string& value, std::string_view key,
                          std::span<const std::string_view> choices) {
    if (!value.empty() && NodeChecks::find(map, key) == nullptr) return;
    value = checks.choice_of(map, key, choices);
  };
  choose(header.severity, "severity", kSeverities);
  choose(header.status, "status", kStatuses);
  choose(header.scope, "scope", kScopes);
}

}  // namespace soiree
