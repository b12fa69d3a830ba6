#ifndef SOIREE_OUTPUT_JSON_FORMAT_H_
#define SOIREE_OUTPUT_JSON_FORMAT_H_

#include <string>
#include <string_view>

#include "linter/output/report_view.h"

namespace soiree {

/// What each JSON document begins with.
inline constexpr std::string_view kJsonReportBeginning = R"({"version":1,"tool":{"name":"soiree",)";

/// One JSON document with all findings, what could not be checked, and a summary; stable, scripts
/// depend on it. Bytes of a source that are not UTF-8 become U+FFFD in `excerpt`; offsets stay
/// exact.
std::string format_json(const ReportView& report);

/// One finding object a line, then a line `{"failure":{...}}` for each thing that could not be
/// checked; without a summary.
std::string format_json_lines(const ReportView& report);

}  // namespace soiree

#endif  // SOIREE_OUTPUT_JSON_FORMAT_H_
