#ifndef SOIREE_OUTPUT_CHECKSTYLE_FORMAT_H_
#define SOIREE_OUTPUT_CHECKSTYLE_FORMAT_H_

#include <string>

#include "linter/output/report_view.h"

namespace soiree {

/// The XML of Checkstyle, which Jenkins and many review tools read: findings by file; notes have
/// the severity `info`.
std::string format_checkstyle(const ReportView& report);

}  // namespace soiree

#endif  // SOIREE_OUTPUT_CHECKSTYLE_FORMAT_H_
