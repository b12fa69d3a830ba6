#ifndef SOIREE_PARSE_CONTENT_KIND_H_
#define SOIREE_PARSE_CONTENT_KIND_H_

#include <cstdint>
#include <optional>
#include <string_view>

namespace soiree {

/// How a file is read, told by its name alone.
enum class ContentKind : uint8_t { markdown, tweet, yaml, json };

/// Kind of `path` by its extension (upper or lower case); none for files that hold no posts.
std::optional<ContentKind> content_kind(std::string_view path);

}  // namespace soiree

#endif  // SOIREE_PARSE_CONTENT_KIND_H_
