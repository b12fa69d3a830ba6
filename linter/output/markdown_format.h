#ifndef SOIREE_OUTPUT_MARKDOWN_FORMAT_H_
#define SOIREE_OUTPUT_MARKDOWN_FORMAT_H_

#include <string>
#include <string_view>

#include "linter/output/report_view.h"

namespace soiree {

/// What each of these reports begins with.
inline constexpr std::string_view kMarkdownReportHeading = "## soiree: ";

/// A report to read or to paste into a review: findings by file with the line they stand in, then
/// what the rules mean. Post text never becomes markup, a link or a mention.
std::string format_markdown(const ReportView& report);

}  // namespace soiree

#endif  // SOIREE_OUTPUT_MARKDOWN_FORMAT_H_
