#ifndef SOIREE_RULES_LOCATION_CHECKIN_PLACE_SUFFIX_H_
#define SOIREE_RULES_LOCATION_CHECKIN_PLACE_SUFFIX_H_

#include <string_view>

#include "linter/text/span.h"

namespace soiree {

/// The part of a short post with which an app says where its author is: "@ Some Place", "(@ Some
/// Place in Town)", "(at @place in Town)", "— at Some Place" at the end; empty when there is none.
/// Not "@handle", prices and times ("@ $5", "@ 7pm"), jobs ("engineer @ Acme"), appointments ("see
/// you @ the gate") and handles written with a blank ("instagram @ plum").
TextSpan find_place_suffix(std::string_view text);

/// Is `suffix`, which find_place_suffix found in `text`, an "@ Some Place" that a photo app put at
/// the end? Then it is the poster's, even behind somebody else's words or after a handle.
bool is_closing_suffix(std::string_view text, TextSpan suffix);

}  // namespace soiree

#endif  // SOIREE_RULES_LOCATION_CHECKIN_PLACE_SUFFIX_H_
