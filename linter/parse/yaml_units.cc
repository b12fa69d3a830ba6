#include "linter/parse/yaml_units.h"

#include "linter/parse/yaml_lines.h"

namespace soiree {
namespace {

/// `---` or `...` at the start of the line at `line`, alone or followed by a blank.
bool is_document_mark(std::string_view bytes, uint32_t line) {
  const std::string_view mark = bytes.substr(line, 3);
  if (mark != "---" && mark != "...") return false;
  const char after = line + 3 < bytes.size() ? bytes[line + 3] : '\n';
  return after == ' ' || after == '\t' || after == '\n' || after == '\r';
}

YamlUnitKind kind_at(std::string_view bytes, uint32_t content) {
  if (is_item_dash(bytes, content)) return YamlUnitKind::item;
  if (key_colon(bytes, content) != std::string_view::npos) return YamlUnitKind::key;
  if (bytes.substr(content, 2) == "? ") return YamlUnitKind::key;
  return YamlUnitKind::other;
}

}  // namespace

std::vector<SourceSpan> document_regions(std::string_view bytes) {
  std::vector<SourceSpan> regions;
  const auto size = static_cast<uint32_t>(bytes.size());
  uint32_t begin = 0;
  for (uint32_t line = 0; line < size; line = yaml_next_line(bytes, line)) {
    if (!is_document_mark(bytes, line)) continue;
    if (line > begin) regions.push_back({begin, line});
    begin = yaml_next_line(bytes, line);
  }
  if (size > begin) regions.push_back({begin, size});
  return regions;
}

std::vector<YamlUnit> split_units(std::string_view bytes, SourceSpan region) {
  std::vector<YamlUnit> units;
  uint32_t margin = UINT32_MAX;
  for (uint32_t line = region.begin; line < region.end; line = yaml_next_line(bytes, line)) {
    uint32_t content = line;
    while (content < region.end && bytes[content] == ' ') ++content;
    if (content == region.end) break;
    const char c = bytes[content];
    if (c == '\n' || c == '\r' || c == '\t' || c == '#' || (c == '%' && margin == UINT32_MAX)) {
      continue;
    }
    const uint32_t column = content - yaml_line_begin(bytes, line);
    if (margin == UINT32_MAX) margin = column;
    if (column > margin) continue;
    const YamlUnitKind kind = column < margin ? YamlUnitKind::other : kind_at(bytes, content);
    if (!units.empty()) units.back().end = yaml_line_begin(bytes, content);
    units.push_back({content, region.end, kind});
  }
  return units;
}

SourceSpan unit_content(std::string_view bytes, const YamlUnit& unit) {
  if (unit.kind == YamlUnitKind::item) {
    uint32_t begin = unit.begin + 1;
    while (begin < unit.end && bytes[begin] == ' ') ++begin;
    return {begin, unit.end};
  }
  if (unit.kind == YamlUnitKind::key && has_empty_value(bytes, unit)) {
    const uint32_t begin = yaml_next_line(bytes, unit.begin);
    if (begin < unit.end) return {begin, unit.end};
  }
  return {};
}

bool has_empty_value(std::string_view bytes, const YamlUnit& unit) {
  const size_t colon = key_colon(bytes, unit.begin);
  if (colon == std::string_view::npos) return false;
  const uint32_t after = skip_properties(bytes, static_cast<uint32_t>(colon) + 1);
  return after >= yaml_line_end(bytes, unit.begin);
}

std::vector<SourceSpan> flow_objects(std::string_view bytes) {
  std::vector<SourceSpan> objects;
  std::vector<char> open;
  uint32_t begin = 0;
  size_t depth = 0;  // of the object being collected, 0 when none
  size_t braces = 0;
  size_t brackets = 0;
  for (uint32_t i = 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (c == '"') {
      // JSON strings end on their line, so a missing quote loses no more than that.
      for (++i; i < bytes.size() && bytes[i] != '"' && bytes[i] != '\n'; ++i) {
        if (bytes[i] == '\\') ++i;
      }
    } else if (c == '{' || c == '[') {
      if (c == '{' && depth == 0 && !open.empty() && open.back() == '[') {
        begin = i;
        depth = open.size() + 1;
      }
      open.push_back(c);
      ++(c == '{' ? braces : brackets);
    } else if (c == '}' || c == ']') {
      const char opening = c == '}' ? '{' : '[';
      size_t& count = c == '}' ? braces : brackets;
      if (count == 0) continue;
      // What was opened inside and not closed ends here, too.
      while (open.back() != opening) {
        --(open.back() == '{' ? braces : brackets);
        open.pop_back();
      }
      if (depth != 0 && open.size() <= depth) {
        objects.push_back({begin, open.size() == depth ? i + 1 : i});
        depth = 0;
      }
      --count;
      open.pop_back();
    }
  }
  return objects;
}

}  // namespace soiree
