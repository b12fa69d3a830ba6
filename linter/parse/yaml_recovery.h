#ifndef SOIREE_PARSE_YAML_RECOVERY_H_
#define SOIREE_PARSE_YAML_RECOVERY_H_

#include <vector>

#include "linter/parse/yaml_document.h"

namespace soiree {

enum class YamlExtent : uint8_t { first_document, all_documents };

/// All that could be read of a YAML file. A list that stands, against YAML's rules, next to the
/// keys of a mapping is a root of its own after that mapping.
struct YamlStream {
  std::vector<YamlNode> roots;
  std::vector<Problem> problems;  ///< sorted by place
  std::vector<Comment> comments;  ///< sorted by place
  uint32_t scalars = 0;
  uint32_t inexact = 0;  ///< scalars whose map could not be proved
};

/// Reads `part` of `source`: as a whole first; when that fails, without the entries and keys that
/// cannot be read on their own, each of which is a problem. `mended` is the source with some of its
/// bytes replaced, and what is parsed when it is not empty; places and texts are the source's.
YamlStream read_yaml_stream(std::string_view source, SourceSpan part, YamlExtent extent,
                            std::string_view mended = {});

}  // namespace soiree

#endif  // SOIREE_PARSE_YAML_RECOVERY_H_
