#ifndef SOIREE_RULES_SELF_FOCUS_CHECK_IN_H_
#define SOIREE_RULES_SELF_FOCUS_CHECK_IN_H_

#include <string_view>

#include "linter/text/span.h"

namespace soiree {

/// The end of a short post that says where its author is: "@ Some Place" up to the end, "(@ Some
/// Place in Town)", "(at @place in Town)" or "I'm at ..."; empty when there is none.
TextSpan find_check_in(std::string_view text);

/// True when the text names opening hours: "6-9pm", "11 to 2".
bool has_hours(std::string_view text);

}  // namespace soiree

#endif  // SOIREE_RULES_SELF_FOCUS_CHECK_IN_H_
