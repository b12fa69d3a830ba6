#ifndef SOIREE_RULES_SALES_PITCH_SHOP_LINKS_H_
#define SOIREE_RULES_SALES_PITCH_SHOP_LINKS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/post/post.h"

namespace soiree {

/// Tells which addresses lead to a till: shops, tickets, sign-up forms of mailing lists, affiliate
/// programmes, and the selling pages of the author's own domains.
class ShopLinks {
 public:
  /// Of `self` the domains count.
  explicit ShopLinks(const std::vector<std::string>& self);

  bool is_shop(std::string_view url) const;
  /// Number of different such addresses among the links and bare addresses of `post`; more than two
  /// count as two.
  uint32_t count(const Post& post) const;

 private:
  std::vector<std::string> own_domains_;
};

}  // namespace soiree

#endif  // SOIREE_RULES_SALES_PITCH_SHOP_LINKS_H_
