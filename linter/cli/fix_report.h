#ifndef SOIREE_CLI_FIX_REPORT_H_
#define SOIREE_CLI_FIX_REPORT_H_

#include <cstddef>
#include <vector>

#include "linter/cli/baseline_run.h"
#include "linter/cli/check_command.h"
#include "linter/cli/fix_run.h"
#include "linter/cli/report_filters.h"
#include "linter/config/file_access.h"
#include "linter/text/result.h"

namespace soiree {

/// What fixing leaves.
struct LeftUnfixed {
  size_t held_back = 0;       ///< findings that only have fixes that were not asked for
  std::vector<Error> unread;  ///< files that could not be read
};

/// Fixes in memory what would be told. With --diff once: git's lines are those of the first text.
LeftUnfixed fix_texts(FixedTexts& texts, const RunReach& reach, const ReportFilters& filters,
                      const FileAccess& files);

/// Prints what --fix would do. The exit code tells whether it would do anything.
int print_changes(const FixedTexts& texts, const CheckOptions& options,
                  const std::vector<Error>& errors, const FileAccess& files);

/// What was fixed, and what could be: `held_back` findings have only fixes that are not safe. A dry
/// run shows what it would fix.
void say_fixes(const FixedTexts& texts, size_t held_back, const CheckOptions& options);

}  // namespace soiree

#endif  // SOIREE_CLI_FIX_REPORT_H_
