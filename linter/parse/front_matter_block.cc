#include <algorithm>
#include <array>

#include "linter/parse/front_matter_parts.h"

namespace soiree::front_matter {
namespace {

constexpr bool is_key_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || c == '.' || c == '/' || static_cast<unsigned char>(c) >= 0x80;
}

struct Fence {
  std::string_view mark;
  FrontMatterFormat format;
};

// `---`, `+++`, `;;;`, and `---toml` and its like; anything else behind the mark is no fence.
std::optional<Fence> opening_fence(std::string_view line) {
  line = without_trailing_blanks(line);
  if (line == "---" || line == "---yaml" || line == "---yml") {
    return Fence{"---", FrontMatterFormat::yaml};
  }
  if (line == "+++" || line == "+++toml") return Fence{"+++", FrontMatterFormat::toml};
  if (line == "---toml") return Fence{"---", FrontMatterFormat::toml};
  if (line == "---json") return Fence{"---", FrontMatterFormat::json};
  if (line == ";;;") return Fence{";;;", FrontMatterFormat::json};
  return std::nullopt;
}

bool closes(std::string_view line, const Fence& fence) {
  if (line.size() < 3 || (line[0] != fence.mark[0] && line[0] != '.')) return false;
  line = without_trailing_blanks(line);
  return line == fence.mark || (fence.format == FrontMatterFormat::yaml && line == "...");
}

// What the lines behind an opening fence look like.
struct Evidence {
  bool data_first = false;  // the first line that says something is an entry
  uint32_t entries = 0;
  uint32_t other = 0;  // lines that say something else
};

void weigh(std::string_view line, FrontMatterFormat format, Evidence& evidence) {
  const std::string_view text = without_trailing_blanks(line);
  if (text.empty()) return;
  const bool comment = text.front() == '#' && (text.size() == 1 || is_blank(text[1]));
  if (comment && format != FrontMatterFormat::json) return;
  bool entry = false;
  if (format == FrontMatterFormat::toml) {
    entry = key_length(text, '=') != 0 || (text.front() == '[' && text.back() == ']');
  } else {
    entry = key_length(text, ':') != 0 || text.front() == '{' || text.starts_with("<<:");
  }
  if (evidence.entries + evidence.other == 0) evidence.data_first = entry;
  ++(entry ? evidence.entries : evidence.other);
}

// Front matter without its closing fence ends where a line is neither entry, item, comment, nor
// indented; blank lines inside it are kept only when an entry follows.
Block unclosed_block(std::string_view source, const Line& opening, const Fence& fence) {
  const auto size = static_cast<uint32_t>(source.size());
  uint32_t end = opening.next;
  for (uint32_t at = opening.next; at < size;) {
    const Line line = line_at(source, at, size);
    const std::string_view text = line.of(source);
    at = line.next;
    if (without_trailing_blanks(text).empty()) {
      if (end == opening.next) end = line.next;
      break;
    }
    Evidence evidence;
    weigh(text, fence.format, evidence);
    const bool inside = evidence.other == 0 || is_blank(text.front()) || text.starts_with("- ");
    if (!inside) break;
    end = line.next;
  }
  return {fence.format, {opening.begin, end}, {opening.next, end}, false};
}

}  // namespace

std::string_view without_trailing_blanks(std::string_view text) {
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

Line line_at(std::string_view source, uint32_t begin, uint32_t limit) {
  std::string_view rest = source.substr(begin, limit - begin);
  rest = rest.substr(0, rest.find('\n'));
  const auto end = begin + static_cast<uint32_t>(std::min(rest.find('\r'), rest.size()));
  if (end == limit) return {begin, limit, limit};
  const bool pair = source[end] == '\r' && end + 1 < limit && source[end + 1] == '\n';
  return {begin, end, end + (pair ? 2 : 1)};
}

uint32_t key_length(std::string_view line, char sign) {
  size_t end = 0;
  if (!line.empty() && (line.front() == '"' || line.front() == '\'')) {
    const size_t close = line.find(line.front(), 1);
    if (close == std::string_view::npos || close == 1) return 0;
    end = close + 1;
  } else {
    while (end < line.size() && is_key_byte(line[end])) ++end;
    if (end == 0 || line.front() == '-') return 0;
  }
  size_t at = end;
  while (at < line.size() && is_blank(line[at])) ++at;
  if (at == line.size() || line[at] != sign) return 0;
  if (sign == ':' && at + 1 < line.size() && !is_blank(line[at + 1])) return 0;
  return static_cast<uint32_t>(end);
}

Field& add_verbatim(std::vector<Field>& fields, std::string_view source, std::string key,
                    SourceSpan key_place, SourceSpan place) {
  Field& field = fields.emplace_back();
  field.key = std::move(key);
  field.value.append_verbatim(place.of(source), place.begin);
  field.key_place = key_place;
  field.place = place;
  return field;
}

std::optional<Block> find_fenced_block(std::string_view source, uint32_t at) {
  const auto size = static_cast<uint32_t>(source.size());
  const Line opening = line_at(source, at, size);
  auto fence = opening_fence(opening.of(source));
  if (!fence) return std::nullopt;
  if (fence->mark == ";;;") {
    const Line first = line_at(source, opening.next, size);
    if (key_length(first.of(source), '=') != 0) fence->format = FrontMatterFormat::toml;
  }
  Evidence evidence;
  Evidence before_blank;  // what stood before the first blank line
  bool blank_seen = false;
  for (uint32_t next = opening.next; next < size;) {
    const Line line = line_at(source, next, size);
    const std::string_view text = line.of(source);
    if (closes(text, *fence)) {
      const bool empty = evidence.entries + evidence.other == 0;
      const bool sure = fence->mark != "---" || fence->format != FrontMatterFormat::yaml;
      const bool data = evidence.data_first || evidence.entries > evidence.other + 1;
      if (!empty && !sure && !data) return std::nullopt;
      return Block{fence->format, {opening.begin, line.next}, {opening.next, line.begin}, true};
    }
    weigh(text, fence->format, evidence);
    if (!blank_seen) before_blank = evidence;
    blank_seen = blank_seen || without_trailing_blanks(text).empty();
    next = line.next;
  }
  if (!before_blank.data_first || before_blank.entries < 2) return std::nullopt;
  return unclosed_block(source, opening, *fence);
}

}  // namespace soiree::front_matter
