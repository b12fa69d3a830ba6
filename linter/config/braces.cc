#include <utility>

#include "linter/config/glob.h"

namespace soiree {
namespace {

constexpr size_t npos = std::string_view::npos;

/// Where the group that opens at `open` has its commas and, last, its closing brace; empty when it
/// is not closed.
std::vector<size_t> group_marks(std::string_view pattern, size_t open) {
  std::vector<size_t> marks;
  size_t depth = 0;
  for (size_t at = open; at < pattern.size(); ++at) {
    if (pattern[at] == '\\') {
      ++at;
    } else if (pattern[at] == '{') {
      ++depth;
    } else if (pattern[at] == ',' && depth == 1) {
      marks.push_back(at);
    } else if (pattern[at] == '}' && --depth == 0) {
      marks.push_back(at);
      return marks;
    }
  }
  return {};
}

size_t next_open(std::string_view pattern, size_t from) {
  for (size_t at = from; at < pattern.size(); ++at) {
    if (pattern[at] == '\\') {
      ++at;
    } else if (pattern[at] == '{') {
      return at;
    }
  }
  return npos;
}

}  // namespace

Result<std::vector<std::string>> expand_braces(std::string_view pattern) {
  // Each open pattern is expanded at its first group with a comma at or after `from`.
  std::vector<std::pair<std::string, size_t>> open = {{std::string(pattern), 0}};
  std::vector<std::string> done;
  size_t steps = 0;
  while (!open.empty()) {
    auto [text, from] = std::move(open.back());
    open.pop_back();
    const size_t start = next_open(text, from);
    if (start == npos) {
      done.push_back(std::move(text));
      continue;
    }
    const std::vector<size_t> marks = group_marks(text, start);
    if (++steps > 4 * kBraceLimit || open.size() + done.size() + marks.size() > kBraceLimit) {
      return Error{"this glob has more than 256 alternatives in braces; split it or use `*`", ""};
    }
    if (marks.size() < 2) {
      open.emplace_back(std::move(text), start + 1);
      continue;
    }
    for (size_t i = marks.size(); i-- > 0;) {
      const size_t begin = i == 0 ? start + 1 : marks[i - 1] + 1;
      std::string chosen = text.substr(0, start) + text.substr(begin, marks[i] - begin);
      chosen += text.substr(marks.back() + 1);
      open.emplace_back(std::move(chosen), start);
    }
  }
  return done;
}

}  // namespace soiree
