#ifndef SOIREE_OUTPUT_GITHUB_SUMMARY_H_
#define SOIREE_OUTPUT_GITHUB_SUMMARY_H_

#include <cstddef>
#include <string>

#include "linter/output/report_view.h"

namespace soiree {

/// Bytes that GitHub takes as the summary of one step: 1 MiB; a longer one is refused whole.
/// (GitHub's documentation of workflow commands, "Adding a job summary".)
inline constexpr size_t kMostSummary = size_t{1} << 20;

/// The job summary for GitHub Actions, in Markdown and at most `most` bytes: what kept the run from
/// being complete, how many findings each file and rule has, those that are no annotations, and
/// what the rules mean; files and rules with links where their addresses are known. What is left
/// out for room is counted.
std::string format_github_summary(const ReportView& report, size_t most = kMostSummary);

}  // namespace soiree

#endif  // SOIREE_OUTPUT_GITHUB_SUMMARY_H_
