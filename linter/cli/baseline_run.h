#ifndef SOIREE_CLI_BASELINE_RUN_H_
#define SOIREE_CLI_BASELINE_RUN_H_

#include <span>
#include <string>

#include "linter/cli/check_command.h"
#include "linter/config/file_access.h"
#include "linter/lint/engine.h"
#include "linter/output/baseline.h"

namespace soiree {

/// Reads a baseline from the disk. The Error of one that is not there says how to write it.
Result<Baseline> read_baseline(const std::string& path, const FileAccess& files);

/// What a run looked at, and for what.
struct RunReach {
  const RunRequest* request;
  const CheckOptions* options;
  std::span<const std::string> directories;  ///< absolute; whatever is below was checked
};

/// Takes what the baseline knows out of the report of this run.
void apply_baseline(const Baseline& baseline, const std::string& path, const RunReach& reach,
                    const FileAccess& files, ReportView& report);

/// Baseline of all findings of this run, with what an older one at `path` says on files and rules
/// that this run did not look at.
Result<Baseline> make_baseline(const std::string& path, const RunReach& reach,
                               const FileAccess& files, const ReportView& report);

}  // namespace soiree

#endif  // SOIREE_CLI_BASELINE_RUN_H_
