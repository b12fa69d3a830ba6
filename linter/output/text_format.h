#ifndef SOIREE_OUTPUT_TEXT_FORMAT_H_
#define SOIREE_OUTPUT_TEXT_FORMAT_H_

#include <string>

#include "linter/output/report_view.h"

namespace soiree {

struct TextStyle {
  bool color = false;
  bool summary = true;  ///< the last line, "3 warnings in 12 posts (8 files)"
};

/// One paragraph per finding: place, severity, rule, message, the source line with the range
/// underlined, other places, and where to read more.
std::string format_text(const ReportView& report, const TextStyle& style);

}  // namespace soiree

#endif  // SOIREE_OUTPUT_TEXT_FORMAT_H_
