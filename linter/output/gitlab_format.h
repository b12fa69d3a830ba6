#ifndef SOIREE_OUTPUT_GITLAB_FORMAT_H_
#define SOIREE_OUTPUT_GITLAB_FORMAT_H_

#include <string>

#include "linter/output/report_view.h"

namespace soiree {

/// GitLab's Code Quality report, one JSON array. Paths start at the project's directory.
std::string format_gitlab(const ReportView& report);

}  // namespace soiree

#endif  // SOIREE_OUTPUT_GITLAB_FORMAT_H_
