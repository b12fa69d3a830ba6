#ifndef SOIREE_PARSE_INLINE_MAP_H_
#define SOIREE_PARSE_INLINE_MAP_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/parse/markdown.h"
#include "linter/parse/template_syntax.h"
#include "linter/text/mapped_text.h"

namespace soiree {

/// Where a line of a block's inline source stands in the source file.
struct LinePlace {
  uint32_t content_begin = 0;  ///< offset of the line in the block's inline source
  uint32_t source_begin = 0;   ///< offset of the same bytes in the source file
};

/// Emphasis, a link or an image that the replay is inside of.
struct OpenInline {
  MarkdownInline kind = MarkdownInline::emphasis;
  uint32_t text_begin = 0;
  bool autolink = false;
};

/// What replaying a block's inline tree yields. Text spans are offsets into the text appended to.
struct InlineMap {
  struct Range {
    TextSpan text;
    std::string url;
    bool image = false;
  };
  std::vector<TextSpan> opaque;
  std::vector<TextSpan> emphasis;
  std::vector<Range> links;
  std::vector<TextSpan> quotes;      ///< <q> ... </q>
  std::vector<SourceSpan> comments;  ///< <!-- ... -->
  std::vector<OpenInline> open;      ///< of the replay alone
  uint32_t text_nodes = 0;

  /// Empties everything but keeps the memory for the next block.
  void clear() {
    opaque.clear();
    emphasis.clear();
    links.clear();
    quotes.clear();
    comments.clear();
    open.clear();
    text_nodes = 0;
  }
};

/// Replays `events` over the block's inline source `content` and appends what the reader sees to
/// `text`, every byte mapped to the source. `lines` says where each line of `content` stands in
/// `parsed`, the source with its template syntax overwritten; `masks` are the overwritten places.
/// Returns false, with `text` unchanged, when any step does not match: the map has no proof then.
bool map_inlines(std::string_view content, std::span<const LinePlace> lines,
                 std::string_view parsed, std::span<const InlineEvent> events,
                 std::span<const MarkupSpan> masks, MappedText& text, InlineMap& map);

}  // namespace soiree

#endif  // SOIREE_PARSE_INLINE_MAP_H_
