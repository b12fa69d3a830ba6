#ifndef SOIREE_OUTPUT_RDJSONL_FORMAT_H_
#define SOIREE_OUTPUT_RDJSONL_FORMAT_H_

#include <string>

#include "linter/output/report_view.h"

namespace soiree {

/// The Reviewdog Diagnostic Format, one diagnostic a line. Columns are bytes, as reviewdog counts
/// them. A fix is a suggestion when it is one edit.
std::string format_rdjsonl(const ReportView& report);

}  // namespace soiree

#endif  // SOIREE_OUTPUT_RDJSONL_FORMAT_H_
