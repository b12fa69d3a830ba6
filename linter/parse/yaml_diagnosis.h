#ifndef SOIREE_PARSE_YAML_DIAGNOSIS_H_
#define SOIREE_PARSE_YAML_DIAGNOSIS_H_

#include "linter/parse/yaml_events.h"

namespace soiree {

/// Says what is wrong with the piece of YAML `unit` of `bytes.clean`, at which the parser stopped
/// with `failure`: the offending bytes, and the remedy.
Problem diagnose_yaml(const YamlBytes& bytes, SourceSpan unit, const YamlFailure& failure);

/// The same for a piece of JSON or other flow style: names a missing comma and where it belongs.
Problem diagnose_flow(const YamlBytes& bytes, SourceSpan piece, const YamlFailure& failure);

}  // namespace soiree

#endif  // SOIREE_PARSE_YAML_DIAGNOSIS_H_
