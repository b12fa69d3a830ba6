#include "linter/cli/report_filters.h"

#include <utility>

namespace soiree {

Result<ReportFilters> ReportFilters::read(const CheckOptions& options, const FileAccess& files) {
  ReportFilters filters;
  if (options.diff) {
    Result<GitChanges> changes = GitChanges::since(*options.diff);
    if (!changes) return changes.error();
    filters.changes_ = std::move(*changes);
  }
  if (!options.baseline.empty()) {
    Result<Baseline> baseline = read_baseline(options.baseline, files);
    if (!baseline) return baseline.error();
    filters.baseline_ = std::move(*baseline);
  }
  return filters;
}

void ReportFilters::apply(const RunReach& reach, const FileAccess& files, ReportView& view) const {
  if (baseline_) apply_baseline(*baseline_, reach.options->baseline, reach, files, view);
  if (changes_) {
    std::erase_if(view.findings,
                  [&](const LocatedFinding& found) { return !changes_->concern(found); });
  }
}

void ReportFilters::follow_fixes(const CheckOptions& options) {
  if (!options.diff) return;
  Result<GitChanges> changes = GitChanges::since(*options.diff);
  if (changes) changes_ = std::move(*changes);
}

}  // namespace soiree
