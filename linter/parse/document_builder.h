#ifndef SOIREE_PARSE_DOCUMENT_BUILDER_H_
#define SOIREE_PARSE_DOCUMENT_BUILDER_H_

#include <string_view>
#include <vector>

#include "linter/parse/document.h"
#include "linter/parse/inline_map.h"
#include "linter/parse/markdown.h"
#include "linter/text/source_file.h"

namespace soiree {

/// Turns the block events of a Markdown parser into a Document. `parsed` is what the parser was
/// given, preceded by everything before the body, so that its offsets are those of the source file.
class DocumentBuilder {
 public:
  DocumentBuilder(std::string_view source, std::string_view parsed, SourceSpan body,
                  Document& document);

  void visit(const BlockEvent& event);
  /// Adds what needs the whole document: quotations made by shortcodes.
  void finish();

 private:
  friend class HtmlText;

  void text_block(const BlockEvent& event);
  void leaf(const BlockEvent& event);
  void html(const BlockEvent& event);
  void code(const BlockEvent& event);
  void enter_quote(const BlockEvent& event);
  void leave_quote(const BlockEvent& event);
  /// A `>` alone on its line quotes the paragraph on the next one, as kramdown reads it and as
  /// exports from WordPress mean it. Opens that quote again and tells so.
  bool resume_empty_quote(const BlockEvent& event);
  void enter_row(const BlockEvent& event);
  void shortcode_quotes();
  void add_shortcode_quote(SourceSpan inside, std::string_view name);

  bool place_lines(std::string_view content, size_t first, size_t last);
  bool place_paragraph(const BlockEvent& event);
  bool place_heading(const BlockEvent& event);
  bool place_cell(const BlockEvent& event);
  bool cell_matches(SourceSpan cell, std::string_view content);
  uint32_t row_begin(SourceSpan line) const;
  void split_row();

  uint32_t open_block(uint32_t source);
  void close_block(uint32_t text_begin, SourceSpan source, BlockRole role, uint8_t level,
                   bool mapped);
  void unmapped(const BlockEvent& event, BlockRole role);
  BlockRole role_of(const BlockEvent& event) const;
  size_t source_line(int parsed_line) const {
    return first_line_ + static_cast<size_t>(parsed_line) - 1;
  }
  SourceSpan line_content(size_t line) const { return lines_.line_content(line, parsed_); }
  SourceSpan line_range(int start_line, int end_line) const;
  int32_t open_quote(QuoteOrigin origin, SourceSpan source, std::string_view attributes);
  void close_html_quote(const BlockEvent& event);
  void close_quote(int32_t quote, uint32_t source_end);
  int32_t current_quote() const { return quote_stack_.empty() ? kNoQuote : quote_stack_.back(); }
  std::span<const MarkupSpan> masks_for_alert(std::string_view content);

  std::string_view source_;
  std::string_view parsed_;
  Document& document_;
  LineIndex lines_;
  size_t first_line_;
  std::vector<int32_t> quote_stack_;
  std::vector<uint32_t> list_stack_;
  uint32_t lists_ = 0;
  int in_footnote_ = 0;
  int markdown_quotes_ = 0;
  bool quote_just_opened_ = false;
  int32_t empty_quote_ = kNoQuote;  ///< the quote without content that was just left
  int empty_quote_end_ = 0;         ///< its last line, as the parser counts
  std::vector<LinePlace> places_;
  std::vector<SourceSpan> row_cells_;
  size_t next_cell_ = 0;
  size_t row_line_ = 0;
  bool row_proved_ = false;  ///< some cell was found on `row_line_`
  std::vector<MarkupSpan> alert_masks_;
  InlineMap inline_map_;
};

}  // namespace soiree

#endif  // SOIREE_PARSE_DOCUMENT_BUILDER_H_
