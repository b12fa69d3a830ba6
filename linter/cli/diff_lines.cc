#include "linter/cli/diff_lines.h"

#include <algorithm>
#include <charconv>

namespace soiree {
namespace {

std::string_view take_line(std::string_view& text) {
  const size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

/// A number and what comes before it; 0 when there is none.
uint32_t take_number(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_of("0123456789"), text.size()));
  uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  text.remove_prefix(static_cast<size_t>(end - text.data()));
  return number;
}

/// `12,3` or `12`, which means `12,1`.
struct HunkSide {
  uint32_t first = 0;
  uint32_t count = 1;
};

HunkSide take_side(std::string_view& text) {
  HunkSide side;
  side.first = take_number(text);
  if (text.starts_with(',')) side.count = take_number(text);
  return side;
}

/// A path as git quotes it when it holds quotes, backslashes or control characters.
std::string unquoted(std::string_view text) {
  std::string path;
  for (size_t at = 1; at < text.size() && text[at] != '"'; ++at) {
    if (text[at] != '\\' || at + 1 >= text.size()) {
      path += text[at];
      continue;
    }
    const char c = text[++at];
    if (c >= '0' && c <= '3' && at + 2 < text.size()) {
      path += static_cast<char>((c - '0') * 64 + (text[at + 1] - '0') * 8 + (text[at + 2] - '0'));
      at += 2;
      continue;
    }
    constexpr std::string_view kNames = "abtnvfr";
    const size_t name = kNames.find(c);
    path += name == std::string_view::npos ? c : static_cast<char>('\a' + name);
  }
  return path;
}

/// The path of a `+++ ` line; empty for a file that was deleted.
std::string new_path(std::string_view line) {
  line.remove_prefix(4);
  std::string path;
  if (line.starts_with('"')) {
    path = unquoted(line);
  } else {
    // A path with spaces ends in a tab, so that patch(1) knows where.
    path = line.substr(0, line.find('\t'));
  }
  return path.starts_with("b/") ? path.substr(2) : std::string();
}

/// Line numbers end somewhere, in a diff that git did not write.
uint32_t after(uint32_t line, uint32_t count) { return line + std::min(count, UINT32_MAX - line); }

/// Takes the lines of a hunk, which may look like anything, a header too.
void skip_lines(std::string_view& diff, uint32_t old_count, uint32_t new_count) {
  while ((old_count > 0 || new_count > 0) && !diff.empty()) {
    const std::string_view line = take_line(diff);
    const char sign = line.empty() ? ' ' : line[0];
    if (sign == '\\') continue;
    if (sign != '+' && old_count > 0) --old_count;
    if (sign != '-' && new_count > 0) --new_count;
  }
}

}  // namespace

DiffFiles read_diff(std::string_view diff) {
  DiffFiles files;
  std::vector<DiffLines>* changes = nullptr;
  while (!diff.empty()) {
    std::string_view line = take_line(diff);
    if (line.starts_with("diff --git ")) {
      changes = nullptr;
    } else if (line.starts_with("+++ ")) {
      const std::string path = new_path(line);
      changes = path.empty() ? nullptr : &files[path];
    } else if (line.starts_with("@@ ")) {
      const HunkSide old_side = take_side(line);
      const HunkSide new_side = take_side(line);
      if (changes != nullptr && new_side.count > 0) {
        changes->push_back({new_side.first, after(new_side.first, new_side.count - 1)});
      } else if (changes != nullptr) {
        changes->push_back({new_side.first, after(new_side.first, 1), true});
      }
      skip_lines(diff, old_side.count, new_side.count);
    }
  }
  return files;
}

bool touches(const std::vector<DiffLines>& changes, uint32_t first, uint32_t last) {
  return std::any_of(changes.begin(), changes.end(), [&](const DiffLines& lines) {
    if (lines.gap) return first <= lines.first && lines.last <= last;
    return first <= lines.last && lines.first <= last;
  });
}

}  // namespace soiree
