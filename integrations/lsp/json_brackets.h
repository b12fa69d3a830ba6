#ifndef SOIREE_LSP_JSON_BRACKETS_H_
#define SOIREE_LSP_JSON_BRACKETS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace soiree {

/// An object or array of a JSON text: `[begin, end)` with its brackets.
struct JsonBracket {
  static constexpr size_t kNone = SIZE_MAX;

  uint32_t begin = 0;
  uint32_t end = 0;
  size_t parent = kNone;  ///< in the list of all
  bool object = false;
};

/// All objects and arrays of `text` in the order in which they begin; nothing when it holds more
/// than the words of JSON, or brackets that are not closed. Whether values and commas are where
/// they should be is not looked at: that matters inside the brackets only.
std::optional<std::vector<JsonBracket>> json_brackets(std::string_view text);

}  // namespace soiree

#endif  // SOIREE_LSP_JSON_BRACKETS_H_
