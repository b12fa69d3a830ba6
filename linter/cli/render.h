#ifndef SOIREE_CLI_RENDER_H_
#define SOIREE_CLI_RENDER_H_

#include <string>

#include "linter/cli/check_command.h"
#include "linter/config/file_access.h"
#include "linter/lint/engine.h"
#include "linter/output/report_view.h"

namespace soiree {

/// What a run found, with the places that the format shows.
ReportView make_view(const RunRequest& request, const RunResult& result, OutputFormat format,
                     const FileAccess& files);

/// Fills in what the variables of a code host say in a format made for it: the directory that
/// paths start from and the address of the files. `view.current` must be set.
void place_at_code_host(ReportView& view, OutputFormat format);

/// Address that the rules' pages lie under: SOIREE_RULE_PAGES of the environment, else what the
/// program was built with; empty when neither says it.
std::string rule_pages();

/// The report in the format that was asked for.
std::string render(const ReportView& view, const CheckOptions& options);

}  // namespace soiree

#endif  // SOIREE_CLI_RENDER_H_
