#ifndef SOIREE_LSP_ENTRY_CHANGE_H_
#define SOIREE_LSP_ENTRY_CHANGE_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "linter/lint/finding.h"
#include "linter/post/facts.h"

namespace soiree {

/// What an edit inside one entry of a schedule did to the result of its file.
struct EntryChange {
  uint32_t begin = 0;  ///< bytes `[begin, end)` of the old text held the entry
  uint32_t end = 0;
  int64_t growth = 0;  ///< what is behind it moved by so many bytes
  size_t first = 0;    ///< its posts are the facts from here on, as many as before
  std::vector<Facts> before;
  std::vector<Finding> found;  ///< all that its file alone tells of it now

  bool holds(SourceSpan span) const { return span.begin >= begin && span.begin < end; }
  bool precedes(SourceSpan span) const { return span.begin >= end; }
};

/// Moves a place by `distance` bytes; one of nothing stays that.
inline void move_by(SourceSpan& span, int64_t distance) {
  if (span == SourceSpan()) return;
  span.begin = static_cast<uint32_t>(span.begin + distance);
  span.end = static_cast<uint32_t>(span.end + distance);
}

/// Calls `each` for every place of a finding.
template <class Each>
void for_each_span(Finding& finding, const Each& each) {
  each(finding.range);
  each(finding.whole_post);
  for (Note& note : finding.notes) {
    each(note.range);
    each(note.whole_post);
  }
  for (Fix& fix : finding.fixes) {
    for (Edit& edit : fix.edits) each(edit.range);
  }
}

}  // namespace soiree

#endif  // SOIREE_LSP_ENTRY_CHANGE_H_
