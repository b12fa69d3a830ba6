#ifndef SOIREE_PARSE_YAML_DOCUMENT_H_
#define SOIREE_PARSE_YAML_DOCUMENT_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "linter/parse/problem.h"
#include "linter/text/mapped_text.h"

namespace soiree {

enum class YamlKind : uint8_t { null, scalar, sequence, mapping };
enum class YamlStyle : uint8_t { none, plain, single_quoted, double_quoted, literal, folded };

/// A node of a YAML document. Aliases are resolved and merge keys (`<<`) merged.
struct YamlNode {
  YamlKind kind = YamlKind::null;
  YamlStyle style = YamlStyle::none;
  SourceSpan place;                ///< quotes or block indicator included
  MappedText text;                 ///< of a scalar: its value and where each byte of it stands
  std::vector<YamlNode> children;  ///< items of a sequence; key, value, key, value ... of a mapping

  /// Value of a mapping's key (first match), or null. Keys compare byte for byte.
  const YamlNode* find(std::string_view key) const;
  /// The scalar's value; empty for anything else.
  std::string_view value() const { return text.text(); }
};

struct YamlDocument {
  YamlNode root;
  std::vector<Problem> problems;
  std::vector<Comment> comments;
};

/// Reads the first document of `part` of `source`. All places are offsets into `source`. Never
/// throws; what cannot be read is a problem and the readable rest is in `root`. Work is bounded:
/// alias bombs, cycles and deep nesting end in a problem.
YamlDocument read_yaml(std::string_view source, SourceSpan part);

}  // namespace soiree

#endif  // SOIREE_PARSE_YAML_DOCUMENT_H_
