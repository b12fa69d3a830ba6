#ifndef SOIREE_PARSE_YAML_UNITS_H_
#define SOIREE_PARSE_YAML_UNITS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "linter/text/span.h"

namespace soiree {

enum class YamlUnitKind : uint8_t {
  item,   ///< `- ...`
  key,    ///< `key: ...`
  other,  ///< a line that is neither, or one indented less than the units around it
};

/// A list item or a key with its value, found by indentation alone: the lines from `begin` (its
/// first byte that is no blank) to the next unit at the same level. All offsets are bytes of the
/// string that was split, SourceSpan included.
struct YamlUnit {
  uint32_t begin = 0;
  uint32_t end = 0;
  YamlUnitKind kind = YamlUnitKind::other;
};

/// The documents of a stream: what stands between `---` and `...` lines.
std::vector<SourceSpan> document_regions(std::string_view bytes);
/// The units of `region` at its outermost level; blank lines and comments belong to the unit
/// before.
std::vector<YamlUnit> split_units(std::string_view bytes, SourceSpan region);
/// What is inside a unit and may be split again: behind the dash of an item, or the lines after a
/// key that has no value on its own line. Empty when there is nothing.
SourceSpan unit_content(std::string_view bytes, const YamlUnit& unit);
/// True for a key with nothing but comments after its colon.
bool has_empty_value(std::string_view bytes, const YamlUnit& unit);
/// The outermost `{...}` objects that stand in lists of JSON text, found by brackets and quotes.
std::vector<SourceSpan> flow_objects(std::string_view bytes);

}  // namespace soiree

#endif  // SOIREE_PARSE_YAML_UNITS_H_
