#ifndef SOIREE_PARSE_SCHEDULE_FIELDS_H_
#define SOIREE_PARSE_SCHEDULE_FIELDS_H_

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "linter/parse/placed_text.h"
#include "linter/parse/schedule.h"
#include "linter/parse/schedule_keys.h"
#include "linter/parse/yaml_document.h"

namespace soiree {

/// A text of an entry that is written for one channel.
struct ChannelText {
  const YamlNode* channel = nullptr;  ///< the key
  YamlNode* value = nullptr;
};

/// The values of one entry by meaning. Pointers into the tree that was read.
struct ScheduleFields {
  std::array<YamlNode*, static_cast<size_t>(KeyRole::count)> values{};
  std::vector<ChannelText> by_channel;
  std::vector<YamlNode*> word_parts;  ///< a nested layout's words, in order
  bool slot = false;                  ///< the time of day stands under `slot`, which may number it

  YamlNode* get(KeyRole role) const { return values[static_cast<size_t>(role)]; }
  void set(KeyRole role, YamlNode* node) { values[static_cast<size_t>(role)] = node; }
};

/// Reads the keys of `entry`, nested lists of one-key maps included.
ScheduleFields read_fields(YamlNode& entry, const ScheduleMapping* mapping);

/// The node a dotted path leads to, or null.
YamlNode* follow_path(YamlNode& node, std::string_view path);
/// True for a scalar with at least two words.
bool is_prose(const YamlNode& node);
/// A scalar's value without blanks around it, and its place.
PlacedText placed_value(const YamlNode& node);
/// The scalar that has the role, or nothing.
PlacedText value_of(const ScheduleFields& fields, KeyRole role);
/// The values of a scalar (split at commas when `split`), of a list of scalars or of maps with a
/// `name`, `file`, `url` or `id`, or the names that a map of flags raises.
std::vector<PlacedText> placed_values(const YamlNode& node, bool split);

}  // namespace soiree

#endif  // SOIREE_PARSE_SCHEDULE_FIELDS_H_
