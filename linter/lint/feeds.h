#ifndef SOIREE_LINT_FEEDS_H_
#define SOIREE_LINT_FEEDS_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/lint/feed.h"

namespace soiree {

/// A feed that the configuration names: `matches` tells whether a file belongs to it.
struct FeedDefinition {
  std::string name;
  FeedKind kind = FeedKind::blog;
  std::vector<bool> members;  ///< by file index
  std::string channel;        ///< only posts of this channel, in upper or lower case; empty for all
};

/// Directory that a post's blog section is known by: page bundles (`post/index.md`) and year or
/// month folders are part of the section around them.
std::string section_of(std::string_view path);

/// What the feeds of social posts in `path` are named by. A schedule stands for itself, unless its
/// name says when (`2026-03.yaml`, `2026-03-02-launch.yaml`): then it is a part of what its
/// directory holds, and so are `.tweet` files and Markdown.
std::string social_section_of(std::string_view path);

/// Sorts posts into feeds. Posts of files that a definition names belong to that feed alone; of the
/// others, dated articles form a blog feed per section, and social posts a feed per
/// social_section_of and channel. Names are for display: two definitions are two feeds, also when
/// they have one name or that of a section. Sections come first, sorted by name, then the
/// definitions in their order; posts are sorted by time, path and place. `facts` must outlive the
/// feeds; `paths` is indexed by Facts::file.
std::vector<Feed> make_feeds(std::span<const Facts> facts, std::span<const std::string> paths,
                             std::span<const FeedDefinition> definitions);

}  // namespace soiree

#endif  // SOIREE_LINT_FEEDS_H_
