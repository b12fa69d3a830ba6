#include "rules/sales-pitch/web_address.h"

#include <algorithm>
#include <array>

namespace soiree {
namespace {

constexpr std::array<std::string_view, 12> kSellingPages = {
    "/shop", "/store",   "/pricing",  "/buy",    "/checkout",  "/order",
    "/cart", "/tickets", "/register", "/signup", "/subscribe", "/hire"};

constexpr bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Does `rest` hold `page` as the beginning of a path's part?
bool has_page(std::string_view rest, std::string_view page) {
  const size_t at = rest.find(page);
  if (at == std::string_view::npos) return false;
  const size_t end = at + page.size();
  return end == rest.size() || !is_letter_or_digit(rest[end]);
}

}  // namespace

WebAddress split_address(std::string_view url) {
  const size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  const size_t end = std::min(url.find_first_of("/?#:"), url.size());
  return {url.substr(0, end), url.substr(end)};
}

bool is_selling_page(std::string_view rest) {
  return std::any_of(kSellingPages.begin(), kSellingPages.end(),
                     [rest](std::string_view page) { return has_page(rest, page); });
}

}  // namespace soiree
