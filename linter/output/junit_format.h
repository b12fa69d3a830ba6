#ifndef SOIREE_OUTPUT_JUNIT_FORMAT_H_
#define SOIREE_OUTPUT_JUNIT_FORMAT_H_

#include <string>

#include "linter/output/report_view.h"

namespace soiree {

/// The JUnit XML that CI servers show as test results: a suite per file with findings. An error or
/// a warning is a failed test, a note a passed one with output; a failure of the run is an error.
/// Without any of them there is one passed test, since readers refuse an empty report.
std::string format_junit(const ReportView& report);

}  // namespace soiree

#endif  // SOIREE_OUTPUT_JUNIT_FORMAT_H_
