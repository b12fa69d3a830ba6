#ifndef SOIREE_PARSE_MARKDOWN_H_
#define SOIREE_PARSE_MARKDOWN_H_

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace soiree {

enum class MarkdownBlock : uint8_t {
  quote,
  list,
  item,
  paragraph,
  heading,
  code,
  html,
  table,
  table_row,
  table_cell,
  footnote,
  thematic_break,
};

enum class MarkdownInline : uint8_t {
  text,
  soft_break,
  line_break,
  code,
  html,
  emphasis,
  strong,
  link,
  image,
  footnote_reference,
};

/// One step through the inline tree of a block, in document order. Containers (emphasis, strong,
/// link, image) have a second event with `enter` false.
struct InlineEvent {
  MarkdownInline kind = MarkdownInline::text;
  bool enter = true;
  std::string_view literal;  ///< text, code or HTML as CommonMark decoded it; a link's address
};

/// One step through the block tree. Views live until the visitor returns.
struct BlockEvent {
  MarkdownBlock kind = MarkdownBlock::paragraph;
  bool enter = true;
  int level = 0;       ///< of a heading, 1..6
  int start_line = 0;  ///< 1-based lines of the text that was parsed
  int end_line = 0;
  std::string_view
      content;  ///< of a leaf: its inline source (container prefixes removed), code or HTML
  std::string_view info;  ///< of a fenced code block: its info string
  std::span<const InlineEvent> inlines;
};

using BlockVisitor = std::function<void(const BlockEvent&)>;

/// Parses `body` as GitHub Flavored Markdown (tables unless `tables` is false, task lists,
/// footnotes) and shows every block to `visit` in document order. `body` must not hold NUL bytes.
/// Safe to call from several threads.
void parse_markdown(std::string_view body, bool tables, const BlockVisitor& visit);

/// The characters that the entity `entity` ("&amp;", "&#8212;") stands for, or "" when it is none.
std::string decode_entity(std::string_view entity);

}  // namespace soiree

#endif  // SOIREE_PARSE_MARKDOWN_H_
