#ifndef SOIREE_CONFIG_CONFIG_NODE_H_
#define SOIREE_CONFIG_CONFIG_NODE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/text/result.h"

namespace soiree {

/// A node of a configuration file: YAML with anchors followed and merge keys (`<<`) merged.
struct ConfigNode {
  enum class Kind : uint8_t { null, scalar, list, map };
  Kind kind = Kind::null;
  bool quoted = false;            ///< a scalar in quotes is text, whatever it looks like
  bool folded = false;            ///< a scalar without quotes that runs over several lines
  std::string text;               ///< of a scalar
  SourceSpan place;               ///< of a list or map: its first line
  std::vector<ConfigNode> items;  ///< of a list; of a map key, value, key, value ...
};

/// Reads one YAML document. Never throws. Appends what is wrong to `errors`, each with `file` and
/// its place, and returns what can be used. Reports duplicate keys, unclosed quotes, a second
/// document, text that is not UTF-8, and files too large or too deep to be a configuration.
ConfigNode read_config_yaml(const std::string& file, std::string_view bytes,
                            std::vector<Error>& errors);

}  // namespace soiree

#endif  // SOIREE_CONFIG_CONFIG_NODE_H_
