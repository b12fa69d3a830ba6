#ifndef SOIREE_OUTPUT_MARKDOWN_TEXT_H_
#define SOIREE_OUTPUT_MARKDOWN_TEXT_H_

#include <string>
#include <string_view>

#include "linter/output/report_view.h"

namespace soiree {

/// Appends `text` as one line of plain Markdown text that may stand in a table, but not at the
/// beginning of a line: nothing in it becomes markup, a link, a mention or a reference.
void append_markdown_text(std::string& out, std::string_view text);

/// Appends the rule's name as code, with a link to its page when the address is known.
void append_markdown_rule(std::string& out, const ReportView& report, std::string_view rule);

/// Appends a list that says in a sentence what each rule with a finding finds.
void append_markdown_rules(std::string& out, const ReportView& report);

}  // namespace soiree

#endif  // SOIREE_OUTPUT_MARKDOWN_TEXT_H_
