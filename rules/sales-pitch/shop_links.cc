#include "rules/sales-pitch/shop_links.h"

#include <algorithm>
#include <array>

#include "rules/sales-pitch/web_address.h"

namespace soiree {
namespace {

constexpr std::array<std::string_view, 22> kShops = {
    "amzn.to",         "gumroad.com",    "leanpub.com",      "patreon.com",      "ko-fi.com",
    "etsy.com",        "ti.to",          "skl.sh",           "skillshare.com",   "udemy.com",
    "kickstarter.com", "indiegogo.com",  "teespring.com",    "redbubble.com",    "liketoknow.it",
    "rstyle.me",       "shareasale.com", "buymeacoffee.com", "lemonsqueezy.com", "payhip.com",
    "eventbrite.com",  "list-manage.com"};
constexpr std::array<std::string_view, 5> kAffiliateParameters = {
    "aff=", "affid=", "aff_id=", "affiliate=", "coupon="};

/// Is `host` the domain `domain` or one below it?
bool is_below(std::string_view host, std::string_view domain) {
  if (!host.ends_with(domain)) return false;
  return host.size() == domain.size() || host[host.size() - domain.size() - 1] == '.';
}

bool has_parameter(std::string_view rest, std::string_view parameter) {
  const size_t at = rest.find(parameter);
  return at != std::string_view::npos && at > 0 && (rest[at - 1] == '?' || rest[at - 1] == '&');
}

bool is_known_shop(std::string_view host) {
  if (host.find("list-manage") != std::string_view::npos) return true;
  if (host.starts_with("eventbrite.") || host.find(".eventbrite.") != std::string_view::npos) {
    return true;
  }
  return std::any_of(kShops.begin(), kShops.end(),
                     [host](std::string_view shop) { return is_below(host, shop); });
}

}  // namespace

ShopLinks::ShopLinks(const std::vector<std::string>& self) {
  for (const std::string& name : self) {
    const bool domain =
        name.find('.') != std::string::npos && name.find_first_of("@ /") == std::string::npos;
    if (domain) own_domains_.push_back(name);
  }
}

bool ShopLinks::is_shop(std::string_view url) const {
  const auto [host, rest] = split_address(url);
  if (is_known_shop(host)) return true;
  for (const std::string_view parameter : kAffiliateParameters) {
    if (has_parameter(rest, parameter)) return true;
  }
  if (host.find("amazon.") != std::string_view::npos && has_parameter(rest, "tag=")) return true;
  for (const std::string& domain : own_domains_) {
    if (is_below(host, domain) && is_selling_page(rest)) return true;
  }
  return false;
}

uint32_t ShopLinks::count(const Post& post) const {
  uint32_t found = 0;
  std::string_view known;
  const auto look_at = [&](std::string_view url) {
    if (found >= 2 || url == known || !is_shop(url)) return;
    known = url;
    ++found;
  };
  for (const Link& link : post.document.links) look_at(link.url);
  for (const Token& token : post.tokens()) {
    if (token.kind == TokenKind::url) look_at(token.span.of(post.text()));
  }
  return found;
}

}  // namespace soiree
