#ifndef SOIREE_PARSE_HTML_TEXT_H_
#define SOIREE_PARSE_HTML_TEXT_H_

#include <string_view>

#include "linter/parse/document_builder.h"
#include "linter/parse/html.h"

namespace soiree {

/// Adds the visible text of one raw HTML block to the document: what stands between tags, split
/// into blocks at block-level tags, code left out, `<blockquote>` and `<q>` kept as quotations.
class HtmlText {
 public:
  /// `content` is the HTML of the block whose lines `builder` has just placed.
  HtmlText(DocumentBuilder& builder, std::string_view content, BlockRole role)
      : builder_(builder), content_(content), base_role_(role), role_(role) {}
  void run();

 private:
  void text(std::string_view bytes, uint32_t begin);
  void text_line(std::string_view bytes, uint32_t begin);
  void tag(const HtmlPiece& piece);
  void block_tag(const HtmlPiece& piece, std::string_view name);
  void inline_tag(const HtmlPiece& piece, std::string_view name);
  void flush();
  void emit(std::string_view bytes, SourceSpan source, bool verbatim);
  SourceSpan source(uint32_t begin, uint32_t end) const;

  DocumentBuilder& builder_;
  std::string_view content_;
  BlockRole base_role_;
  BlockRole role_;
  uint8_t level_ = 0;
  bool open_ = false;
  bool pending_break_ = false;
  uint32_t text_before_ = 0;
  uint32_t text_begin_ = 0;
  SourceSpan extent_;
  int code_ = 0;
  int pre_ = 0;
  uint32_t code_begin_ = 0;
  bool in_quote_ = false;
  uint32_t quote_begin_ = 0;
};

}  // namespace soiree

#endif  // SOIREE_PARSE_HTML_TEXT_H_
