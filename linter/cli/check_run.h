#ifndef SOIREE_CLI_CHECK_RUN_H_
#define SOIREE_CLI_CHECK_RUN_H_

#include <cstddef>
#include <vector>

#include "linter/cli/baseline_run.h"
#include "linter/cli/check_command.h"
#include "linter/cli/fix_run.h"
#include "linter/cli/report_filters.h"
#include "linter/cli/run_plan.h"
#include "linter/config/file_access.h"
#include "linter/lint/engine.h"
#include "linter/output/report_view.h"
#include "linter/text/result.h"

namespace soiree {

/// True when standard output belongs to the fixed text of standard input.
bool fixes_input(const CheckOptions& options);

/// A run of `soiree check` whose files are known: fixes, lints, prints.
class CheckRun {
 public:
  /// All arguments must outlive the run.
  CheckRun(const CheckOptions& options, const FileAccess& files, const RunPlan& plan,
           ReportFilters filters);
  CheckRun(const CheckRun&) = delete;
  CheckRun& operator=(const CheckRun&) = delete;

  /// Does it all, once. The exit code of the program.
  int run();

 private:
  void tell_skipped() const;
  bool refuse_output() const;
  int dry_run();
  void fix();
  void lint();
  bool print();
  void tell_rest(bool written) const;
  int status() const;
  void add_errors(const std::vector<Error>& errors);

  const CheckOptions& options_;
  const FileAccess& files_;
  const RunPlan& plan_;
  ReportFilters filters_;
  RunRequest request_;
  RunReach reach_;
  FixedTexts texts_;
  size_t held_back_ = 0;  ///< findings that only have fixes that were not asked for
  std::vector<Error> errors_;
  RunResult result_;
  ReportView view_;  ///< of `result_`
};

}  // namespace soiree

#endif  // SOIREE_CLI_CHECK_RUN_H_
