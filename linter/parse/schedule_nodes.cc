#include "linter/parse/schedule_nodes.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "linter/parse/dates.h"
#include "linter/parse/schedule_fields.h"
#include "linter/parse/schedule_keys.h"
#include "linter/parse/schedule_path.h"
#include "linter/text/language.h"

namespace soiree {
namespace {

KeyRole role_of(const YamlNode& key) { return key_role(plain_key(key.value())); }

/// True when some key of `map` has one of the roles, and a value.
bool has_one_of(const YamlNode& map, std::initializer_list<KeyRole> roles) {
  for (size_t i = 0; i + 1 < map.children.size(); i += 2) {
    if (map.children[i + 1].kind == YamlKind::null) continue;
    if (std::find(roles.begin(), roles.end(), role_of(map.children[i])) != roles.end()) return true;
  }
  return false;
}

bool has_text(const YamlNode& map) {
  return has_one_of(map, {KeyRole::text, KeyRole::weak_text, KeyRole::thread});
}

bool is_truth(std::string_view plain, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), plain) != words.end();
}

bool is_yes(const YamlNode& node) {
  return is_truth(plain_key(node.value()), {"true", "yes", "on"});
}

bool is_no(const YamlNode& node) {
  return is_truth(plain_key(node.value()), {"false", "no", "off"});
}

/// True for what may be the parts of a thread: texts, or maps with a text and nothing that makes
/// posts of them, such as a time, a channel or a status of their own.
bool are_parts(const YamlNode& list) {
  return !list.children.empty() &&
         std::all_of(list.children.begin(), list.children.end(), [](const YamlNode& item) {
           if (item.kind == YamlKind::scalar) return true;
           return item.kind == YamlKind::mapping && has_text(item) &&
                  !has_one_of(item, {KeyRole::moment, KeyRole::date, KeyRole::clock, KeyRole::hour,
                                     KeyRole::past, KeyRole::day, KeyRole::channel, KeyRole::to,
                                     KeyRole::status, KeyRole::draft, KeyRole::id});
         });
}

/// True when some moment of `entry` says at what time of day.
bool has_exact_moment(const YamlNode& entry) {
  for (size_t i = 0; i + 1 < entry.children.size(); i += 2) {
    if (role_of(entry.children[i]) != KeyRole::moment) continue;
    const auto moment = parse_moment(entry.children[i + 1].value());
    if (moment && moment->has_clock_time) return true;
  }
  return false;
}

}  // namespace

bool is_flag_map(const YamlNode& node) {
  if (node.kind != YamlKind::mapping || node.children.empty()) return false;
  bool channel = false;
  for (size_t i = 0; i + 1 < node.children.size(); i += 2) {
    const YamlNode& value = node.children[i + 1];
    const bool flag = value.kind == YamlKind::scalar && (is_yes(value) || is_no(value));
    if (!flag && value.kind != YamlKind::null) return false;
    channel = channel || is_channel_name(plain_key(node.children[i].value()));
  }
  return channel;
}

std::vector<const YamlNode*> raised_flags(const YamlNode& flags) {
  std::vector<const YamlNode*> raised;
  bool said = false;
  for (size_t i = 1; i < flags.children.size(); i += 2) {
    said = said || flags.children[i].kind == YamlKind::scalar;
  }
  for (size_t i = 0; i + 1 < flags.children.size(); i += 2) {
    const YamlNode& value = flags.children[i + 1];
    if (!said || is_yes(value)) raised.push_back(&flags.children[i]);
  }
  return raised;
}

bool is_language_map(const YamlNode& node) {
  if (node.kind != YamlKind::mapping || node.children.empty()) return false;
  bool text = false;
  for (size_t i = 0; i + 1 < node.children.size(); i += 2) {
    const std::string_view tag = node.children[i].value();
    const YamlNode& value = node.children[i + 1];
    if (!has_language_shape(tag) || language_from_tag(tag) == Language::unknown) return false;
    if (value.kind == YamlKind::mapping) return false;
    if (value.kind == YamlKind::sequence && !are_parts(value)) return false;
    text = text || value.kind != YamlKind::null;
  }
  return text;
}

bool is_date_key(const YamlNode& key) {
  const std::string_view text = key.value();
  const bool number = text.find_first_not_of("0123456789") == std::string_view::npos;
  if (number && text.size() != 8) return false;  // seconds since 1970 are more likely an id
  return parse_moment(text).has_value();
}

bool is_list_of_timed_posts(const YamlNode& node) {
  return node.kind == YamlKind::sequence &&
         std::any_of(node.children.begin(), node.children.end(), [](const YamlNode& item) {
           return item.kind == YamlKind::mapping && has_text(item) &&
                  has_one_of(item, {KeyRole::moment, KeyRole::date, KeyRole::clock, KeyRole::hour,
                                    KeyRole::past});
         });
}

bool may_hold_scheduled_posts(std::string_view source) {
  constexpr std::array kKeys = {"osts", "weets", "oots", "keets", "tatuses", "ublicaciones"};
  return std::any_of(kKeys.begin(), kKeys.end(), [source](const char* key) {
    return source.find(key) != std::string_view::npos;
  });
}

bool holds_scheduled_posts(const YamlNode& root) {
  if (root.kind != YamlKind::mapping) return false;
  for (size_t i = 0; i + 1 < root.children.size(); i += 2) {
    if (role_of(root.children[i]) != KeyRole::social_container) continue;
    const auto& posts = root.children[i + 1].children;
    const bool scheduled = std::any_of(posts.begin(), posts.end(), [](const YamlNode& item) {
      return item.kind == YamlKind::mapping && has_text(item) &&
             has_one_of(item, {KeyRole::channel}) &&
             has_one_of(item, {KeyRole::moment, KeyRole::date});
    });
    if (scheduled) return true;
  }
  return false;
}

YamlNode* thread_of_entry(YamlNode& entry) {
  if (entry.kind != YamlKind::mapping || has_text(entry)) return nullptr;
  const bool clock =
      has_one_of(entry, {KeyRole::clock, KeyRole::hour}) && has_one_of(entry, {KeyRole::date});
  if (!clock && !has_exact_moment(entry)) return nullptr;
  YamlNode* parts = nullptr;
  for (size_t i = 0; i + 1 < entry.children.size(); i += 2) {
    YamlNode& value = entry.children[i + 1];
    const KeyRole role = role_of(entry.children[i]);
    if (role == KeyRole::container) return nullptr;
    if (role != KeyRole::social_container) continue;
    if (parts != nullptr || value.kind != YamlKind::sequence || !are_parts(value)) return nullptr;
    parts = &value;
  }
  return parts;
}

}  // namespace soiree
