#include <algorithm>
#include <array>

#include "linter/parse/front_matter_parts.h"

namespace soiree::front_matter {
namespace {

constexpr bool is_key_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || c == '.' || c == '/' || static_cast<unsigned char>(c) >= 0x80;
}

// Keys that begin front matter and hardly any text.
constexpr std::array<std::string_view, 10> kSureKeys = {
    "title",  "date",        "draft", "layout",    "tags",
    "author", "description", "slug",  "permalink", "categories"};

// What the lines behind an opening fence look like.
struct Evidence {
  bool data_first = false;  // the first line that says something is an entry
  bool sure_first = false;  // and its key is one that text hardly begins with
  bool sure_any = false;    // one of the entries has such a key
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
  if (evidence.entries + evidence.other == 0) {
    evidence.sure_first = has_sure_key(text);
    evidence.data_first = entry || evidence.sure_first;
  }
  evidence.sure_any = evidence.sure_any || has_sure_key(text);
  ++(entry ? evidence.entries : evidence.other);
}

// Enough data to take it for front matter although nothing closes it.
bool is_data(const Evidence& evidence) {
  return evidence.data_first &&
         (evidence.entries > 1 || (evidence.sure_first && evidence.entries == 1));
}

// A line that can be no part of the data above: neither indented nor an item of a list.
bool stands_outside(std::string_view line) {
  return !is_blank(line.front()) && !line.starts_with("- ") && !has_sure_key(line);
}

// `---` below TOML, `+++` below YAML.
bool is_other_fence(std::string_view line, std::string_view mark) {
  line = without_trailing_blanks(line);
  return line != mark && (line == "---" || line == "+++");
}

// Front matter without its closing fence ends where a line is neither entry, item, comment, nor
// indented; blank lines inside it are kept only when an entry follows.
Block unclosed_block(std::string_view source, const Line& opening, const Fence& fence) {
  const auto size = static_cast<uint32_t>(source.size());
  uint32_t end = opening.next;
  for (uint32_t at = opening.next; at < size;) {
    const Line line = line_at(source, at, size);
    const std::string_view text = line.of(source);
    if (is_near_fence(text, fence.mark) || is_other_fence(text, fence.mark)) {
      return {fence.format, {opening.begin, line.next},       {opening.next, end},
              false,        SourceSpan{line.begin, line.end}, std::nullopt};
    }
    at = line.next;
    if (without_trailing_blanks(text).empty()) {
      if (end == opening.next) end = line.next;
      break;
    }
    Evidence evidence;
    weigh(text, fence.format, evidence);
    if (evidence.other > 0 && stands_outside(text)) break;
    end = line.next;
  }
  return {fence.format, {opening.begin, end}, {opening.next, end},
          false,        std::nullopt,         std::nullopt};
}

}  // namespace

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

bool is_near_fence(std::string_view line, std::string_view mark) {
  line = without_trailing_blanks(line);
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  if (line.size() > 1 && line.find_first_not_of(mark[0]) == std::string_view::npos) return true;
  if (mark != "---" || line.size() < 3) return false;
  while (!line.empty()) {
    const bool dash = line.starts_with("\u2013") || line.starts_with("\u2014");
    if (!dash && line.front() != '-') return false;
    line.remove_prefix(dash ? 3 : 1);
  }
  return true;
}

bool closes(std::string_view line, const Fence& fence) {
  if (line.size() < 3 || (line[0] != fence.mark[0] && line[0] != '.')) return false;
  line = without_trailing_blanks(line);
  return line == fence.mark || (fence.format == FrontMatterFormat::yaml && line == "...");
}

bool has_sure_key(std::string_view line) {
  constexpr std::string_view kWideColon = "\uFF1A";
  const size_t wide = line.find(kWideColon);
  size_t end = 0;
  while (end < line.size() && end != wide && is_key_byte(line[end])) ++end;
  const bool sure = std::any_of(kSureKeys.begin(), kSureKeys.end(), [&](std::string_view key) {
    return equal_ignoring_case(line.substr(0, end), key);
  });
  if (!sure) return false;
  while (end < line.size() && is_blank(line[end])) ++end;
  return end < line.size() && (line[end] == ':' || line[end] == '=' || end == wide);
}

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
  Evidence head;  // up to the first blank line, or one that was to be the closing fence
  Evidence tail;  // behind it
  bool head_ends = false;
  bool text_follows = false;  // what comes first behind the head is no data
  for (uint32_t next = opening.next; next < size;) {
    const Line line = line_at(source, next, size);
    const std::string_view text = line.of(source);
    if (closes(text, *fence)) {
      // A thematic break further down is not what closes it.
      if (is_data(head) && head.other == 0 && text_follows && tail.other > tail.entries) break;
      const uint32_t entries = head.entries + tail.entries;
      const uint32_t other = head.other + tail.other;
      const bool sure = fence->mark != "---" || fence->format != FrontMatterFormat::yaml;
      const bool data = head.data_first || tail.data_first || entries > other + 1 ||
                        (head.sure_any && !head_ends);
      if (entries + other > 0 && !sure && !data) return std::nullopt;
      return Block{
          fence->format, {opening.begin, line.next}, {opening.next, line.begin}, true, std::nullopt,
          std::nullopt};
    }
    const bool said_before = tail.entries + tail.other > 0;
    head_ends = head_ends || without_trailing_blanks(text).empty() ||
                (is_data(head) && is_near_fence(text, fence->mark));
    if (!is_near_fence(text, fence->mark)) weigh(text, fence->format, head_ends ? tail : head);
    if (!said_before && tail.other > 0) text_follows = stands_outside(text);
    next = line.next;
  }
  if (!is_data(head)) return std::nullopt;
  return unclosed_block(source, opening, *fence);
}

}  // namespace soiree::front_matter
