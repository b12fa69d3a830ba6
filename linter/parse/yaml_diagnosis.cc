#include "linter/parse/yaml_diagnosis.h"

#include <algorithm>
#include <optional>
#include <string>

#include "linter/parse/yaml_brackets.h"
#include "linter/parse/yaml_lines.h"
#include "linter/text/utf8.h"

namespace soiree {
namespace {

constexpr size_t kNone = std::string_view::npos;

using Diagnosis = TextMistake;

uint32_t skip_blanks(std::string_view bytes, uint32_t offset, uint32_t end) {
  while (offset < end && (bytes[offset] == ' ' || bytes[offset] == '\t')) ++offset;
  return offset;
}

std::optional<Diagnosis> tab_indentation(std::string_view bytes, SourceSpan unit) {
  for (uint32_t line = yaml_line_begin(bytes, unit.begin); line < unit.end;
       line = yaml_next_line(bytes, line)) {
    uint32_t at = line;
    while (at < unit.end && bytes[at] == ' ') ++at;
    if (at >= unit.begin && at < unit.end && bytes[at] == '\t') {
      const uint32_t end = skip_blanks(bytes, at, unit.end);
      if (end < unit.end && bytes[end] != '\n' && bytes[end] != '\r') {
        return Diagnosis{at, end,
                         "This line is indented with a tab, which YAML does not allow. Indent it "
                         "with spaces."};
      }
    }
  }
  return std::nullopt;
}

/// `"Bread" is good`: a blank stands behind the quote that closes.
bool quotes_whole_words(std::string_view bytes, size_t close) {
  return close + 1 < bytes.size() && (bytes[close + 1] == ' ' || bytes[close + 1] == '\t');
}

std::optional<Diagnosis> quoted_text(std::string_view bytes, uint32_t begin, uint32_t end) {
  const uint32_t line_end = std::min(end, yaml_line_end(bytes, begin));
  const std::string quote(1, bytes[begin]);
  size_t bad_escape = kNone;
  const size_t close = yaml_closing_quote(bytes, begin, end, bad_escape);
  if (close == kNone || swallows_lines(bytes, begin, static_cast<uint32_t>(close))) {
    return Diagnosis{begin, line_end,
                     "This text starts with " + quote + " and has no closing " + quote +
                         ". Close it at the end of the text."};
  }
  if (bad_escape < close) {
    const auto at = static_cast<uint32_t>(bad_escape);
    return Diagnosis{at, std::min(at + 1 + decode_code_point(bytes, at + 1).size, end),
                     "YAML has no such escape in double quotes. Write the backslash twice, or use "
                     "single quotes."};
  }
  const auto after = skip_blanks(bytes, static_cast<uint32_t>(close) + 1, end);
  const uint32_t after_end = yaml_line_end(bytes, after);
  if (after < end && bytes[after] == ',' && skip_blanks(bytes, after + 1, end) >= after_end) {
    return Diagnosis{after, after + 1, "YAML has no comma behind a value. Delete it."};
  }
  if (after < after_end && after < end && bytes[after] != '#' && bytes[after] != ',') {
    if (after_end <= end && bytes[after_end - 1] != quote[0] && quotes_whole_words(bytes, close)) {
      const std::string_view text = bytes.substr(begin, after_end - begin);
      const bool single = quote == "\"" && text.find('\'') == kNone;
      const bool escaped = !single && text.find('"') != kNone;
      return Diagnosis{begin, after_end,
                       "The text goes on after the quote that closes it. Put " +
                           std::string(single ? "single" : "double") + " quotes around all of it" +
                           (escaped ? ", and write \\\" for those inside." : ".")};
    }
    return Diagnosis{static_cast<uint32_t>(close), std::min(after_end, end),
                     quote == "'" ? "The text goes on after the quote that closes it. Write an "
                                    "apostrophe inside single quotes twice (''), or use double "
                                    "quotes."
                                  : "The text goes on after the quote that closes it. Write \\\" "
                                    "for a quotation mark inside double quotes."};
  }
  return std::nullopt;
}

/// `|`, `>-` and the like at `begin`, with nothing but a comment behind it.
bool is_block_header(std::string_view bytes, uint32_t begin, uint32_t line_end) {
  if (bytes[begin] != '|' && bytes[begin] != '>') return false;
  const size_t after = bytes.find_first_not_of("+-0123456789", begin + 1);
  if (after == kNone || after >= line_end) return true;
  const size_t rest = bytes.find_first_not_of(" \t", after);
  return after > begin && rest != after &&
         (rest == kNone || rest >= line_end || bytes[rest] == '#');
}

/// The text below a block header has a line that is indented less than its first one.
std::optional<Diagnosis> block_text(std::string_view bytes, uint32_t begin, uint32_t end) {
  uint32_t margin = 0;
  for (uint32_t line = yaml_next_line(bytes, begin); line < end;
       line = yaml_next_line(bytes, line)) {
    const uint32_t line_end = std::min(end, yaml_line_end(bytes, line));
    uint32_t content = line;
    while (content < line_end && bytes[content] == ' ') ++content;
    if (content == line_end) continue;
    if (margin == 0) margin = content - line;
    if (content - line >= margin) continue;
    return Diagnosis{content, line_end,
                     "This line is indented less than the text it belongs to. Indent it like the "
                     "first line of the text."};
  }
  return std::nullopt;
}

bool starts_with_typographic_quote(std::string_view text) {
  return text.starts_with("“") || text.starts_with("”") || text.starts_with("„") ||
         text.starts_with("‘") || text.starts_with("’") || text.starts_with("«");
}

std::optional<Diagnosis> plain_text(std::string_view bytes, uint32_t begin, uint32_t end) {
  const uint32_t line_end = std::min(end, yaml_line_end(bytes, begin));
  const size_t colon = bytes.substr(0, line_end).find(": ", begin);
  const char first = bytes[begin];
  if (first == '[' || first == '{') {
    if (auto found = bracket_mistake(bytes, begin, end)) return found;
  }
  if (is_block_header(bytes, begin, line_end)) return block_text(bytes, begin, end);
  if (std::string_view("@`%&*!?|>[]{},").find(first) != kNone) {
    return Diagnosis{begin, begin + 1,
                     "A text cannot start with " + shown_sign(first) +
                         " in YAML, where the sign has a meaning of its own. Put the text in "
                         "quotes."};
  }
  if (is_item_dash(bytes, begin) && begin > yaml_line_begin(bytes, begin)) {
    return Diagnosis{begin, begin + 1,
                     "A text cannot start with a dash and a blank in YAML, where they begin an "
                     "item of a list. Put the text in quotes, or the item on a line of its own."};
  }
  if (colon != kNone && starts_with_typographic_quote(bytes.substr(begin, line_end - begin))) {
    return Diagnosis{begin, line_end,
                     "This text has `: ` in it, and its quotation marks are typographic ones, "
                     "which YAML reads as letters. Put straight quotation marks (\") around it."};
  }
  if (colon != kNone) {
    const auto at = static_cast<uint32_t>(colon);
    return Diagnosis{at, at + 2,
                     "This text has `: ` in it, which YAML reads as a key and its "
                     "value. Put the text in quotes."};
  }
  if (line_end > begin && bytes[line_end - 1] == ':') {
    return Diagnosis{line_end - 1, line_end,
                     "This text ends with `:`, which YAML reads as a key. Put the text in quotes."};
  }
  return std::nullopt;
}

/// `value` as it may follow a key, cut to what fits into a message.
std::string shown_value(std::string_view value) {
  constexpr size_t kMostShown = 30;
  std::string shown(value);
  if (shown.size() <= kMostShown) return shown;
  size_t cut = kMostShown;
  while (cut > 0 && (static_cast<unsigned char>(shown[cut]) & 0xC0U) == 0x80) --cut;
  shown.resize(cut);
  return shown + "…";
}

/// What the author of a line without `: ` may have meant.
std::string remedy_without_colon(std::string_view line) {
  constexpr std::string_view kWideColon = "\uFF1A";
  constexpr std::string_view kNoBreakSpace = "\u00A0";
  const size_t key_end = std::min(line.find_first_of(":= \t"), line.find(kWideColon));
  const std::string_view key = line.substr(0, key_end);
  const bool word = !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
  });
  std::string_view value = key_end == kNone ? std::string_view() : line.substr(key_end);
  bool sign = false;
  while (!value.empty()) {
    size_t skip = std::string_view(": \t").find(value[0]) != kNone ? 1 : 0;
    if (value[0] == '=') skip = value.substr(0, 2) == "=>" ? 2 : 1;
    if (value.starts_with(kNoBreakSpace)) skip = kNoBreakSpace.size();
    if (value.starts_with(kWideColon)) skip = kWideColon.size();
    if (skip == 0) break;
    sign = sign || (value[0] != ' ' && value[0] != '\t');
    value.remove_prefix(skip);
  }
  const bool sentence = !sign && word && key.front() >= 'A' && key.front() <= 'Z';
  if (word && !sentence && !value.empty()) {
    return "Did you mean `" + std::string(key) + ": " + shown_value(value) +
           "`? If not, indent it as part of the text above.";
  }
  if (line.size() > 1 && line[0] == '-' && line[1] != '-') {
    return "Put a blank behind its dash: `- " + shown_value(line.substr(1)) + "`.";
  }
  return "If it is an item of a list, put `- ` in front; if not, finish it, or indent it as part "
         "of the text above.";
}

