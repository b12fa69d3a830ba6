#include "linter/lint/example_marks.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace soiree {
namespace {

constexpr std::string_view kOpen = "\u27E6";
constexpr std::string_view kClose = "\u27E7";

}  // namespace

MarkedText without_marks(std::string_view marked) {
  MarkedText result;
  std::vector<uint32_t> open;
  for (size_t at = 0; at < marked.size();) {
    if (marked.substr(at).starts_with(kOpen)) {
      open.push_back(static_cast<uint32_t>(result.text.size()));
      at += kOpen.size();
    } else if (marked.substr(at).starts_with(kClose) && !open.empty()) {
      result.ranges.push_back({open.back(), static_cast<uint32_t>(result.text.size())});
      open.pop_back();
      at += kClose.size();
    } else {
      result.text += marked[at++];
    }
  }
  std::sort(result.ranges.begin(), result.ranges.end());
  return result;
}

std::string with_marks(std::string text, const std::vector<SourceSpan>& ranges) {
  std::vector<std::pair<uint32_t, std::string_view>> marks;
  for (const SourceSpan range : ranges) {
    marks.emplace_back(range.begin, kOpen);
    marks.emplace_back(range.end, kClose);
  }
  std::stable_sort(marks.begin(), marks.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  for (const auto& [at, mark] : marks) text.insert(at, mark);
  return text;
}

}  // namespace soiree
