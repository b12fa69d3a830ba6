#include "linter/parse/plain_inlines.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "linter/parse/line_text.h"

namespace soiree {
namespace {

/// Bytes that mean something to the inline parser without options for typography, and the blanks
/// that it trims besides space and tab (every line it hands out ends with "\n"). `]` is text as
/// long as there is no `[`, and so are `!` and `^`; counting `]` and `^` in makes one range of six.
template <class Byte>
constexpr auto is_special(Byte c) {
  return (c == '&') | (c == '*') | (c == '<') | ((c >= '[') & (c <= '`')) |
         ((c >= '\v') & (c <= '\r'));
}

bool is_blank(char c) { return c == ' ' || c == '\t'; }

}  // namespace

bool is_plain_inline_source(std::string_view content) {
  constexpr size_t kChunk = 16;
  using Chunk [[gnu::vector_size(kChunk)]] = unsigned char;
  const char* at = content.data();
  const char* const end = at + content.size();
  decltype(is_special(Chunk{})) found{};
  for (; at + kChunk <= end; at += kChunk) {
    Chunk chunk;
    std::memcpy(&chunk, at, kChunk);
    found |= is_special(chunk);
  }
  std::array<uint64_t, kChunk / sizeof(uint64_t)> halves{};
  std::memcpy(halves.data(), &found, kChunk);
  if ((halves[0] | halves[1]) != 0) return false;
  return std::none_of(at, end, [](char c) { return is_special(static_cast<unsigned char>(c)); });
}

void append_plain_inlines(std::string_view content, std::vector<InlineEvent>& events) {
  content = trim_right(content);
  size_t at = 0;
  while (at < content.size()) {
    const size_t newline = std::min(content.find('\n', at), content.size());
    size_t end = newline;
    while (end > at && is_blank(content[end - 1])) --end;
    if (end > at) {
      events.push_back({MarkdownInline::text, true, content.substr(at, end - at)});
    }
    if (newline == content.size()) return;
    const bool hard = newline > 1 && content[newline - 1] == ' ' && content[newline - 2] == ' ';
    events.push_back({hard ? MarkdownInline::line_break : MarkdownInline::soft_break, true, {}});
    at = newline + 1;
    while (at < content.size() && is_blank(content[at])) ++at;
  }
}

}  // namespace soiree
