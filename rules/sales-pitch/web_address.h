#ifndef SOIREE_RULES_SALES_PITCH_WEB_ADDRESS_H_
#define SOIREE_RULES_SALES_PITCH_WEB_ADDRESS_H_

#include <string_view>

namespace soiree {

/// The parts of an address on the web; views into it.
struct WebAddress {
  std::string_view host;  ///< empty for a path
  std::string_view rest;  ///< path and query
};

/// Splits `url`, with a scheme or without.
WebAddress split_address(std::string_view url);

/// Does the path lead to where one buys, books or signs up: "/pricing", "/register/"?
bool is_selling_page(std::string_view rest);

}  // namespace soiree

#endif  // SOIREE_RULES_SALES_PITCH_WEB_ADDRESS_H_