Diagnosis diagnose(std::string_view bytes, SourceSpan unit, const YamlFailure& failure) {
  if (auto found = tab_indentation(bytes, unit)) return *found;
  uint32_t content = unit.begin;
  while (content < unit.end && (bytes[content] == ' ' || is_item_dash(bytes, content))) ++content;
  const uint32_t first_line = std::min(unit.end, yaml_line_end(bytes, content));
  const bool flow = content < unit.end && (bytes[content] == '{' || bytes[content] == '[');
  const size_t colon = flow ? kNone : key_colon(bytes, content);
  uint32_t value = content;
  if (colon < first_line) value = skip_blanks(bytes, static_cast<uint32_t>(colon) + 1, first_line);
  if (value < first_line && !flow) {
    const bool quoted = bytes[value] == '"' || bytes[value] == '\'';
    auto found = quoted ? quoted_text(bytes, value, unit.end) : plain_text(bytes, value, unit.end);
    if (found) return *found;
    if (colon == kNone) {
      return {content, first_line,
              "This line is neither `key: value` nor a `- ` list item. " +
                  remedy_without_colon(bytes.substr(content, first_line - content))};
    }
  }
  if (flow) {
    if (auto found = bracket_mistake(bytes, content, unit.end)) return *found;
  }
  const uint32_t at = std::clamp(failure.offset, unit.begin, unit.end);
  const uint32_t line = yaml_line_begin(bytes, std::min(at, unit.end - 1));
  const uint32_t begin = std::max(unit.begin, skip_blanks(bytes, line, unit.end));
  const uint32_t end = std::clamp(yaml_line_end(bytes, begin), begin, unit.end);
  return {begin, end,
          "This is not valid YAML (" + failure.message +
              "). Check its indentation, and put texts with special signs in quotes."};
}

}  // namespace

