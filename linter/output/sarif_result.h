#ifndef SOIREE_OUTPUT_SARIF_RESULT_H_
#define SOIREE_OUTPUT_SARIF_RESULT_H_

#include <string>

#include "linter/output/report_view.h"
#include "linter/output/sarif_format.h"

namespace soiree {

/// Appends the SARIF result object of one finding; `rule_index` is its place in the run's rules.
void append_sarif_result(std::string& out, const ReportView& report, const LocatedFinding& found,
                         size_t rule_index, const SarifLimits& limits);

}  // namespace soiree

#endif  // SOIREE_OUTPUT_SARIF_RESULT_H_
