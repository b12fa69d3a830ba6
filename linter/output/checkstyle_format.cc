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
  return out + "</checkstyle>\n";
}

}  // namespace soiree
