#ifndef SOIREE_PARSE_UNREADABLE_SCHEDULE_H_
#define SOIREE_PARSE_UNREADABLE_SCHEDULE_H_

#include <string_view>
#include <vector>

#include "linter/parse/problem.h"

namespace soiree {

/// True when a file that could not be read looks like a schedule line by line: at least two lines
/// with the key of a text and two with the key of a time. Such a file must not go by without a
/// word.
bool is_unreadable_schedule(std::string_view source, const std::vector<Problem>& problems);

}  // namespace soiree

#endif  // SOIREE_PARSE_UNREADABLE_SCHEDULE_H_
