#ifndef SOIREE_OUTPUT_JSON_STRING_H_
#define SOIREE_OUTPUT_JSON_STRING_H_

#include <string>
#include <string_view>

namespace soiree {

/// Appends `text` to `out` as a JSON string, quotes included. Bytes that are not valid UTF-8 become
/// U+FFFD; no other character above U+007E is escaped.
void append_json_string(std::string& out, std::string_view text);

}  // namespace soiree

#endif  // SOIREE_OUTPUT_JSON_STRING_H_
