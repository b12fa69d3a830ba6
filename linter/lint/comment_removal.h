#ifndef SOIREE_LINT_COMMENT_REMOVAL_H_
#define SOIREE_LINT_COMMENT_REMOVAL_H_

#include <span>
#include <string_view>
#include <vector>

#include "linter/lint/finding.h"
#include "linter/text/source_file.h"

namespace soiree {

/// What to cut out so that a comment is gone, and whether the post is sure to read as before.
struct CommentRemoval {
  SourceSpan cut;
  FixSafety safety = FixSafety::safe;
};

/// The removals of `comments`, which are sorted. In Markdown blanks at a line's end, a blank line
/// inside a list and the beginning of a line have a meaning: with a comment at a line's end the
/// blanks before it go, with one between the items of a list its line, and where what stands around
/// it would be read in another way the removal is unsafe. Linear.
std::vector<CommentRemoval> removals_of(std::span<const SourceSpan> comments,
                                        std::string_view bytes, const LineIndex& lines);

}  // namespace soiree

#endif  // SOIREE_LINT_COMMENT_REMOVAL_H_
