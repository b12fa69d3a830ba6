#ifndef SOIREE_PARSE_HTML_H_
#define SOIREE_PARSE_HTML_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "linter/text/span.h"

namespace soiree {

enum class HtmlPieceKind : uint8_t { text, start_tag, end_tag, comment, other };

/// A piece of HTML: a run of text, one tag, one comment, or anything else (doctype, CDATA,
/// processing instruction). Offsets are bytes of the string given to HtmlScanner.
struct HtmlPiece {
  HtmlPieceKind kind = HtmlPieceKind::text;
  uint32_t begin = 0;
  uint32_t end = 0;
  std::string_view name;  ///< tag name as written
  bool self_closing = false;
};

/// Splits HTML into pieces, in order and without gaps. Linear; broken HTML becomes text. The bodies
/// of script, style, textarea, svg and math elements are one piece of kind `other`.
class HtmlScanner {
 public:
  explicit HtmlScanner(std::string_view html) : html_(html) {}
  /// The next piece, or nothing at the end.
  std::optional<HtmlPiece> next();

 private:
  /// End of the piece of markup that starts at `at` (a `<`) and its kind; kind text when none does.
  HtmlPiece markup_at(uint32_t at);
  /// Offset just after `closer`, searched from `from`; 0 when there is none. Remembers a failure.
  uint32_t after(std::string_view closer, uint32_t from, uint8_t absent_bit);
  /// Offset of the end tag of `raw_element_`, or the end of the input.
  uint32_t raw_body_end(uint32_t from) const;
  bool opens_raw_body(const HtmlPiece& tag);

  std::string_view html_;
  uint32_t at_ = 0;
  std::string_view raw_element_;
  uint8_t absent_closers_ = 0;   ///< closers known to be missing from here on: searched only once
  uint8_t absent_end_tags_ = 0;  ///< the same for the end tags of raw elements
};

/// Offset just after the `>` of the tag whose `<` is at `at`, or npos when it is not a tag. A `>`
/// in quotes does not end a tag, and a `<` outside quotes means that the tag was never closed.
size_t find_html_tag_end(std::string_view html, size_t at);

/// Value of an attribute inside the tag `tag` (its bytes from `<` to `>`), without quotes and not
/// decoded; nothing when the tag lacks it. Names compare without case.
std::optional<std::string_view> html_attribute(std::string_view tag, std::string_view name);
/// True when the element is void (br, img, hr ...), without case.
bool is_void_element(std::string_view name);
/// True when the element starts a new line of text (p, div, li, blockquote, h1 ...), without case.
bool is_block_element(std::string_view name);

}  // namespace soiree

#endif  // SOIREE_PARSE_HTML_H_
