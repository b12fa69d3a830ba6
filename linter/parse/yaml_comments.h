#ifndef SOIREE_PARSE_YAML_COMMENTS_H_
#define SOIREE_PARSE_YAML_COMMENTS_H_

#include <vector>

#include "linter/parse/yaml_events.h"

namespace soiree {

/// Finds the comments of `bytes`: every `#` at a line start or after a blank that is inside none of
/// the scalars `extents` (in source order). A plain text that ends at a comment which looks like a
/// hashtag (`hello #world`) is reported as a note in `problems`.
std::vector<Comment> find_comments(const YamlBytes& bytes, const std::vector<ScalarExtent>& extents,
                                   std::vector<Problem>& problems);

}  // namespace soiree

#endif  // SOIREE_PARSE_YAML_COMMENTS_H_
