#include "rules/sales-pitch/own_product.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "linter/post/quotations.h"
#include "linter/text/word_table.h"
#include "rules/sales-pitch/web_address.h"

namespace soiree {
namespace {

constexpr uint32_t kFewestMentions = 5;
/// In so many words the name comes at least once. Of 10 findings on long guides that a reader
/// called wrong 8 name it less often; of 27 that are right none does.
constexpr size_t kWordsPerMention = 200;
constexpr uint32_t kFewestLinks = 4;
constexpr uint32_t kFewestOfMakers = 2;  ///< "we", "our" ...
constexpr uint32_t kFewestOfReaders = 3;

/// Who says "I" this often for each "we" writes of other people's products.
constexpr double kMostSingular = 0.25;

enum Role : uint32_t { kMaker = 1, kReader = 2, kSingular = 4 };

constexpr auto kRoles = [] {
  WordTable<64> table;
  table.add("we we're we've we'll our ours us", kMaker);
  table.add("you you're you've you'll your yours", kReader);
  table.add("i i'm i've i'd my me", kSingular);
  return table;
}();

/// What everybody writes about and links to.
constexpr auto kPlatforms = [] {
  WordTable<128> table;
  table.add(
      "google youtube facebook twitter instagram linkedin github gitlab wikipedia amazon apple "
      "microsoft reddit medium stackoverflow flickr vimeo spotify mozilla w3 imgur dropbox paypal "
      "slack discord telegram whatsapp wordpress archive nytimes theguardian bbc npmjs docker",
      1);
  return table;
}();

/// "plum" of "www.plum.example" and of "plum.co.uk": what a site is called.
std::string_view site_name(std::string_view host) {
  constexpr size_t kLongestCountryPart = 3;  // "co", "com", "org"
  size_t end = host.rfind('.');
  if (end == std::string_view::npos) return {};
  while (true) {
    const size_t dot = end == 0 ? std::string_view::npos : host.rfind('.', end - 1);
    const size_t begin = dot == std::string_view::npos ? 0 : dot + 1;
    if (begin == 0 || end - begin > kLongestCountryPart) return host.substr(begin, end - begin);
    end = dot;
  }
}

struct Site {
  uint32_t name = 0;  ///< hash
  uint32_t links = 0;
  bool front = false;  ///< its front page is linked
  bool sells = false;  ///< so is a page to buy or sign up
};

/// The site with the most links, platforms left out.
Site most_linked(const Post& post) {
  std::map<uint32_t, Site> sites;
  for (const Link& link : post.document.links) {
    if (link.image) continue;
    const WebAddress address = split_address(link.url);
    const uint32_t name = hash_word(site_name(address.host));
    if (address.host.empty() || kPlatforms.find(name) != 0) continue;
    Site& site = sites[name];
    site.name = name;
    ++site.links;
    site.front = site.front || address.rest.empty() || address.rest == "/";
    site.sells = site.sells || is_selling_page(address.rest);
  }
  const auto most = std::max_element(sites.begin(), sites.end(), [](const auto& a, const auto& b) {
    return a.second.links < b.second.links;
  });
  return most == sites.end() ? Site{} : most->second;
}

}  // namespace

OwnProduct find_own_product(const Post& post) {
  if (post.document.links.size() < kFewestLinks) return {};
  const Site site = most_linked(post);
  if (site.links < kFewestLinks) return {};
  OwnProduct product;
  product.links = site.links;
  uint32_t makers = 0;
  uint32_t readers = 0;
  uint32_t singular = 0;
  size_t words = 0;
  const auto tokens = post.tokens();
  for (uint32_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != TokenKind::word) continue;
    ++words;
    const uint32_t role = kRoles.find(tokens[i].hash);
    makers += role == kMaker ? 1 : 0;
    readers += role == kReader ? 1 : 0;
    singular += role == kSingular ? 1 : 0;
    if (tokens[i].hash != site.name || !tokens[i].capital || is_quoted(post, i)) continue;
    if (product.mentions++ == 0) product.name = tokens[i].span;
  }
  if (product.mentions < kFewestMentions || product.mentions * kWordsPerMention < words) return {};
  if (makers < kFewestOfMakers || readers < kFewestOfReaders) return {};
  const bool own = site.sells || (site.front && singular <= kMostSingular * makers);
  return own ? product : OwnProduct{};
}

}  // namespace soiree
