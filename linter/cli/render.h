#ifndef SOIREE_CLI_RENDER_H_
#define SOIREE_CLI_RENDER_H_

#include <string>

#include "linter/cli/check_command.h"
#include "linter/output/report_view.h"

namespace soiree {

/// The directory that paths start from in a format for a code host, from the variables that host
/// sets; empty for other formats and elsewhere.
std::string root_for(OutputFormat format);

/// Address that the rules' pages lie under: SOIREE_RULE_PAGES of the environment, else what the
/// program was built with; empty when neither says it.
std::string rule_pages();

/// The report in the format that was asked for.
std::string render(const ReportView& view, const CheckOptions& options);

}  // namespace soiree

#endif  // SOIREE_CLI_RENDER_H_