Problem diagnose_yaml(const YamlBytes& bytes, SourceSpan unit, const YamlFailure& failure) {
  Diagnosis found = diagnose(bytes.clean, unit, failure);
  return {bytes.place(found.begin, std::max(found.begin, found.end)), std::move(found.message)};
}

Problem diagnose_flow(const YamlBytes& bytes, SourceSpan piece, const YamlFailure& failure) {
  // Several pieces may stand on one long line, and none is to look to its end.
  const std::string_view text = bytes.clean.substr(0, piece.end);
  uint32_t line_end = yaml_line_end(text, piece.begin);
  bool value_before = false;
  for (uint32_t i = piece.begin; i < piece.end; ++i) {
    const char c = text[i];
    if (c == ',' || c == ':' || c == '[' || c == '{') {
      value_before = false;
    } else if (c == ']' || c == '}') {
      value_before = true;
    } else if (c == '"') {
      size_t bad_escape = kNone;
      const size_t close = yaml_closing_quote(text, i, piece.end, bad_escape);
      if (i >= line_end) line_end = yaml_line_end(text, i);
      if (close == kNone || close > line_end) {
        return {bytes.place(i, line_end),
                "This JSON string has no closing \" on its line. Close it, and write a line break "
                "in it as \\n."};
      }
      const auto end = static_cast<uint32_t>(close) + 1;
      if (value_before) {
        return {bytes.place(i, end),
                "This is not valid JSON: a comma is missing before this string."};
      }
      value_before = true;
      i = end - 1;
    }
  }
  const uint32_t at = std::clamp(failure.offset, piece.begin, std::max(piece.begin, piece.end));
  const uint32_t end = std::clamp(yaml_line_end(text, at), at, std::max(at, piece.end));
  return {bytes.place(at, end), "This is not valid JSON or YAML (" + failure.message +
                                    "). Check the commas, quotes and brackets around it."};
}

}  // namespace soiree
