#ifndef SOIREE_PARSE_YAML_MAPPING_H_
#define SOIREE_PARSE_YAML_MAPPING_H_

#include <vector>

#include "linter/parse/yaml_document.h"

namespace soiree {

/// Reports keys that stand twice in `node`, a complete mapping, and merges what its `<<` keys name:
/// keys of the mapping itself win over merged ones, earlier merged ones over later.
void finish_mapping(YamlNode& node, std::vector<Problem>& problems);

}  // namespace soiree

#endif  // SOIREE_PARSE_YAML_MAPPING_H_
