#ifndef SOIREE_RULES_LOCATION_CHECKIN_MAP_LINKS_H_
#define SOIREE_RULES_LOCATION_CHECKIN_MAP_LINKS_H_

#include <string_view>

#include "linter/text/span.h"

namespace soiree {

/// True for an address that a check-in service makes for one check-in or venue: Foursquare, Swarm,
/// Gowalla, Untappd, Glympse. Not for the pages of these companies.
bool is_check_in_link(std::string_view url);

/// True for an address that shows a place on a map.
bool is_map_link(std::string_view url);

/// The first pair of coordinates, "52.5200, 13.4050" with at least four decimals each; empty when
/// there is none.
TextSpan find_coordinates(std::string_view text);

}  // namespace soiree

#endif  // SOIREE_RULES_LOCATION_CHECKIN_MAP_LINKS_H_
