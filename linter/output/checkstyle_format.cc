#include "linter/output/checkstyle_format.h"

#include <fmt/format.h>

#include "linter/output/xml_text.h"

namespace soiree {
namespace {

void append_error(std::string& out, const LocatedFinding& found) {
  const Finding& finding = *found.finding;
  out += fmt::format(R"(<error line="{}" column="{}")", found.location.start.line,
                     found.location.start.column);
  append_xml_attribute(
      out, "severity",
      finding.severity == Severity::note ? "info" : severity_name(finding.severity));
  append_xml_attribute(out, "message", finding.message);
  append_xml_attribute(out, "source", fmt::format("soiree.{}", finding.rule));
  out += "/>\n";
}

/// Readers know no place for what a run could not check but the errors of a file.
void append_failure(std::string& out, const Failure& failure) {
  const LineColumn place = failure.place.value_or(LineColumn{1, 1});
  out += "<file";
  append_xml_attribute(out, "name", failure.file.empty() ? "soiree" : failure.file);
  out += fmt::format(">\n<error line=\"{}\" column=\"{}\" severity=\"error\"", place.line,
                     place.column);
  append_xml_attribute(out, "message", failure.message);
  out += " source=\"soiree.run\"/>\n</file>\n";
}

}  // namespace

std::string format_checkstyle(const ReportView& report) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n";
  const LocatedFinding* last = nullptr;
  for (const LocatedFinding& found : report.findings) {
    if (last == nullptr || last->location.file != found.location.file) {
      if (last != nullptr) out += "</file>\n";
      out += "<file";
      append_xml_attribute(out, "name", found.location.file);
      out += ">\n";
    }
    append_error(out, found);
    last = &found;
  }
  if (last != nullptr) out += "</file>\n";
  for (const Failure& failure : report.failures) append_failure(out, failure);
  return out + "</checkstyle>\n";
}

}  // namespace soiree
