#include "linter/parse/schedule_fields.h"

#include <algorithm>

#include "linter/parse/schedule_nodes.h"

namespace soiree {
namespace {

constexpr int kMaxDepth = 8;

bool is_one_key_list(const YamlNode& node) {
  return node.kind == YamlKind::sequence && !node.children.empty() &&
         std::all_of(node.children.begin(), node.children.end(), [](const YamlNode& item) {
           return item.kind == YamlKind::mapping && item.children.size() == 2;
         });
}

/// True when something inside is a text and not just a name or an address.
bool holds_prose(const YamlNode& node) {
  if (node.kind == YamlKind::scalar) return is_prose(node);
  if (node.kind == YamlKind::sequence) {
    return std::any_of(node.children.begin(), node.children.end(), holds_prose);
  }
  const bool languages = is_language_map(node);
  for (size_t i = 0; i + 1 < node.children.size(); i += 2) {
    const YamlNode& value = node.children[i + 1];
    const KeyRole role = key_role(plain_key(node.children[i].value()));
    const bool text = role == KeyRole::text || role == KeyRole::weak_text;
    if ((text && value.kind != YamlKind::null) || (languages && holds_prose(value))) return true;
  }
  return false;
}

class FieldReader {
 public:
  explicit FieldReader(ScheduleFields& fields) : fields_(fields) {}

  void mapping(YamlNode& node, int depth) {
    for (size_t i = 0; i + 1 < node.children.size(); i += 2) {
      pair(node.children[i], node.children[i + 1], depth);
    }
  }

 private:
  void pair(YamlNode& key, YamlNode& value, int depth) {
    if (key.kind != YamlKind::scalar) return;
    const std::string plain = plain_key(key.value());
    const KeyRole role = key_role(plain);
    const bool nested = is_one_key_list(value);
    if (nested && depth < kMaxDepth && role != KeyRole::variables) {
      for (YamlNode& item : value.children) mapping(item, depth + 1);
      if (role != KeyRole::structure && role != KeyRole::weak_text && role != KeyRole::text) {
        set(role, value);
      }
      return;
    }
    if (value.kind == YamlKind::mapping && depth < kMaxDepth) {
      if (role == KeyRole::structure) {
        mapping(value, depth + 1);
        return;
      }
      const bool channels = role == KeyRole::channel || role == KeyRole::to;
      if (channels || role == KeyRole::text || role == KeyRole::weak_text) {
        if (channel_keys(value)) return;
        if (channels ? is_flag_map(value) : is_language_map(value)) {
          set(role, value);
        } else if (!channels) {
          mapping(value, depth + 1);
        }
        return;
      }
    }
    if (is_channel_name(plain) && holds_prose(value)) {
      fields_.by_channel.push_back({&key, &value});
      return;
    }
    if (depth > 0 && value.kind == YamlKind::scalar &&
        (role == KeyRole::text || role == KeyRole::weak_text || role == KeyRole::words ||
         role == KeyRole::title)) {
      fields_.word_parts.push_back(&value);
      return;
    }
    if (plain == "slot" && fields_.get(role) == nullptr) fields_.slot = true;
    set(role, value);
  }

  /// `text: {x: ..., linkedin: ...}` and `channels: {x: {text: ...}}`.
  bool channel_keys(YamlNode& node) {
    bool found = false;
    for (size_t i = 0; i + 1 < node.children.size(); i += 2) {
      YamlNode& key = node.children[i];
      if (!is_channel_name(plain_key(key.value())) || !holds_prose(node.children[i + 1])) continue;
      fields_.by_channel.push_back({&key, &node.children[i + 1]});
      found = true;
    }
    return found;
  }

  void set(KeyRole role, YamlNode& value) {
    if (role != KeyRole::none && fields_.get(role) == nullptr) fields_.set(role, &value);
  }

