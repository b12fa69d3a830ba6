#ifndef SOIREE_PARSE_YAML_SCALAR_H_
#define SOIREE_PARSE_YAML_SCALAR_H_

#include <cstdint>
#include <string_view>

#include "linter/parse/yaml_bytes.h"
#include "linter/parse/yaml_document.h"
#include "linter/text/mapped_text.h"

namespace soiree {

/// A scalar as it stands in the source.
struct ScalarReading {
  YamlStyle style = YamlStyle::plain;
  SourceSpan place;         ///< quotes or block indicator included
  uint32_t header_end = 0;  ///< of a block scalar: end of its first line; else place.begin
  MappedText text;
  bool exact = false;  ///< the source was decoded again and gave the parser's value byte for byte
  bool closed = true;  ///< false when a quote has no end
};

/// Maps a scalar whose first byte (quote, block indicator or text) stands at `begin` of
/// `bytes.clean` and which the parser read as `value`. The source is decoded again by the scalar's
/// style; unless that gives `value` byte for byte, the whole scalar maps as one run.
ScalarReading map_scalar(const YamlBytes& bytes, uint32_t begin, std::string_view value);

}  // namespace soiree

#endif  // SOIREE_PARSE_YAML_SCALAR_H_
