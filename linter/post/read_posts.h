#ifndef SOIREE_POST_READ_POSTS_H_
#define SOIREE_POST_READ_POSTS_H_

#include <string>
#include <vector>

#include "linter/parse/problem.h"
#include "linter/post/post.h"
#include "linter/text/source_file.h"

namespace soiree {

struct ScheduleMapping;

/// Largest file that is read unless the configuration says otherwise, in bytes. Lists of ten
/// thousand posts stay below it; what is above is a mistake or an export, and would take a multiple
/// of its size in memory.
inline constexpr uint64_t kLargestFile = uint64_t{5} << 20;

/// How a file is to be read.
struct ReadOptions {
  Language language = Language::unknown;     ///< of all posts; unknown: from the post, path or text
  const ScheduleMapping* mapping = nullptr;  ///< names of a schedule's keys, null for detection
  /// Absolute path of the file, since its folders tell what it holds however its path is typed;
  /// without it the path as it is.
  std::string location;
  uint64_t largest = kLargestFile;  ///< size in bytes above which it is refused
};

/// The posts of one file and what was found around them.
struct ParsedFile {
  std::vector<Post> posts;
  std::vector<Problem> problems;
  std::vector<Comment> comments;
  std::vector<DisabledRule> disabled_rules;  ///< by `soiree: {disable: [...]}` in the file
};

/// Reads `file` by its extension: Markdown and MDX as one article (or one social post when the
/// front matter names channels),
/// `.tweet` as one social post, YAML and JSON as a schedule when they look like one, and as nothing
/// otherwise. `file` must outlive the posts.
ParsedFile read_posts(const SourceFile& file, const ReadOptions& options);

/// The rules that front matter disables, for the whole of `file`.
std::vector<DisabledRule> disabled_in_file(std::vector<PlacedText> rules, const SourceFile& file);

/// What is said instead of reading a file of `size` bytes, more than `options.largest`: nothing
/// about data that does not look like a schedule by its path.
ParsedFile refuse_file(const std::string& path, uint64_t size, const ReadOptions& options);

}  // namespace soiree

#endif  // SOIREE_POST_READ_POSTS_H_
