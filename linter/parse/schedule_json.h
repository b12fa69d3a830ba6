#ifndef SOIREE_PARSE_SCHEDULE_JSON_H_
#define SOIREE_PARSE_SCHEDULE_JSON_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/parse/problem.h"

namespace soiree {

/// What strict readers of JSON stop at, which the YAML parser mostly takes.
struct JsonCheck {
  std::vector<Problem> problems;
  /// The source without that where it is possible without moving a byte, so that no post is lost to
  /// it; empty when it is the source itself.
  std::string mended;
  uint32_t end = 0;  ///< nothing is known of what comes behind
};
JsonCheck check_json(std::string_view source);

/// Puts what `check` found in the place of what the YAML parser says, in other words and in other
/// places, of the same mistakes.
void take_json_problems(JsonCheck check, std::vector<Problem>& problems);

}  // namespace soiree

#endif  // SOIREE_PARSE_SCHEDULE_JSON_H_