  ScheduleFields& fields_;
};

}  // namespace

YamlNode* follow_path(YamlNode& node, std::string_view path) {
  YamlNode* at = &node;
  while (!path.empty() && path != ".") {
    const size_t dot = path.find('.');
    const std::string_view key = path.substr(0, dot);
    path = dot == std::string_view::npos ? std::string_view{} : path.substr(dot + 1);
    at = const_cast<YamlNode*>(at->find(key));  // the tree itself is ours to change
    if (at == nullptr) return nullptr;
  }
  return at;
}

bool is_prose(const YamlNode& node) {
  if (node.kind != YamlKind::scalar) return false;
  const std::string_view value = node.value();
  const size_t first = value.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return false;
  const size_t blank = value.find_first_of(" \n", first);
  return (blank != std::string_view::npos &&
          value.find_first_not_of(" \t\r\n", blank) != std::string_view::npos) ||
         value.size() > 40 || std::any_of(value.begin(), value.end(), [](char c) {
           return static_cast<unsigned char>(c) >= 0xE3;  // scripts without blanks
         });
}

ScheduleFields read_fields(YamlNode& entry, const ScheduleMapping* mapping) {
  ScheduleFields fields;
  FieldReader(fields).mapping(entry, 0);
  if (mapping == nullptr) return fields;
  const auto use = [&](KeyRole role, const std::string& path) {
    if (path.empty()) return;
    fields.set(role, follow_path(entry, path));
  };
  if (!mapping->text.empty()) {
    fields.set(KeyRole::weak_text, nullptr);
    fields.word_parts.clear();
    fields.by_channel.clear();
    use(KeyRole::text, mapping->text);
  }
  if (!mapping->time.empty() || !mapping->date.empty()) {
    for (const KeyRole role :
         {KeyRole::moment, KeyRole::date, KeyRole::clock, KeyRole::hour, KeyRole::past}) {
      fields.set(role, nullptr);
    }
  }
  if (!mapping->channel.empty() || !mapping->recipient.empty()) fields.set(KeyRole::to, nullptr);
  use(KeyRole::moment, mapping->time);
  use(KeyRole::date, mapping->date);
  use(KeyRole::clock, mapping->clock_time);
  if (!mapping->clock_time.empty()) fields.slot = false;  // the user says what it is
  use(KeyRole::zone, mapping->zone);
  use(KeyRole::channel, mapping->channel);
  use(KeyRole::id, mapping->id);
  use(KeyRole::kind, mapping->kind);
  use(KeyRole::recipient, mapping->recipient);
  return fields;
}

PlacedText placed_value(const YamlNode& node) {
  const std::string_view value = node.value();
  const size_t first = value.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  const size_t last = value.find_last_not_of(" \t\r\n") + 1;
  const TextSpan span{static_cast<uint32_t>(first), static_cast<uint32_t>(last)};
  return {std::string(span.of(value)), node.text.source(span)};
}

PlacedText value_of(const ScheduleFields& fields, KeyRole role) {
  const YamlNode* node = fields.get(role);
  return node != nullptr && node->kind == YamlKind::scalar ? placed_value(*node) : PlacedText{};
}

std::vector<PlacedText> placed_values(const YamlNode& node, bool split) {
  std::vector<PlacedText> values;
  if (node.kind == YamlKind::scalar) {
    const std::string_view value = node.value();
    for (size_t begin = 0; begin <= value.size();) {
      const size_t comma = split ? value.find(',', begin) : std::string_view::npos;
      const size_t end = std::min(comma, value.size());
      const size_t first = std::min(value.find_first_not_of(" \t\r\n", begin), end);
      size_t last = end;
      while (last > first &&
             std::string_view(" \t\r\n").find(value[last - 1]) != std::string_view::npos) {
        --last;
      }
      if (last > first) {
        const TextSpan span{static_cast<uint32_t>(first), static_cast<uint32_t>(last)};
        values.push_back({std::string(span.of(value)), node.text.source(span)});
      }
      begin = end + 1;
    }
  } else if (node.kind == YamlKind::sequence) {
    for (const YamlNode& item : node.children) {
      const YamlNode* value = &item;
      for (const std::string_view key : {"name", "file", "url", "id"}) {
        if (item.kind != YamlKind::mapping) break;
        if (const YamlNode* found = item.find(key)) {
          value = found;
          break;
        }
      }
      PlacedText placed = placed_value(*value);
      if (!placed.empty()) values.push_back(std::move(placed));
    }
  } else if (is_flag_map(node)) {
    for (const YamlNode* name : raised_flags(node)) values.push_back(placed_value(*name));
  }
  return values;
}

}  // namespace soiree
