#ifndef SOIREE_LINT_APPLY_FIXES_H_
#define SOIREE_LINT_APPLY_FIXES_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "linter/lint/finding.h"

namespace soiree {

struct FixedText {
  std::string text;
  size_t applied = 0;  ///< fixes
};

/// `text` of the file with this index after the fixes that `findings` offer for it, at most one a
/// finding: the first safe one, or with `unsafe_too` the first. A fix is applied with all its edits
/// or not at all, and not when it touches what an earlier one has changed; another run finds it
/// again.
FixedText apply_fixes(std::string_view text, std::span<const Finding> findings, uint32_t file,
                      bool unsafe_too);

}  // namespace soiree

#endif  // SOIREE_LINT_APPLY_FIXES_H_
