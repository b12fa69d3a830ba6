#ifndef SOIREE_LINT_EXAMPLE_MARKS_H_
#define SOIREE_LINT_EXAMPLE_MARKS_H_

#include <string>
#include <string_view>
#include <vector>

#include "linter/text/span.h"

namespace soiree {

/// A text of a rule's examples without its marks, and where they were.
struct MarkedText {
  std::string text;
  std::vector<SourceSpan> ranges;  ///< sorted
};

/// Takes the marks ⟦ ⟧ out of an example. They may be nested.
MarkedText without_marks(std::string_view marked);

/// `text` with ⟦ ⟧ around each range.
std::string with_marks(std::string text, const std::vector<SourceSpan>& ranges);

}  // namespace soiree

#endif  // SOIREE_LINT_EXAMPLE_MARKS_H_
