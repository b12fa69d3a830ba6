#ifndef SOIREE_OUTPUT_GITHUB_SUMMARY_H_
#define SOIREE_OUTPUT_GITHUB_SUMMARY_H_

#include <string>

#include "linter/output/report_view.h"

namespace soiree {

/// Markdown for the job summary of GitHub Actions: the counts by file and rule, the findings that
/// are no annotations, what the rules mean. Stays well below the 1 MiB that GitHub takes of one
/// step; what did not fit is counted.
std::string format_github_summary(const ReportView& report);

}  // namespace soiree

#endif  // SOIREE_OUTPUT_GITHUB_SUMMARY_H_
