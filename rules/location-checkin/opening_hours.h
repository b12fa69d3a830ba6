#ifndef SOIREE_RULES_LOCATION_CHECKIN_OPENING_HOURS_H_
#define SOIREE_RULES_LOCATION_CHECKIN_OPENING_HOURS_H_

#include <string_view>

namespace soiree {

/// True when the text names opening hours: "6-9pm", "11 to 2".
bool has_hours(std::string_view text);

}  // namespace soiree

#endif  // SOIREE_RULES_LOCATION_CHECKIN_OPENING_HOURS_H_
