#include "linter/parse/yaml_lines.h"

#include <algorithm>

namespace soiree {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_break(char c) { return c == '\n' || c == '\r'; }

uint32_t size_of(std::string_view bytes) { return static_cast<uint32_t>(bytes.size()); }

/// True when the line content at `offset` is `- ...` or a bare `key: ...`.
bool looks_like_entry(std::string_view bytes, uint32_t offset) {
  if (is_item_dash(bytes, offset)) return true;
  uint32_t i = offset;
  while (i < bytes.size()) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    const bool word = (c >= '0' && c <= '9') || ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z') ||
                      c == '_' || c == '-';
    if (!word) break;
    ++i;
  }
  return i > offset && i < bytes.size() && bytes[i] == ':' &&
         (i + 1 == bytes.size() || is_blank(bytes[i + 1]) || is_break(bytes[i + 1]));
}

}  // namespace

uint32_t yaml_line_end(std::string_view bytes, uint32_t offset) {
  const size_t found = bytes.find_first_of("\r\n", offset);
  return found == std::string_view::npos ? size_of(bytes) : static_cast<uint32_t>(found);
}

uint32_t yaml_next_line(std::string_view bytes, uint32_t offset) {
  uint32_t end = yaml_line_end(bytes, offset);
  if (end < bytes.size() && bytes[end] == '\r') ++end;
  if (end < bytes.size() && bytes[end] == '\n') ++end;
  return end;
}

uint32_t yaml_line_begin(std::string_view bytes, uint32_t offset) {
  const size_t found =
      offset == 0 ? std::string_view::npos : bytes.find_last_of("\r\n", offset - 1);
  return found == std::string_view::npos ? 0 : static_cast<uint32_t>(found) + 1;
}

uint32_t word_end(std::string_view bytes, uint32_t offset) {
  while (offset < bytes.size() && !is_blank(bytes[offset]) && !is_break(bytes[offset]) &&
         bytes[offset] != ',' && bytes[offset] != ']' && bytes[offset] != '}') {
    ++offset;
  }
  return offset;
}

uint32_t skip_properties(std::string_view bytes, uint32_t offset) {
  while (offset < bytes.size()) {
    const char c = bytes[offset];
    if (is_blank(c) || is_break(c)) {
      ++offset;
    } else if (c == '!' || c == '&') {
      const bool bracketed = bytes.substr(offset, 2) == "!<";
      const size_t close = bracketed ? bytes.find('>', offset) : std::string_view::npos;
      offset = close == std::string_view::npos ? word_end(bytes, offset)
                                               : static_cast<uint32_t>(close) + 1;
    } else if (c == '#' && offset > 0 &&
               (is_blank(bytes[offset - 1]) || is_break(bytes[offset - 1]))) {
      offset = yaml_line_end(bytes, offset);
    } else {
      break;
    }
  }
  return offset;
}

uint32_t flow_end(std::string_view bytes, uint32_t offset, char closer) {
  uint32_t i = offset;
  while (i < bytes.size()) {
    const char c = bytes[i];
    if (c == closer) return i + 1;
    if (c == '#') {
      i = yaml_line_end(bytes, i);
    } else if (is_blank(c) || is_break(c) || c == ',' || c == ':') {
      ++i;
    } else {
      break;
    }
  }
  return offset;
}

size_t key_colon(std::string_view bytes, uint32_t offset) {
  const uint32_t end = yaml_line_end(bytes, offset);
  uint32_t i = offset;
  if (i < end && (bytes[i] == '"' || bytes[i] == '\'')) {
    const char quote = bytes[i];
    ++i;
    while (i < end && bytes[i] != quote) i += bytes[i] == '\\' && quote == '"' ? 2 : 1;
    i = std::min(i + 1, end);
    while (i < end && is_blank(bytes[i])) ++i;
    return i < end && bytes[i] == ':' ? i : std::string_view::npos;
  }
  for (; i < end; ++i) {
    if (bytes[i] == ':' && (i + 1 == end || is_blank(bytes[i + 1]))) return i;
    if (bytes[i] == '#' && i > offset && is_blank(bytes[i - 1])) break;
  }
  return std::string_view::npos;
}

bool is_item_dash(std::string_view bytes, uint32_t offset) {
  return offset < bytes.size() && bytes[offset] == '-' &&
         (offset + 1 == bytes.size() || is_blank(bytes[offset + 1]) || is_break(bytes[offset + 1]));
}

bool swallows_lines(std::string_view bytes, uint32_t begin, uint32_t end) {
  uint32_t line = yaml_next_line(bytes, begin);
  if (line >= end) return false;
  const uint32_t first = yaml_line_begin(bytes, begin);
  uint32_t content = first;
  uint32_t dash = UINT32_MAX;
  while (content < begin && (bytes[content] == ' ' || is_item_dash(bytes, content))) {
    if (bytes[content] == '-') dash = content - first;
    ++content;
  }
  uint32_t limit = content - first;  // column of the key, which later lines must be deeper than
  if (content == begin) {
    if (dash == UINT32_MAX && limit == 0) return false;
    limit = dash == UINT32_MAX ? limit - 1 : dash;
  }
  for (; line < end; line = yaml_next_line(bytes, line)) {
    uint32_t start = line;
    while (start < end && bytes[start] == ' ') ++start;
    if (start - line <= limit && start < end && looks_like_entry(bytes, start)) return true;
  }
  return false;
}

}  // namespace soiree
