#ifndef SOIREE_POST_READ_POSTS_H_
#define SOIREE_POST_READ_POSTS_H_

#include <vector>

#include "linter/parse/problem.h"
#include "linter/post/post.h"
#include "linter/text/source_file.h"

namespace soiree {

struct ScheduleMapping;

/// How a file is to be read.
struct ReadOptions {
  Language language = Language::unknown;     ///< of all posts; unknown: from the post, path or text
  const ScheduleMapping* mapping = nullptr;  ///< names of a schedule's keys, null for detection
};

/// The posts of one file and what was found around them.
struct ParsedFile {
  std::vector<Post> posts;
  std::vector<Problem> problems;
  std::vector<Comment> comments;
  std::vector<PlacedText> disabled_rules;  ///< `soiree: {disable: [...]}` of the front matter
};

/// Reads `file` by its extension: Markdown and MDX as one article (or one social post when the
/// front matter names channels),
/// `.tweet` as one social post, YAML and JSON as a schedule when they look like one, and as nothing
/// otherwise. `file` must outlive the posts.
ParsedFile read_posts(const SourceFile& file, const ReadOptions& options);

}  // namespace soiree

#endif  // SOIREE_POST_READ_POSTS_H_
