#ifndef SOIREE_POST_QUOTE_MARKS_H_
#define SOIREE_POST_QUOTE_MARKS_H_

#include <span>
#include <string_view>
#include <vector>

#include "linter/text/span.h"

namespace soiree {

/// A passage in quotation marks.
struct MarkedPassage {
  TextSpan inside;      ///< marks and the blanks next to them excluded
  TextSpan whole;       ///< marks included
  bool closed = true;   ///< false for a mark at the start of the block that never closes
  bool single = false;  ///< '…' or ‘…’, which may be a misread apostrophe
};

/// Appends the passages between quotation marks inside `block` of `text`, outermost only, in order:
/// "…" “…” „…“ «…» »…« ”…” ‹…› 「…」 『…』 ‘…’ ‚…‘ and '…'. Apostrophes, elisions ('em), decades
/// ('90s) and inch or minute signs are no marks. A mark without its partner opens nothing, except
/// a double mark at the very start: that gives one passage to the end of the block, `closed` false.
/// `opaque` are sorted ranges (code) whose marks do not count.
void find_marked_passages(std::string_view text, TextSpan block, std::span<const TextSpan> opaque,
                          std::vector<MarkedPassage>& passages);

}  // namespace soiree

#endif  // SOIREE_POST_QUOTE_MARKS_H_
