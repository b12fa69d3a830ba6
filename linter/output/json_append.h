#ifndef SOIREE_OUTPUT_JSON_APPEND_H_
#define SOIREE_OUTPUT_JSON_APPEND_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace soiree {

/// Appends `before`, which is JSON as it stands, and `text` as a JSON string.
void append_json_text(std::string& out, std::string_view before, std::string_view text);

/// Appends `before`, which is JSON as it stands, and `number`.
void append_json_number(std::string& out, std::string_view before, uint64_t number);

}  // namespace soiree

#endif  // SOIREE_OUTPUT_JSON_APPEND_H_
