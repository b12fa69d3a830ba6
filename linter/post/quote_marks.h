#ifndef SOIREE_POST_QUOTE_MARKS_H_
#define SOIREE_POST_QUOTE_MARKS_H_

#include <span>
#include <string_view>
#include <vector>

#include "linter/text/span.h"

namespace soiree {

/// A passage in quotation marks.
struct MarkedPassage {
  TextSpan inside;  ///< marks excluded
  TextSpan whole;   ///< marks included
};

/// Passages between quotation marks inside `block` of `text`, outermost only, in order: "…" “…” „…“
/// «…» »…« ‹…› 「…」 『…』 ‘…’ and '…'. Apostrophes, decades ('90s) and inch or minute signs are no
/// marks; a mark without its partner opens nothing. `opaque` are ranges (code) whose marks do not
/// count.
std::vector<MarkedPassage> find_marked_passages(std::string_view text, TextSpan block,
                                                std::span<const TextSpan> opaque);

}  // namespace soiree

#endif  // SOIREE_POST_QUOTE_MARKS_H_
