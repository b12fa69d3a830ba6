#ifndef SOIREE_PARSE_SCHEDULE_ENTRY_H_
#define SOIREE_PARSE_SCHEDULE_ENTRY_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/parse/schedule_fields.h"

namespace soiree {

/// What an entry takes from around it when it says nothing itself.
struct ScheduleContext {
  PlacedText zone;
  PlacedText account;
  PlacedText date;  ///< may have a time of day
  std::vector<PlacedText> channels;
  bool direct_messages = false;
  bool drafts = false;  ///< under a key for drafts
  DateOrder order = DateOrder::usual;
  bool compact_clocks = false;  ///< `time: 1030` is half past ten, and not 1030 minutes
};

/// What a kind in plain_key form makes of an entry: `reply`, `repost`, `dm` and their like.
std::optional<ScheduleKind> kind_named(std::string_view plain);

/// Sets what `node` (a mapping: the root, or its `defaults`) says for all entries.
void inherit(ScheduleContext& context, YamlNode& node);

/// True for a map that likes or follows somebody, whether it has a text or not.
bool likes_or_follows(const YamlNode& entry);

/// Makes the entries of one map: one, or one per channel when the texts differ. The texts are moved
/// out of the tree. `group` numbers the entry.
std::vector<ScheduleEntry> make_entries(YamlNode& node, ScheduleFields& fields,
                                        const ScheduleContext& context, uint32_t group);

}  // namespace soiree

#endif  // SOIREE_PARSE_SCHEDULE_ENTRY_H_
