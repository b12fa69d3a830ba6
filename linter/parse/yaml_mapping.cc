#include "linter/parse/yaml_mapping.h"

#include <string>
#include <unordered_set>

namespace soiree {
namespace {

/// Mappings of this many pairs are compared pair by pair; larger ones through a hash set.
constexpr size_t kFewPairs = 12;

bool is_merge_key(const YamlNode& key) {
  return key.style == YamlStyle::plain && key.value() == "<<";
}

/// The keys of a mapping, for membership tests.
class Keys {
 public:
  /// False when the key was there already.
  bool add(std::string_view key) {
    if (set_.empty() && few_.size() < kFewPairs) {
      for (const std::string_view known : few_) {
        if (known == key) return false;
      }
      few_.push_back(key);
      return true;
    }
    if (set_.empty()) set_.insert(few_.begin(), few_.end());
    return set_.insert(key).second;
  }

 private:
  std::vector<std::string_view> few_;
  std::unordered_set<std::string_view> set_;
};

void report_duplicates(const YamlNode& node, std::vector<Problem>& problems) {
  Keys keys;
  for (size_t i = 0; i + 1 < node.children.size(); i += 2) {
    const YamlNode& key = node.children[i];
    if (key.kind != YamlKind::scalar || is_merge_key(key) || keys.add(key.value())) continue;
    problems.push_back({key.place, "`" + std::string(key.value().substr(0, 60)) +
                                       "` is set twice here, and programs differ in which one "
                                       "they take. Keep one of them."});
  }
}

void merge_pairs(const YamlNode& from, std::vector<YamlNode>& merged) {
  if (from.kind == YamlKind::mapping) {
    merged.insert(merged.end(), from.children.begin(), from.children.end());
  } else if (from.kind == YamlKind::sequence) {
    for (const YamlNode& item : from.children) {
      if (item.kind == YamlKind::mapping) merge_pairs(item, merged);
    }
  }
}

}  // namespace

void finish_mapping(YamlNode& node, std::vector<Problem>& problems) {
  if (node.children.size() > 2) report_duplicates(node, problems);
  bool merges = false;
  for (size_t i = 0; i + 1 < node.children.size(); i += 2) {
    merges = merges || is_merge_key(node.children[i]);
  }
  if (!merges) return;

  std::vector<YamlNode> own;
  std::vector<YamlNode> merged;
  for (size_t i = 0; i + 1 < node.children.size(); i += 2) {
    if (is_merge_key(node.children[i])) {
      merge_pairs(node.children[i + 1], merged);
    } else {
      own.push_back(std::move(node.children[i]));
      own.push_back(std::move(node.children[i + 1]));
    }
  }
  std::unordered_set<std::string> known;
  for (size_t i = 0; i + 1 < own.size(); i += 2) known.emplace(own[i].value());
  for (size_t i = 0; i + 1 < merged.size(); i += 2) {
    if (!known.emplace(merged[i].value()).second) continue;
    own.push_back(std::move(merged[i]));
    own.push_back(std::move(merged[i + 1]));
  }
  node.children = std::move(own);
}

}  // namespace soiree
