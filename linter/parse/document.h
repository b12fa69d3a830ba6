#ifndef SOIREE_PARSE_DOCUMENT_H_
#define SOIREE_PARSE_DOCUMENT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/parse/problem.h"
#include "linter/parse/template_syntax.h"
#include "linter/text/mapped_text.h"

namespace soiree {

enum class BlockRole : uint8_t {
  title,        ///< the post's title, from its metadata
  description,  ///< description, summary or excerpt, from its metadata
  heading,
  prose,
  list_item,
  table_cell,
  footnote,
};

constexpr int32_t kNoQuote = -1;

/// A paragraph, heading, list item's paragraph, table cell, or piece of raw HTML between block
/// tags.
struct Block {
  TextSpan text;      ///< in Document::text
  SourceSpan source;  ///< the source of `text`, markers around it excluded
  BlockRole role = BlockRole::prose;
  uint8_t level = 0;         ///< of a heading: 1..6
  int32_t quote = kNoQuote;  ///< innermost quotation block it is in, index into Document::quotes
  uint32_t list = 0;         ///< which list it belongs to, 0 for none; equal numbers are one list
  bool mapped = true;  ///< false when the exact map failed and every byte maps to the whole block
};

/// A link or image of the text. Bare addresses are tokens, not links.
struct Link {
  TextSpan text;  ///< the linked words; empty for an image
  std::string url;
  bool image = false;
};

enum class QuoteOrigin : uint8_t { markdown, html, html_inline, shortcode };

/// A passage that the markup says is quoted.
struct QuoteBlock {
  TextSpan text;  ///< from the first quoted byte to the last
  SourceSpan source;
  QuoteOrigin origin = QuoteOrigin::markdown;
  int32_t parent = kNoQuote;    ///< the quote around this one
  bool alert = false;           ///< GitHub alert: `> [!NOTE]`
  std::string_view attributes;  ///< classes of its tag or `{: ...}` line, or the shortcode's tag
};

/// A block of code. Its inside is nobody's prose.
struct CodeBlock {
  SourceSpan source;
  uint32_t bytes = 0;
};

/// A Markdown document as its reader sees it. One text for the whole document, blocks separated by
/// blank lines in it: a rule may look inside a block or across blocks, and every byte knows its
/// place.
struct Document {
  MappedText text;
  std::vector<Block> blocks;
  std::vector<TextSpan> opaque;  ///< inline code and template syntax, sorted
  std::vector<TextSpan> emphasis;
  std::vector<Link> links;
  std::vector<QuoteBlock> quotes;
  std::vector<CodeBlock> code;
  std::vector<MarkupSpan> markup;
  std::vector<Comment> comments;
  std::vector<Problem> problems;
  uint32_t text_nodes = 0;       ///< text nodes the Markdown parser made
  uint32_t unmapped_blocks = 0;  ///< blocks whose map could not be proved
};

/// Reads `body` of `source` as Markdown and appends to `document`, which may already hold metadata
/// blocks. All places are offsets into `source`, which must outlive the document.
void read_markdown(std::string_view source, SourceSpan body, MarkupDialect dialect,
                   Document& document);

/// Reads `text` as plain text: paragraphs end at blank lines.
void read_plain_text(const MappedText& text, Document& document);

}  // namespace soiree

#endif  // SOIREE_PARSE_DOCUMENT_H_
