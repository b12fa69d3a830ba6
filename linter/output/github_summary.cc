#include "linter/output/github_summary.h"

#include <fmt/format.h>

#include <array>
#include <map>
#include <utility>

#include "linter/output/github_format.h"
#include "linter/output/markdown_text.h"

namespace soiree {
namespace {

/// GitHub refuses summaries of more than 1 MiB; each of the two tables gets less than half.
constexpr size_t kTableBytes = 400'000;

void append_counts(std::string& out, const ReportView& report) {
  std::map<std::pair<std::string_view, std::string_view>, std::array<size_t, 3>> counts;
  for (const LocatedFinding& found : report.findings) {
    const auto severity = static_cast<size_t>(found.finding->severity);
    ++counts[{found.location.file, found.finding->rule}][severity];
  }
  out +=
      "| File | Rule | Errors | Warnings | Notes |\n"
      "| --- | --- | ---: | ---: | ---: |\n";
  const size_t limit = out.size() + kTableBytes;
  size_t rows = 0;
  for (const auto& [key, by_severity] : counts) {
    if (out.size() > limit) break;
    ++rows;
    out += "| ";
    append_markdown_text(out, path_from_root(report, key.first));
    out += " | ";
    append_markdown_rule(out, report, key.second);
    out += fmt::format(" | {} | {} | {} |\n", by_severity[static_cast<size_t>(Severity::error)],
                       by_severity[static_cast<size_t>(Severity::warning)],
                       by_severity[static_cast<size_t>(Severity::note)]);
  }
  if (rows < counts.size()) {
    out += fmt::format("\nand {} of files and rules\n", counted(counts.size() - rows, "more row"));
  }
}

void append_hidden(std::string& out, const ReportView& report,
                   const std::vector<const LocatedFinding*>& hidden) {
  out += fmt::format(
      "\n<details><summary>{} beyond the {} errors, {} warnings and {} notices that GitHub shows "
      "of one step</summary>\n\n"
      "| Where | Severity | Rule | Finding |\n| --- | --- | --- | --- |\n",
      counted(hidden.size(), "finding"), kMostAnnotations, kMostAnnotations, kMostAnnotations);
  const size_t limit = out.size() + kTableBytes;
  size_t rows = 0;
  for (const LocatedFinding* found : hidden) {
    if (out.size() > limit) break;
    ++rows;
    out += "| ";
    append_markdown_text(out, fmt::format("{}:{}", path_from_root(report, found->location.file),
                                          found->location.start.line));
    out += fmt::format(" | {} | ", severity_name(found->finding->severity));
    append_markdown_rule(out, report, found->finding->rule);
    out += " | ";
    append_markdown_text(out, found->finding->message);
    out += " |\n";
  }
  if (rows < hidden.size()) out += fmt::format("\nand {} more\n", hidden.size() - rows);
  out += "\n</details>\n";
}

}  // namespace

std::string format_github_summary(const ReportView& report) {
  std::string out = fmt::format("## soiree: {}\n", summary_of(report));
  if (report.findings.empty()) return out;
  out += '\n';
  append_counts(out, report);
  const GithubSelection selection = select_annotations(report);
  if (!selection.hidden.empty()) append_hidden(out, report, selection.hidden);
  out += '\n';
  append_markdown_rules(out, report);
  out += "\n`soiree explain RULE` says more.\n";
  return out;
}

}  // namespace soiree
