#include "linter/config/gitignore.h"

#include <algorithm>
#include <string>

#include "linter/config/paths.h"

namespace soiree {
namespace {

constexpr size_t npos = std::string_view::npos;

/// Without blanks at the end, except one that a backslash protects.
std::string_view trim_trailing_blanks(std::string_view line) {
  size_t keep = 0;
  for (size_t at = 0; at < line.size(); ++at) {
    if (line[at] == ' ') continue;
    if (line[at] == '\\') ++at;
    keep = at + 1;
  }
  return line.substr(0, std::min(keep, line.size()));
}

bool matches(const PathPattern& pattern, std::string_view path, bool is_directory) {
  if (pattern.directory_only && !is_directory) return false;
  return pattern.glob.matches(pattern.name_only ? file_name(path) : path);
}

}  // namespace

PatternList PatternList::from_gitignore(std::string_view text) {
  PatternList list;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (uint32_t number = 1; !text.empty(); ++number) {
    const size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == npos ? text.size() : end + 1);
    if (end != npos && line.ends_with('\r')) line.remove_suffix(1);
    if (line.starts_with('#')) continue;
    line = trim_trailing_blanks(line);
    if (!line.empty()) list.add(line, number);
  }
  return list;
}

void PatternList::add(std::string_view pattern, uint32_t line) {
  const bool negated = pattern.starts_with('!');
  if (negated) pattern.remove_prefix(1);
  const bool directory_only = pattern.ends_with('/');
  if (directory_only) pattern.remove_suffix(1);
  const bool name_only = pattern.find('/') == npos;
  if (pattern.starts_with('/')) pattern.remove_prefix(1);
  if (pattern.empty()) return;
  patterns_.push_back({negated, directory_only, name_only, line, Glob(pattern)});
}

Result<bool> PatternList::add_with_braces(std::string_view pattern, uint32_t line) {
  Result<std::vector<std::string>> alternatives = expand_braces(pattern);
  if (!alternatives) return alternatives.error();
  for (const std::string& alternative : *alternatives) {
    std::string_view written = alternative;
    if (written.starts_with("./")) written.remove_prefix(1);
    add(written, line);
    if (!patterns_.empty() && !patterns_.back().glob.well_formed()) {
      return Error{
          "this glob is malformed (a `[` without `]`, or a `\\` at the end) and matches "
          "nothing; close the bracket or write `\\[`",
          ""};
    }
  }
  return true;
}

const PathPattern* PatternList::deciding(std::string_view path, bool is_directory) const {
  for (auto pattern = patterns_.rbegin(); pattern != patterns_.rend(); ++pattern) {
    if (matches(*pattern, path, is_directory)) return &*pattern;
  }
  return nullptr;
}

Verdict PatternList::verdict(std::string_view path, bool is_directory) const {
  const PathPattern* pattern = deciding(path, is_directory);
  if (pattern == nullptr) return Verdict::none;
  return pattern->negated ? Verdict::kept : Verdict::ignored;
}

bool PatternList::selects(std::string_view file) const {
  for (auto pattern = patterns_.rbegin(); pattern != patterns_.rend(); ++pattern) {
    bool matched = matches(*pattern, file, false);
    for (size_t slash = file.find('/'); !matched && slash != npos;
         slash = file.find('/', slash + 1)) {
      matched = matches(*pattern, file.substr(0, slash), true);
    }
    if (matched) return !pattern->negated;
  }
  return false;
}

}  // namespace soiree
