#include "linter/output/junit_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "linter/output/xml_text.h"

namespace soiree {
namespace {

using Findings = std::span<const LocatedFinding>;

size_t failed(Findings findings) {
  return static_cast<size_t>(std::count_if(
      findings.begin(), findings.end(),
      [](const LocatedFinding& found) { return found.finding->severity != Severity::note; }));
}

/// The finding's line, of a long one the part around it.
std::string shown_line(const LocatedFinding& found) {
  return fmt::format("{}{}{}", found.source_line_column > 1 ? "…" : "", found.source_line,
                     found.source_line_goes_on ? "…" : "");
}

void append_details(std::string& out, const LocatedFinding& found) {
  append_xml_text(
      out, fmt::format("{}:{}:{}: {} [{}] {}\n{}\n", found.location.file, found.location.start.line,
                       found.location.start.column, severity_name(found.finding->severity),
                       found.finding->rule, found.finding->message, shown_line(found)));
  for (const LocatedNote& note : found.notes) {
    append_xml_text(out, fmt::format("{}:{}:{}: {}\n", note.location.file, note.location.start.line,
                                     note.location.start.column, note.message));
  }
}

void append_case(std::string& out, const LocatedFinding& found) {
  const Finding& finding = *found.finding;
  out += "<testcase";
  append_xml_attribute(out, "name",
                       fmt::format("{} at {}:{}", finding.rule, found.location.start.line,
                                   found.location.start.column));
  append_xml_attribute(out, "classname", found.location.file);
  append_xml_attribute(out, "file", found.location.file);
  out += fmt::format(R"( line="{}">)", found.location.start.line);
  if (finding.severity == Severity::note) {
    out += "<system-out>";
    append_details(out, found);
    out += "</system-out>";
  } else {
    out += "<failure";
    append_xml_attribute(out, "type", severity_name(finding.severity));
    append_xml_attribute(out, "message", finding.message);
    out += '>';
    append_details(out, found);
    out += "</failure>";
  }
  out += "</testcase>\n";
}

void open_suite(std::string& out, std::string_view name, size_t tests, size_t failures,
                size_t errors) {
  out += "<testsuite";
  append_xml_attribute(out, "name", name);
  out +=
      fmt::format(R"( tests="{}" failures="{}" errors="{}" skipped="0">)", tests, failures, errors);
  out += '\n';
}

void append_failures(std::string& out, const ReportView& report) {
  open_suite(out, "soiree", report.failures.size(), 0, report.failures.size());
  for (const Failure& failure : report.failures) {
    out += R"(<testcase name="run")";
    append_xml_attribute(out, "classname", failure.file.empty() ? "soiree" : failure.file);
    if (!failure.file.empty()) append_xml_attribute(out, "file", failure.file);
    out += "><error";
    append_xml_attribute(out, "message", failure_text(failure));
    out += "/></testcase>\n";
  }
  out += "</testsuite>\n";
}

}  // namespace

std::string format_junit(const ReportView& report) {
  const Findings all = report.findings;
  const bool nothing = all.empty() && report.failures.empty();
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  out += fmt::format(R"(<testsuites name="soiree" tests="{}" failures="{}" errors="{}">)",
                     nothing ? 1 : all.size() + report.failures.size(), failed(all),
                     report.failures.size());
  out += '\n';
  if (!report.failures.empty()) append_failures(out, report);
  for (size_t begin = 0, end = 0; begin < all.size(); begin = end) {
    const std::string_view file = all[begin].location.file;
    while (end < all.size() && all[end].location.file == file) ++end;
    const Findings findings = all.subspan(begin, end - begin);
    open_suite(out, file, findings.size(), failed(findings), 0);
    for (const LocatedFinding& found : findings) append_case(out, found);
    out += "</testsuite>\n";
  }
  if (nothing) {
    open_suite(out, "soiree", 1, 0, 0);
    out += "<testcase";
    append_xml_attribute(out, "name", summary_of(report));
    out += " classname=\"soiree\"/>\n</testsuite>\n";
  }
  return out + "</testsuites>\n";
}

}  // namespace soiree
