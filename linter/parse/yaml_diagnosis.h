#ifndef SOIREE_PARSE_YAML_DIAGNOSIS_H_
#define SOIREE_PARSE_YAML_DIAGNOSIS_H_

#include "linter/parse/yaml_events.h"

namespace soiree {

/// Says what is wrong with the piece of YAML `unit` of `bytes.clean`, at which the parser stopped
/// with `failure`: the offending bytes, and the remedy.
Problem diagnose_yaml(const YamlBytes& bytes, SourceSpan unit, const YamlFailure& failure);

}  // namespace soiree

#endif  // SOIREE_PARSE_YAML_DIAGNOSIS_H_
