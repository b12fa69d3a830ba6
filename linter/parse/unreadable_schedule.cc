#include "linter/parse/unreadable_schedule.h"

#include <algorithm>

#include "linter/parse/schedule_keys.h"

namespace soiree {
namespace {

bool has_lines_of_a_schedule(std::string_view source) {
  size_t texts = 0;
  size_t times = 0;
  for (size_t at = 0; at < source.size();) {
    const size_t end = std::min(source.find('\n', at), source.size());
    std::string_view line = source.substr(at, end - at);
    at = end + 1;
    line.remove_prefix(std::min(line.find_first_not_of(" \t-\"{"), line.size()));
    const size_t colon = line.substr(0, 40).find(':');
    if (colon == std::string_view::npos) continue;
    std::string_view key = line.substr(0, colon);
    if (key.ends_with('"')) key.remove_suffix(1);
    const KeyRole role = key_role(plain_key(key));
    if (role == KeyRole::text) ++texts;
    if (role == KeyRole::moment || role == KeyRole::date) ++times;
  }
  return texts >= 2 && times >= 2;
}

bool was_not_readable(const std::vector<Problem>& problems) {
  return std::any_of(problems.begin(), problems.end(),
                     [](const Problem& problem) { return !problem.note; });
}

}  // namespace

bool is_unreadable_schedule(std::string_view source, const std::vector<Problem>& problems) {
  return was_not_readable(problems) && has_lines_of_a_schedule(source);
}

}  // namespace soiree
