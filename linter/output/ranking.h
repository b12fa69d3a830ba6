#ifndef SOIREE_OUTPUT_RANKING_H_
#define SOIREE_OUTPUT_RANKING_H_

#include <vector>

#include "linter/output/report_view.h"

namespace soiree {

/// The findings in the order in which to show them where not all can be shown: errors, warnings,
/// notes; of each kind the first of every file, then the second of every file, and so on.
std::vector<const LocatedFinding*> ranked(const ReportView& report);

}  // namespace soiree

#endif  // SOIREE_OUTPUT_RANKING_H_
