#include <algorithm>
#include <set>

#include "linter/parse/front_matter_parts.h"

namespace soiree::front_matter {
namespace {

SourceSpan trimmed_span(std::string_view source, SourceSpan span) {
  while (span.begin < span.end && is_blank(source[span.begin])) ++span.begin;
  while (span.end > span.begin && is_blank(source[span.end - 1])) --span.end;
  return span;
}

bool is_quote(char c) { return c == '"' || c == '\''; }

/// `span` up to a comment behind its value. In a text without quotes an apostrophe opens nothing.
SourceSpan without_comment(std::string_view source, SourceSpan span) {
  span = trimmed_span(source, span);
  const bool quotes = !span.empty() && (is_quote(source[span.begin]) || source[span.begin] == '[');
  char open_quote = '\0';
  for (uint32_t at = span.begin; at < span.end; ++at) {
    const char c = source[at];
    if (open_quote != '\0') {
      if (c == open_quote) open_quote = '\0';
    } else if (quotes && is_quote(c)) {
      open_quote = c;
    } else if (c == '#' && at > span.begin && is_blank(source[at - 1])) {
      return trimmed_span(source, {span.begin, at});
    }
  }
  return span;
}

// A closed string without escapes gives its inside; everything else stands as it was written.
void add_value(std::string_view source, std::string key, SourceSpan key_place, SourceSpan place,
               bool in_list, std::vector<Field>& fields) {
  place = trimmed_span(source, place);
  if (place.empty()) return;
  const std::string_view text = place.of(source);
  const bool quoted = text.size() >= 2 && is_quote(text.front()) && text.back() == text.front() &&
                      text.find(text.front(), 1) == text.size() - 1 &&
                      text.find('\\') == std::string_view::npos;
  const SourceSpan inside = quoted ? SourceSpan{place.begin + 1, place.end - 1} : place;
  Field& field = add_verbatim(fields, source, std::move(key), key_place, inside);
  field.place = place;
  field.quoted = quoted;
  field.in_list = in_list;
}

void add_values(std::string_view source, const std::string& key, SourceSpan key_place,
                SourceSpan place, std::vector<Field>& fields) {
  place = trimmed_span(source, place);
  const std::string_view text = place.of(source);
  if (text.size() < 2 || text.front() != '[' || text.back() != ']') {
    add_value(source, key, key_place, place, false, fields);
    return;
  }
  uint32_t begin = place.begin + 1;
  char open_quote = '\0';
  for (uint32_t at = begin; at < place.end; ++at) {
    const char c = source[at];
    if (open_quote != '\0' && at + 1 < place.end) {
      if (c == open_quote) open_quote = '\0';
      continue;
    }
    if (is_quote(c)) open_quote = c;
    if (c != ',' && at + 1 != place.end) continue;
    add_value(source, key, key_place, {begin, at}, true, fields);
    begin = at + 1;
  }
}

}  // namespace

void salvage_lines(std::string_view source, SourceSpan part, char sign, FrontMatter& result) {
  std::set<std::string, std::less<>> known;
  for (const Field& field : result.fields) known.insert(field.key.substr(0, field.key.find('.')));
  std::string list_key;
  SourceSpan list_place;
  for (uint32_t at = part.begin; at < part.end;) {
    const Line line = line_at(source, at, part.end);
    at = line.next;
    const std::string_view text = line.of(source);
    const size_t first = std::min(text.find_first_not_of(" \t"), text.size());
    if (!list_key.empty() && text.substr(first).starts_with("- ")) {
      add_value(source, list_key, list_place,
                {line.begin + static_cast<uint32_t>(first) + 1, line.end}, true, result.fields);
      continue;
    }
    const uint32_t length = key_length(text, sign);
    if (length == 0) continue;
    list_key.clear();
    const bool quoted = is_quote(text.front());
    const SourceSpan key_place{line.begin, line.begin + length};
    std::string key(text.substr(quoted ? 1 : 0, length - (quoted ? 2 : 0)));
    if (!known.insert(key).second) continue;
    const auto value = static_cast<uint32_t>(text.find(sign, length)) + 1;
    const SourceSpan place = without_comment(source, {line.begin + value, line.end});
    if (place.empty() && sign == ':') {
      list_key = std::move(key);
      list_place = key_place;
    } else {
      add_values(source, key, key_place, place, result.fields);
    }
  }
}

}  // namespace soiree::front_matter
