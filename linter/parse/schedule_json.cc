#include "linter/parse/schedule_json.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "linter/parse/json_reader.h"

namespace soiree {

JsonCheck check_json(std::string_view source) {
  JsonCheck check;
  const uint32_t begin = source.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  const size_t first = source.find_first_not_of(" \t\r\n", begin);
  if (first == std::string_view::npos ||
      std::string_view("{[/").find(source[first]) == std::string_view::npos) {
    return check;
  }
  JsonReader reader(source, {begin, static_cast<uint32_t>(source.size())}, nullptr);
  reader.read_all();
  const size_t line_end = source.find_first_of("\r\n", reader.at());
  check.end = static_cast<uint32_t>(std::min(line_end, source.size()));
  check.problems = std::move(reader.problems());
  if (!reader.repairs().empty()) check.mended = source;
  for (const JsonRepair& repair : reader.repairs()) {
    for (uint32_t at = repair.place.begin; at < repair.place.end; ++at) {
      char& byte = check.mended[at];
      if (byte != '\n' || repair.with != ' ') byte = repair.with;
    }
  }
  return check;
}

void take_json_problems(JsonCheck check, std::vector<Problem>& problems) {
  if (check.problems.empty()) return;
  const auto known = [&check](const Problem& problem) {
    return !problem.note && problem.place.begin <= check.end;
  };
  problems.erase(std::remove_if(problems.begin(), problems.end(), known), problems.end());
  std::move(check.problems.begin(), check.problems.end(), std::back_inserter(problems));
  std::stable_sort(problems.begin(), problems.end(),
                   [](const Problem& a, const Problem& b) { return a.place < b.place; });
}

}  // namespace soiree
