#ifndef SOIREE_RULES_UNFILLED_PLACEHOLDER_SLOTS_H_
#define SOIREE_RULES_UNFILLED_PLACEHOLDER_SLOTS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "linter/text/span.h"

namespace soiree {

enum class SlotStyle : uint8_t {
  double_brace,  ///< {{name}}, {{{name}}}
  brace,         ///< {name}, {name|there}, {!Contact.Name}
  tag,           ///< {% if name %}, {{#if name}}
  choice,        ///< {Hi|Hello|Hey}
  bracket,       ///< [NAME], [[name]]
  percent,       ///< %NAME%, %%name%%, #NAME#, @@NAME@@
  merge_tag,     ///< *|FNAME|*
  angle,         ///< <name>, <<name>>
  dollar,        ///< $name
  dollar_brace,  ///< ${name}
};

/// What looks like a field of a template.
struct Slot {
  TextSpan span;          ///< with its signs
  std::string_view name;  ///< what stands between them
  SlotStyle style = SlotStyle::brace;
};

/// Finds all slots in `text`, in order. Linear time: no slot is longer than 100 bytes or goes over
/// the end of its line.
std::vector<Slot> find_slots(std::string_view text);

/// Finds those in square brackets only.
std::vector<Slot> find_bracket_slots(std::string_view text);

}  // namespace soiree

#endif  // SOIREE_RULES_UNFILLED_PLACEHOLDER_SLOTS_H_
