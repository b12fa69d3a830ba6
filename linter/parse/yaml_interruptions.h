#ifndef SOIREE_PARSE_YAML_INTERRUPTIONS_H_
#define SOIREE_PARSE_YAML_INTERRUPTIONS_H_

#include <string>
#include <string_view>
#include <vector>

#include "linter/parse/yaml_units.h"

namespace soiree {

/// Lines that break a list in two, and lists that hang below no key.
struct YamlInterruptions {
  struct Line {
    SourceSpan place;  ///< what cannot stay
    uint32_t line_end = 0;
    std::string message;
  };
  std::vector<Line> lines;      ///< in source order
  std::vector<YamlUnit> lists;  ///< lists that belong to no key, in source order
};

/// Finds, in block YAML that does not parse, the lines that stand further left than the list they
/// are in the middle of (conflict markers, keys and items that lost their indentation), and the
/// lists below a line that is no `key:`. All offsets are bytes of `bytes`.
YamlInterruptions find_interruptions(std::string_view bytes);

}  // namespace soiree

#endif  // SOIREE_PARSE_YAML_INTERRUPTIONS_H_
