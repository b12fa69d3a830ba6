#ifndef SOIREE_PARSE_TOML_DIAGNOSIS_H_
#define SOIREE_PARSE_TOML_DIAGNOSIS_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "linter/parse/problem.h"

namespace soiree::front_matter {

/// Says what is wrong with the TOML in `part` of `source`, at which the parser stopped on the line
/// that holds the offset `stopped` with the words `description`: the bytes to change, and the
/// remedy. Nothing when the only mistake is a date of the post's own that does not exist, since
/// whoever reads the date tells that.
std::optional<Problem> diagnose_toml(std::string_view source, SourceSpan part, uint32_t stopped,
                                     std::string_view description);

}  // namespace soiree::front_matter

#endif  // SOIREE_PARSE_TOML_DIAGNOSIS_H_
