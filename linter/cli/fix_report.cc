#include "linter/cli/fix_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "linter/cli/check_messages.h"
#include "linter/cli/print_error.h"
#include "linter/cli/render.h"
#include "linter/cli/standard_streams.h"
#include "linter/cli/write_file.h"
#include "linter/output/unified_diff.h"

namespace soiree {
namespace {

/// After a fix another one may apply, in a list of suppressions say; more rounds than these are two
/// rules that undo each other.
constexpr size_t kMostFixRounds = 10;

/// The fixes that the findings have may all change the meaning.
bool only_unsafe_fixes(const Finding& finding) {
  return !finding.fixes.empty() &&
         std::all_of(finding.fixes.begin(), finding.fixes.end(),
                     [](const Fix& fix) { return fix.safety == FixSafety::unsafe; });
}

}  // namespace

LeftUnfixed fix_texts(FixedTexts& texts, const RunReach& reach, const ReportFilters& filters,
                      const FileAccess& files) {
  LeftUnfixed left;
  const CheckOptions& options = *reach.options;
  const auto lint = [&](const RunRequest& wanted) {
    const RunResult result = run(wanted);
    left.unread = result.errors;
    ReportView view = make_view(wanted, result, options.format, files);
    filters.apply(reach, files, view);
    std::vector<Finding> findings;
    for (const LocatedFinding& found : view.findings) findings.push_back(*found.finding);
    const auto unsafe = std::count_if(findings.begin(), findings.end(), only_unsafe_fixes);
    left.held_back = options.unsafe_fixes ? 0 : static_cast<size_t>(unsafe);
    return findings;
  };
  texts.fix_all(*reach.request, lint, options.unsafe_fixes, options.diff ? 1 : kMostFixRounds);
  return left;
}

int print_changes(const FixedTexts& texts, const CheckOptions& options,
                  const std::vector<Error>& errors, const FileAccess& files) {
  std::string text;
  for (const auto& [path, change] : texts.changes()) {
    text += unified_diff(path, change.before, change.after);
  }
  const bool to_file = !options.output.empty();
  const bool written = to_file ? write_file(options.output, text) : write_output(text);
  if (to_file && !written) say(options, cannot_write(options.output));
  for (const Error& error : errors) say(options, error_text(error, files));
  if (!written || !errors.empty()) return kExitFailure;
  return text.empty() ? kExitClean : kExitFindings;
}

void say_fixes(const FixedTexts& texts, size_t held_back, const CheckOptions& options) {
  if (options.quiet) return;
  size_t fixes = 0;
  const auto changes = texts.changes();
  for (const auto& [path, change] : changes) fixes += change.fixes;
  std::string text;
  if (fixes > 0 && options.fix) {
    text =
        fmt::format("fixed {} in {}", counted(fixes, "finding"), counted(changes.size(), "file"));
  }
  if (held_back > 0) {
    text += text.empty() ? "" : "; ";
    text += fixes > 0 ? fmt::format("{} more with --unsafe-fixes", held_back)
                      : fmt::format("no safe fix; --unsafe-fixes would fix {}",
                                    counted(held_back, "finding"));
  }
  if (!text.empty()) say(options, text);
}

}  // namespace soiree
