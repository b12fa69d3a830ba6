#include "linter/post/post.h"

#include <algorithm>

namespace soiree {

std::string_view post_kind_name(PostKind kind) {
  switch (kind) {
    case PostKind::article:
      return "article";
    case PostKind::social:
      return "social";
    case PostKind::reply:
      return "reply";
    case PostKind::repost:
      return "repost";
    case PostKind::direct_message:
      return "direct_message";
  }
  return "article";
}

size_t Post::block_of(uint32_t token) const {
  const auto after = std::upper_bound(block_tokens.begin(), block_tokens.end(), token);
  return static_cast<size_t>(after - block_tokens.begin()) - 1;
}

std::string channel_names(const Post& post) {
  std::string names;
  for (const PlacedText& channel : post.metadata.channels) {
    if (!names.empty()) names += ", ";
    names += channel.value;
  }
  return names;
}

}  // namespace soiree
