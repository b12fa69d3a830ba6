#include "integrations/lsp/json_brackets.h"

namespace soiree {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// One character of a number, `true`, `false` or `null`. A YAML reader takes "---" and "..." at the
/// start of a line for the end of everything, so a digit has to stand beside such a sign.
bool is_plain(std::string_view text, size_t at) {
  const char c = text[at];
  if (is_digit(c) || (c >= 'a' && c <= 'z') || c == 'E') return true;
  const bool before = at > 0 && is_digit(text[at - 1]);
  const bool behind = at + 1 < text.size() && is_digit(text[at + 1]);
  return ((c == '-' || c == '+') && behind) || (c == '.' && before);
}

/// Where a string that begins at `at` ends; text.size() when it does not, or not on its line.
size_t end_of_string(std::string_view text, size_t at) {
  for (++at; at < text.size(); ++at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c == '"') return at + 1;
    if (c < 0x20) break;
    if (c == '\\') ++at;
  }
  return text.size();
}

}  // namespace

std::optional<std::vector<JsonBracket>> json_brackets(std::string_view text) {
  std::vector<JsonBracket> all;
  size_t open = JsonBracket::kNone;
  for (size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '"') {
      const size_t end = end_of_string(text, at);
      if (end == text.size()) return std::nullopt;
      at = end;
      continue;
    }
    if (c == '{' || c == '[') {
      all.push_back({static_cast<uint32_t>(at), 0, open, c == '{'});
      open = all.size() - 1;
    } else if (c == '}' || c == ']') {
      if (open == JsonBracket::kNone || all[open].object != (c == '}')) return std::nullopt;
      all[open].end = static_cast<uint32_t>(at + 1);
      open = all[open].parent;
    } else if (std::string_view(" \t\r\n,:").find(c) == std::string_view::npos &&
               !is_plain(text, at)) {
      return std::nullopt;
    }
    ++at;
  }
  if (open != JsonBracket::kNone) return std::nullopt;
  return all;
}

}  // namespace soiree
