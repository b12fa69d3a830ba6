#include <algorithm>
#include <array>

#include "linter/parse/front_matter_parts.h"

namespace soiree::front_matter {
namespace {

// The metadata names of Pelican and MultiMarkdown.
constexpr std::array<std::string_view, 25> kKnownKeys = {
    "title",      "subtitle", "date",      "modified",   "tags",    "tag",       "keywords",
    "slug",       "category", "author",    "authors",    "summary", "lang",      "language",
    "status",     "template", "save_as",   "url",        "draft",   "published", "description",
    "categories", "email",    "copyright", "affiliation"};

bool is_known(std::string_view key) {
  return std::any_of(kKnownKeys.begin(), kKnownKeys.end(),
                     [key](std::string_view known) { return equal_ignoring_case(key, known); });
}

// MultiMarkdown's names may hold blanks ("Base Header Level").
uint32_t pelican_key_length(std::string_view line) {
  const size_t colon = line.find(':');
  if (colon == 0 || colon == std::string_view::npos || colon > 40) return 0;
  if (colon + 1 < line.size() && !is_blank(line[colon + 1])) return 0;
  const bool name =
      std::all_of(line.begin(), line.begin() + static_cast<ptrdiff_t>(colon), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_' || c == '-' || c == ' ';
      });
  return name && line.front() != ' ' && line.front() != '-' ? static_cast<uint32_t>(colon) : 0;
}

void continue_value(std::string_view source, const Line& line, Field& field) {
  const std::string_view text = line.of(source);
  const auto skip = static_cast<uint32_t>(text.find_first_not_of(" \t"));
  const std::string_view more = without_trailing_blanks(text.substr(skip));
  const uint32_t begin = line.begin + skip;
  if (field.value.size() != 0) field.value.append_decoded("\n", {field.place.end, begin});
  if (field.value.size() == 0) field.place.begin = begin;
  field.value.append_verbatim(more, begin);
  field.place.end = begin + static_cast<uint32_t>(more.size());
}

}  // namespace

bool read_pelican_fields(std::string_view source, uint32_t at, FrontMatter& result) {
  const auto size = static_cast<uint32_t>(source.size());
  const uint32_t begin = at;
  std::vector<Field> fields;
  size_t known = 0;
  while (at < size) {
    const Line line = line_at(source, at, size);
    const std::string_view text = line.of(source);
    at = line.next;
    if (without_trailing_blanks(text).empty()) break;
    if (is_blank(text.front())) {
      if (fields.empty()) return false;
      continue_value(source, line, fields.back());
      continue;
    }
    const std::string_view line_text = without_trailing_blanks(text);
    if (fields.size() > 1 && (line_text == "---" || line_text == "...")) break;
    const uint32_t length = pelican_key_length(text);
    if (length == 0) return false;
    if (is_known(text.substr(0, length))) ++known;
    uint32_t value = line.begin + length + 1;
    while (value < line.end && is_blank(source[value])) ++value;
    const auto end = line.begin + static_cast<uint32_t>(without_trailing_blanks(text).size());
    add_verbatim(fields, source, std::string(text.substr(0, length)),
                 {line.begin, line.begin + length}, {std::min(value, end), end});
  }
  if (fields.empty()) return false;
  if (known < 2 && !equal_ignoring_case(fields.front().key, "title")) return false;
  for (Field& field : fields) {
    if (field.value.size() == 0) field.kind = FieldKind::null;
  }
  result.format = FrontMatterFormat::pelican;
  result.whole = {begin, at};
  result.body_begin = at;
  result.fields = std::move(fields);
  return true;
}

}  // namespace soiree::front_matter
