#ifndef SOIREE_RULES_INSULAR_MENTIONS_MENTIONS_H_
#define SOIREE_RULES_INSULAR_MENTIONS_MENTIONS_H_

#include <string>
#include <string_view>
#include <vector>

#include "linter/post/post.h"

namespace soiree {

/// Facts::mentions of `post`: the handles it mentions in its author's own words, folded, without
/// `@`, each once, a blank between them. Credits under a picture ("📷 @ada", "Photo by @ada") and
/// words that only look like handles ("@media" in an article on CSS) are left out.
std::string mentioned_handles(const Post& post);

/// The handles in Facts::mentions.
std::vector<std::string_view> split_handles(std::string_view mentions);

}  // namespace soiree

#endif  // SOIREE_RULES_INSULAR_MENTIONS_MENTIONS_H_
