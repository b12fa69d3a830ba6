#ifndef SOIREE_PARSE_TOML_STRING_H_
#define SOIREE_PARSE_TOML_STRING_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "linter/text/mapped_text.h"

namespace soiree::front_matter {

/// Decodes the TOML string of any of the four kinds whose opening quote is at `begin` and appends
/// it to `value`. Returns the offset behind its closing quote, or nothing when there is no whole
/// string before `limit`.
std::optional<uint32_t> decode_toml_string(std::string_view source, uint32_t begin, uint32_t limit,
                                           MappedText& value);

}  // namespace soiree::front_matter

#endif  // SOIREE_PARSE_TOML_STRING_H_
