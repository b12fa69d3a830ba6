#ifndef SOIREE_OUTPUT_GITHUB_FORMAT_H_
#define SOIREE_OUTPUT_GITHUB_FORMAT_H_

#include <string>
#include <string_view>
#include <vector>

#include "linter/output/report_view.h"

namespace soiree {

/// What GitHub shows of one step: more annotations of a kind (error, warning, notice) are dropped
/// without a word. (GitHub's documentation of workflow commands and of usage limits.)
inline constexpr size_t kMostAnnotations = 10;

/// Which findings become annotations and which are left for the job summary; both ranked.
struct GithubSelection {
  std::vector<const LocatedFinding*> shown;
  std::vector<const LocatedFinding*> hidden;
};
GithubSelection select_annotations(const ReportView& report);

/// Workflow commands of GitHub Actions, one a line, and a last line with the counts. Nothing that a
/// post or a file name says can become a command of its own.
std::string format_github(const ReportView& report);

/// The command for a run that could not even begin.
std::string format_github_failure(const ReportView& report, const Failure& failure);

/// `text` for a line of a workflow's log, where GitHub looks for commands: one line that holds none
/// unless it begins with one; so it must not stand at the beginning of a line.
std::string github_log_text(std::string_view text);

}  // namespace soiree

#endif  // SOIREE_OUTPUT_GITHUB_FORMAT_H_
