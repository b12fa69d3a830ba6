#include "linter/output/unified_diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace soiree {
namespace {

constexpr size_t kContext = 3;
/// Above this many changed lines a block is told as replaced: the search takes its square in time
/// and memory.
constexpr int kMostSteps = 2000;

using Lines = std::vector<std::string_view>;

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    const size_t size = end == std::string_view::npos ? text.size() : end + 1;
    lines.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

/// One line of the difference: ' ' is in both, '-' in the old text, '+' in the new one.
struct Step {
  char sign;
  std::string_view line;
};

/// The shortest way from one list of lines to the other (Myers 1986), or the removal of one and the
/// insertion of the other when that way is too long.
std::vector<Step> steps_between(const Lines& before, const Lines& after) {
  const int old_size = static_cast<int>(before.size());
  const int new_size = static_cast<int>(after.size());
  const int most = std::min(old_size + new_size, kMostSteps);
  std::vector<std::vector<int>> trace;
  std::vector<int> reach(static_cast<size_t>(2 * most + 3), 0);
  const auto at = [most](int diagonal) { return static_cast<size_t>(diagonal + most + 1); };
  const auto goes_down = [&](const std::vector<int>& ends, int depth, int diagonal) {
    return diagonal == -depth ||
           (diagonal != depth && ends[at(diagonal - 1)] < ends[at(diagonal + 1)]);
  };
  int found = -1;
  for (int depth = 0; depth <= most && found < 0; ++depth) {
    trace.push_back(reach);
    for (int diagonal = -depth; diagonal <= depth && found < 0; diagonal += 2) {
      const bool down = goes_down(reach, depth, diagonal);
      int x = down ? reach[at(diagonal + 1)] : reach[at(diagonal - 1)] + 1;
      while (x < old_size && x - diagonal < new_size &&
             before[static_cast<size_t>(x)] == after[static_cast<size_t>(x - diagonal)]) {
        ++x;
      }
      reach[at(diagonal)] = x;
      if (x >= old_size && x - diagonal >= new_size) found = depth;
    }
  }
  std::vector<Step> steps;
  if (found < 0) {
    for (const std::string_view line : before) steps.push_back({'-', line});
    for (const std::string_view line : after) steps.push_back({'+', line});
    return steps;
  }
  int x = old_size;
  int y = new_size;
  for (int depth = found; depth >= 0; --depth) {
    const std::vector<int>& ends = trace[static_cast<size_t>(depth)];
    const int diagonal = x - y;
    const bool down = goes_down(ends, depth, diagonal);
    const int from_x = depth == 0 ? 0 : ends[at(down ? diagonal + 1 : diagonal - 1)];
    const int from_y = depth == 0 ? 0 : from_x - (down ? diagonal + 1 : diagonal - 1);
    while (x > from_x && y > from_y) {
      steps.push_back({' ', before[static_cast<size_t>(--x)]});
      --y;
    }
    if (depth == 0) break;
    if (down) {
      steps.push_back({'+', after[static_cast<size_t>(--y)]});
    } else {
      steps.push_back({'-', before[static_cast<size_t>(--x)]});
    }
  }
  std::reverse(steps.begin(), steps.end());
  return steps;
}

std::string range_of(size_t first, size_t count) {
  if (count == 1) return std::to_string(first);
  return fmt::format("{},{}", count == 0 ? first - 1 : first, count);
}

/// Writes steps [begin, end) as one hunk that starts at these lines (1-based).
void append_hunk(std::string& out, const std::vector<Step>& steps, size_t begin, size_t end,
                 size_t old_line, size_t new_line) {
  size_t old_count = 0;
  size_t new_count = 0;
  for (size_t i = begin; i < end; ++i) {
    old_count += steps[i].sign != '+' ? 1 : 0;
    new_count += steps[i].sign != '-' ? 1 : 0;
  }
  fmt::format_to(std::back_inserter(out), "@@ -{} +{} @@\n", range_of(old_line, old_count),
                 range_of(new_line, new_count));
  for (size_t i = begin; i < end; ++i) {
    out += steps[i].sign;
    out += steps[i].line;
    if (!steps[i].line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
  }
}

/// A line with the name of a file as git writes it: in quotes where it holds what would end the
/// line or the quotes, and before a tab where it holds a space, which patch(1) would stop at.
std::string header_line(std::string_view mark, std::string_view prefix, std::string_view path) {
  const auto special = [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '"' || c == '\\';
  };
  if (std::none_of(path.begin(), path.end(), special)) {
    const std::string_view tab = path.find(' ') == std::string_view::npos ? "" : "\t";
    return fmt::format("{}{}{}{}\n", mark, prefix, path, tab);
  }
  std::string quoted;
  for (const char c : path) {
    if (c == '"' || c == '\\') {
      quoted += '\\';
      quoted += c;
    } else {
      quoted += special(c) ? fmt::format("\\{:03o}", static_cast<unsigned>(c)) : std::string(1, c);
    }
  }
  return fmt::format("{}\"{}{}\"\n", mark, prefix, quoted);
}

}  // namespace

std::string unified_diff(std::string_view path, std::string_view before, std::string_view after) {
  if (before == after) return {};
  const std::vector<Step> steps = steps_between(lines_of(before), lines_of(after));
  const bool absolute = path.starts_with('/');
  std::string out = header_line("--- ", absolute ? "" : "a/", path) +
                    header_line("+++ ", absolute ? "" : "b/", path);
  size_t old_line = 1;
  size_t new_line = 1;
  size_t at = 0;
  const auto move_to = [&](size_t end) {
    for (; at < end; ++at) {
      old_line += steps[at].sign != '+' ? 1 : 0;
      new_line += steps[at].sign != '-' ? 1 : 0;
    }
  };
  while (true) {
    size_t change = at;
    while (change < steps.size() && steps[change].sign == ' ') ++change;
    if (change == steps.size()) return out;
    move_to(std::max(at, change - std::min(change, kContext)));
    size_t last = change;
    for (size_t i = change; i < steps.size() && i <= last + 2 * kContext; ++i) {
      if (steps[i].sign != ' ') last = i;
    }
    const size_t end = std::min(steps.size(), last + 1 + kContext);
    append_hunk(out, steps, at, end, old_line, new_line);
    move_to(end);
  }
}

}  // namespace soiree
