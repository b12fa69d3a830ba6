#ifndef SOIREE_TESTS_RULES_RULE_EXAMPLES_H_
#define SOIREE_TESTS_RULES_RULE_EXAMPLES_H_

#include <string>
#include <string_view>
#include <vector>

#include "linter/text/span.h"

namespace soiree {

enum class ExampleKind { flagged, fine, fixed };

/// One fenced block of a rule's page.
struct ExampleBlock {
  ExampleKind kind = ExampleKind::fine;
  std::string path;                  ///< the file it stands for
  std::string text;                  ///< without the marks
  std::vector<SourceSpan> expected;  ///< where the marks were
  size_t page_begin = 0;             ///< the block's inside on the page, marks included
  size_t page_end = 0;
  size_t page_line = 0;  ///< 1-based line of the opening fence
};

/// Blocks that are linted together: one block, or neighbours that each name a file.
using Example = std::vector<ExampleBlock>;

/// All examples of a page. A `fixed` block stays next to its `flagged` one, as an example of its
/// own.
std::vector<Example> read_examples(std::string_view page);

}  // namespace soiree

#endif  // SOIREE_TESTS_RULES_RULE_EXAMPLES_H_
