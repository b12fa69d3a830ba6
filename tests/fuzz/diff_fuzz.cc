// Any bytes as what git prints: reading them never crashes and gives ranges that are some. And any
// two texts under any name: our own diff between them, applied, turns one into the other, and is
// read back with the name and with lines that exist.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/cli/diff_lines.h"
#include "linter/output/unified_diff.h"
#include "tests/fuzz/require.h"

namespace {

constexpr size_t kLongestCompared = 4000;

using soiree::require;

std::string_view take_line(std::string_view& text) {
  const size_t size = std::min(text.find('\n'), text.size() - 1) + 1;
  const std::string_view line = text.substr(0, size);
  text.remove_prefix(size);
  return line;
}

/// What patch(1) makes of `before`, with every line of the diff checked against it.
std::string patched(std::string_view before, std::string_view diff) {
  std::string after;
  take_line(diff);
  take_line(diff);
  size_t old_line = 1;
  while (!diff.empty()) {
    std::string_view line = take_line(diff);
    const bool unfinished = diff.starts_with("\\ No newline");
    if (unfinished) take_line(diff);
    if (line.starts_with("@@ -")) {
      size_t first = std::strtoul(std::string(line.substr(4)).c_str(), nullptr, 10);
      if (line.find(",0 +") != std::string_view::npos) ++first;
      for (; old_line < first; ++old_line) after += take_line(before);
      continue;
    }
    const char sign = line[0];
    line.remove_prefix(1);
    if (unfinished) line.remove_suffix(1);
    if (sign != '+') {
      require(take_line(before) == line);
      ++old_line;
    }
    if (sign != '-') after += line;
  }
  return after += before;
}

void compare(std::string path, std::string_view before, std::string_view after) {
  std::erase(path, '\0');
  if (path.empty() || path[0] == '/') path = "a.md";
  const std::string diff = soiree::unified_diff(path, before, after);
  if (before == after) return require(diff.empty());
  require(patched(before, diff) == after);
  const soiree::DiffFiles files = soiree::read_diff(diff);
  require(files.size() == 1 && files.begin()->first == path);
  const auto lines = static_cast<size_t>(std::count(after.begin(), after.end(), '\n')) + 1;
  for (const soiree::DiffLines& range : files.begin()->second) {
    require(range.first <= range.last && range.last <= lines + 1);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const auto& [path, ranges] : soiree::read_diff(bytes)) {
    require(!path.empty());
    for (const soiree::DiffLines& range : ranges) require(range.first <= range.last);
    soiree::touches(ranges, 1, 10);
  }
  if (size > kLongestCompared) return 0;
  const size_t name = std::min(bytes.find(' '), size);
  const std::string_view rest = bytes.substr(name);
  const size_t half = rest.size() / 2;
  compare(std::string(bytes.substr(0, name)), rest.substr(0, half), rest.substr(half));
  // Texts that differ little are the usual case.
  std::string changed(rest);
  if (!changed.empty()) changed.erase(half / 2, 3);
  compare("posts/" + std::string(bytes.substr(0, std::min<size_t>(size, 40))), rest, changed);
  return 0;
}
