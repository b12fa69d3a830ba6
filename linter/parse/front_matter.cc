#include "linter/parse/front_matter.h"

#include <algorithm>

#include "linter/parse/content_kind.h"
#include "linter/parse/front_matter_parts.h"

namespace soiree {
namespace {

using front_matter::Block;
using front_matter::Line;
using front_matter::line_at;

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

/// A brace begins an expression there.
bool is_mdx(std::string_view path) {
  constexpr std::string_view kExtension = ".mdx";
  return path.size() >= kExtension.size() &&
         std::equal(kExtension.rbegin(), kExtension.rend(), path.rbegin(),
                    [](char a, char b) { return a == lower(b); });
}

uint32_t skip_blank_lines(std::string_view source, uint32_t at) {
  const auto size = static_cast<uint32_t>(source.size());
  while (at < size) {
    const Line line = line_at(source, at, size);
    if (!front_matter::without_trailing_blanks(line.of(source)).empty()) break;
    at = line.next;
  }
  return at;
}

// Past blanks and the comments that JSON does not have.
size_t skip_json_space(std::string_view source, size_t at) {
  for (;;) {
    at = std::min(source.find_first_not_of(" \t\r\n", at), source.size());
    const std::string_view mark = source.substr(at, 2);
    if (mark != "//" && mark != "/*") return at;
    const std::string_view end = mark == "//" ? "\n" : "*/";
    at = std::min(source.find(end, at + 2), source.size() - end.size()) + end.size();
  }
}

// `{` that begins an object and not a template tag or an MDX expression: a string and a colon, or
// the closing brace, come first; or, with a slip in it, a key that hardly any text begins with.
bool starts_json_object(std::string_view source, uint32_t at) {
  size_t next = skip_json_space(source, at + 1);
  if (next == source.size()) return false;
  if (source[next] == '}') return source.find_first_not_of(" \t\r\n", at + 1) == next;
  for (const std::string_view mark : {"'", "“", "”", "„"}) {
    if (!source.substr(next).starts_with(mark)) continue;
    const size_t begin = next + mark.size();
    const size_t end = source.find_first_of("'\xE2\r\n", begin);
    if (end == std::string_view::npos) return false;
    const size_t behind = skip_json_space(source, end + (source[end] == '\'' ? 1 : 3));
    return source.substr(behind).starts_with(':') &&
           front_matter::has_sure_key(std::string(source.substr(begin, end - begin)) + ":");
  }
  if (source[next] != '"') {
    const auto size = static_cast<uint32_t>(source.size());
    const Line line = line_at(source, static_cast<uint32_t>(next), size);
    return source.substr(at, next - at).find('\n') != std::string_view::npos &&
           front_matter::has_sure_key(line.of(source));
  }
  const size_t close = source.find_first_of("\"\r\n", next + 1);
  if (close == std::string_view::npos || source[close] != '"') return false;
  const std::string_view key = source.substr(next + 1, close - next - 1);
  next = skip_json_space(source, close + 1);
  if (next == source.size()) return false;
  return source[next] == ':' || front_matter::has_sure_key(std::string(key) + source[next]) ||
         (source[next] == '"' && front_matter::has_sure_key(std::string(key) + ":"));
}

void read_json_object(std::string_view source, uint32_t at, FrontMatter& result) {
  const auto size = static_cast<uint32_t>(source.size());
  FrontMatter read;
  const auto end = front_matter::read_json_fields(source, {at, size}, true, read);
  if (!end) {
    const Line first = line_at(source, at, size);
    result.problems.push_back(
        {{at, first.end},
         "The JSON front matter is not closed, so the whole file is read as text. Add the missing "
         "\"}\".",
         false});
    return;
  }
  const Line rest = line_at(source, *end, size);
  const bool alone = front_matter::without_trailing_blanks(rest.of(source)).empty();
  read.format = FrontMatterFormat::json;
  read.whole = {at, alone ? rest.next : *end};
  read.body_begin = read.whole.end;
  result = std::move(read);
}

void read_block(std::string_view source, const Block& block, FrontMatter& result) {
  if (block.opening_problem) result.problems.push_back(*block.opening_problem);
  result.format = block.format;
  result.whole = block.whole;
  result.body_begin = block.whole.end;
  if (block.near_closing) {
    const bool toml = block.format == FrontMatterFormat::toml;
    result.problems.push_back(
        {*block.near_closing,
         std::string("This line was to close the front matter and does not. Write three ") +
             (toml ? "plus signs" : "hyphens") + " at the start of the line and nothing else.",
         false});
  } else if (!block.closed) {
    const Line fence = line_at(source, block.whole.begin, block.whole.end);
    const std::string_view line = fence.of(source);
    result.problems.push_back({{fence.begin, fence.end},
                               "The front matter that starts here is not closed. Add a line \"" +
                                   std::string(line.substr(line.find_first_not_of(" \t"), 3)) +
                                   "\" behind its last entry.",
                               false});
  }
  if (block.format == FrontMatterFormat::toml) {
    front_matter::read_toml_fields(source, block.inside, result);
  } else if (block.format == FrontMatterFormat::json) {
    const std::string_view inside = block.inside.of(source);
    const size_t first = std::min(inside.find_first_not_of(" \t\r\n"), inside.size());
    const bool braces = first < inside.size() && inside[first] == '{';
    front_matter::read_json_fields(
        source, {block.inside.begin + static_cast<uint32_t>(first), block.inside.end}, braces,
        result);
  } else {
    if (!front_matter::read_simple_yaml(source, block.inside, result)) {
      front_matter::read_yaml_fields(source, block.inside, result);
    }
    front_matter::tell_silent_slips(source, result);
  }
}

// Lines without an opening fence are YAML to Hexo, if one ends them, and plain texts to Pelican.
void read_without_opening(std::string_view source, uint32_t at, FrontMatter& result) {
  const auto block = front_matter::find_unopened_block(source, at);
  if (block) {
    FrontMatter yaml;
    read_block(source, *block, yaml);
    const bool broken = std::any_of(yaml.problems.begin(), yaml.problems.end(),
                                    [](const Problem& problem) { return !problem.note; });
    if (broken && front_matter::read_pelican_fields(source, at, result)) return;
    result = std::move(yaml);
    return;
  }
  front_matter::read_pelican_fields(source, at, result);
}

}  // namespace

bool equal_ignoring_case(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

const Field* FrontMatter::find(std::string_view key) const {
  const auto found = std::find_if(fields.begin(), fields.end(), [key](const Field& field) {
    return field.key.size() == key.size() && equal_ignoring_case(field.key, key);
  });
  return found == fields.end() ? nullptr : &*found;
}

std::vector<const Field*> FrontMatter::find_all(std::string_view key) const {
  std::vector<const Field*> found;
  for (const Field& field : fields) {
    if (field.key.size() != key.size() || !equal_ignoring_case(field.key, key)) continue;
    if (!found.empty() && !field.in_list) continue;  // a second entry with the same key
    found.push_back(&field);
  }
  return found;
}

FrontMatter read_front_matter(std::string_view source, std::string_view path) {
  FrontMatter result;
  const uint32_t start = source.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  result.body_begin = start;
  const uint32_t at = skip_blank_lines(source, start);
  if (at == source.size()) return result;
  if (source[at] == '{') {
    if (!is_mdx(path) && starts_json_object(source, at)) {
      read_json_object(source, at, result);
    }
    return result;
  }
  if (const auto misspelled = front_matter::find_misspelled_block(source, at)) {
    read_block(source, *misspelled, result);
  } else if (const auto block = front_matter::find_fenced_block(source, at)) {
    read_block(source, *block, result);
  } else if (const auto shifted = front_matter::find_shifted_block(source, at)) {
    read_block(source, *shifted, result);
  } else if (content_kind(path) != ContentKind::tweet) {
    read_without_opening(source, at, result);
  }
  return result;
}

}  // namespace soiree
