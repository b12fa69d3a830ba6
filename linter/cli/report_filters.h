#ifndef SOIREE_CLI_REPORT_FILTERS_H_
#define SOIREE_CLI_REPORT_FILTERS_H_

#include <optional>
#include <string>

#include "linter/cli/baseline_run.h"
#include "linter/cli/check_command.h"
#include "linter/cli/git_changes.h"
#include "linter/config/file_access.h"
#include "linter/output/baseline.h"
#include "linter/output/report_view.h"
#include "linter/text/result.h"

namespace soiree {

/// What the options leave out of a report.
class ReportFilters {
 public:
  /// Asks git and reads the baseline, as far as the options want it.
  static Result<ReportFilters> read(const CheckOptions& options, const FileAccess& files);

  /// Takes out of the report what the options leave out.
  void apply(const RunReach& reach, const FileAccess& files, ReportView& view) const;

  /// Asks git again: fixes have moved lines.
  void follow_fixes(const CheckOptions& options);

 private:
  std::optional<GitChanges> changes_;
  std::optional<Baseline> baseline_;
};

}  // namespace soiree

#endif  // SOIREE_CLI_REPORT_FILTERS_H_
