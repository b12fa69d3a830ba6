#include <string>

#include "linter/parse/front_matter_parts.h"
#include "linter/text/character_class.h"

// Hugo's lexer skips ASCII white space and byte order marks before the opening fence, Zola's
// patterns skip white space; Jekyll, gray-matter (Eleventy, Docusaurus), Hexo and Astro want the
// fence at the start of its line.
namespace soiree::front_matter {
namespace {

// A second one; Hugo skips any number of them.
constexpr char32_t kByteOrderMark = 0xFEFF;

// The dash of a paragraph that begins with one may be indented, too; a block of code starts here.
constexpr uint32_t kCodeIndent = 4;

std::string code_of(char32_t value) {
  std::string digits = "U+";
  for (int shift = 12; shift >= 0; shift -= 4) {
    digits += "0123456789ABCDEF"[(value >> shift) & 0xF];
  }
  return digits;
}

/// The first line behind `at` that is neither blank nor a comment.
std::string_view first_entry(std::string_view source, uint32_t at) {
  const auto size = static_cast<uint32_t>(source.size());
  while (at < size) {
    const Line line = line_at(source, at, size);
    std::string_view text = without_trailing_blanks(line.of(source));
    at = line.next;
    if (text.empty()) continue;
    text.remove_prefix(text.find_first_not_of(" \t"));
    if (text.front() != '#') return text;
  }
  return {};
}

/// A block all of whose lines are indented, the fences too.
std::optional<Block> find_indented_block(std::string_view source, uint32_t begin, uint32_t fence_at,
                                         const Fence& fence) {
  const auto size = static_cast<uint32_t>(source.size());
  const Line opening = line_at(source, fence_at, size);
  for (uint32_t at = opening.next; at < size;) {
    const Line line = line_at(source, at, size);
    std::string_view text = without_trailing_blanks(line.of(source));
    at = line.next;
    if (text.empty()) continue;
    if (!is_blank(text.front())) return std::nullopt;
    text.remove_prefix(text.find_first_not_of(" \t"));
    if (!closes(text, fence)) continue;
    Block block;
    block.format = fence.format;
    block.whole = {begin, line.next};
    block.inside = {opening.next, line.begin};
    block.opening_problem = Problem{
        {begin, opening.end},
        "The front matter with all its lines is indented, and most programs take it for text. "
        "Remove the blanks before its lines, at least before both `" +
            std::string(fence.mark) + "`.",
        false};
    return block;
  }
  return std::nullopt;
}

std::optional<Block> find_behind_blanks(std::string_view source, uint32_t begin, uint32_t fence_at,
                                        const Fence& fence) {
  const auto size = static_cast<uint32_t>(source.size());
  const Line opening = line_at(source, fence_at, size);
  const bool sure = has_sure_key(first_entry(source, opening.next));
  std::optional<Block> block = find_fenced_block(source, fence_at);
  if (block && (sure || (block->closed && fence_at - begin < kCodeIndent))) {
    block->whole.begin = begin;
    if (fence.mark == "---" && block->closed) {
      block->opening_problem =
          Problem{{begin, opening.end},
                  "Hugo and Zola skip the blanks before this `---`; Jekyll, Eleventy, Astro and "
                  "others take the front matter for text. Write it at the start of its line.",
                  true};
    }
    return block;
  }
  return sure ? find_indented_block(source, begin, fence_at, fence) : std::nullopt;
}

std::optional<Block> find_behind_invisible(std::string_view source, uint32_t begin,
                                           uint32_t fence_at, char32_t first) {
  std::optional<Block> block = find_fenced_block(source, fence_at);
  if (!block || !block->closed) return std::nullopt;
  block->whole.begin = begin;
  block->opening_problem =
      Problem{{begin, fence_at},
              "An invisible character (" + code_of(first) +
                  ") before the opening fence makes most programs take the front matter for text. "
                  "Delete what stands before the fence.",
              first == kByteOrderMark};
  return block;
}

}  // namespace

std::optional<Block> find_shifted_block(std::string_view source, uint32_t at) {
  const auto size = static_cast<uint32_t>(source.size());
  uint32_t fence_at = at;
  char32_t invisible = 0;
  while (fence_at < size) {
    const CodePoint point = code_point_at(source, fence_at);
    const CharacterClass type = character_info(point.value).type;
    if (type != CharacterClass::blank && type != CharacterClass::ignorable) break;
    if (invisible == 0 && point.value >= 0x80) invisible = point.value;
    fence_at += point.size;
  }
  if (fence_at == at || fence_at == size) return std::nullopt;
  const auto fence = opening_fence(line_at(source, fence_at, size).of(source));
  if (!fence) return std::nullopt;
  if (invisible != 0) return find_behind_invisible(source, at, fence_at, invisible);
  return find_behind_blanks(source, at, fence_at, *fence);
}

}  // namespace soiree::front_matter
