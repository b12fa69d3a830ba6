#ifndef SOIREE_POST_QUOTATIONS_H_
#define SOIREE_POST_QUOTATIONS_H_

#include <cstddef>
#include <cstdint>
#include <span>

#include "linter/post/post.h"

namespace soiree {

/// Finds the passages of `post` that are other people's words and fills `post.quotations`: block
/// quotes that are no callouts and not announced as the author's own, passages in quotation marks
/// of any style (one word is enough: a title or irony is recorded too), the answers of an
/// interview, and in short posts reposts ("RT @user", "#repost") and sayings with a name after
/// them. Needs tokens.
void find_quotations(Post& post);

/// True when the token with this index stands in one of `post.quotations`.
bool is_quoted(const Post& post, uint32_t token);

/// Walks along the quotations of a post, asked about its tokens in order.
class QuotationCursor {
 public:
  explicit QuotationCursor(const Post& post) : quotations_(post.quotations) {}
  bool has_token(uint32_t token) {
    while (at_ < quotations_.size() && quotations_[at_].last_token <= token) ++at_;
    return at_ < quotations_.size() && quotations_[at_].first_token <= token;
  }

 private:
  std::span<const Quotation> quotations_;
  size_t at_ = 0;
};

}  // namespace soiree

#endif  // SOIREE_POST_QUOTATIONS_H_
