#ifndef SOIREE_PARSE_YAML_EVENTS_H_
#define SOIREE_PARSE_YAML_EVENTS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "linter/parse/yaml_bytes.h"
#include "linter/parse/yaml_document.h"

namespace soiree {

/// Why the parser stopped. Offsets are bytes of YamlBytes::clean.
struct YamlFailure {
  uint32_t offset = 0;
  std::string message;         ///< the parser's own words, or ours when `final`
  std::string unknown_anchor;  ///< name of the alias that nothing defines
  bool final = false;          ///< our own verdict, such as too deep: not the parser's
};

/// Where a scalar stands, in bytes of the source file. Used to find comments between scalars.
struct ScalarExtent {
  uint32_t begin = 0;
  uint32_t header_end = 0;
  uint32_t end = 0;
  bool plain = false;
  bool words = false;  ///< at least two words: prose rather than a value
};

/// Everything one run of the parser gave.
struct YamlParse {
  std::vector<YamlNode> roots;  ///< one per document
  std::vector<Problem> problems;
  std::vector<ScalarExtent> extents;
  std::optional<YamlFailure> failure;
  uint32_t scalars = 0;
  uint32_t inexact = 0;  ///< scalars whose map could not be proved
};

/// Parses the first document of `bytes`, or all of them. Never throws. A quote without an end, and
/// a quoted text that swallowed the lines after it, count as failures although yaml-cpp accepts
/// them.
YamlParse parse_yaml(const YamlBytes& bytes, bool all_documents);

}  // namespace soiree

#endif  // SOIREE_PARSE_YAML_EVENTS_H_
