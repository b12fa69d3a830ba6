#include "linter/output/rdjsonl_format.h"

#include "linter/output/json_append.h"

namespace soiree {
namespace {

std::string_view rd_severity(Severity severity) {
  if (severity == Severity::error) return "ERROR";
  return severity == Severity::warning ? "WARNING" : "INFO";
}

void append_range(std::string& out, const Location& place) {
  append_json_number(out, R"("range":{"start":{"line":)", place.start.line);
  append_json_number(out, R"(,"column":)", place.start_byte);
  append_json_number(out, R"(},"end":{"line":)", place.end.line);
  append_json_number(out, R"(,"column":)", place.end_byte);
  out += "}}";
}

void append_location(std::string& out, const Location& place) {
  append_json_text(out, R"("location":{"path":)", place.file);
  out += ',';
  append_range(out, place);
  out += '}';
}

void append_suggestions(std::string& out, const LocatedFinding& found) {
  std::string_view separator = R"(,"suggestions":[)";
  for (size_t i = 0; i < found.edits.size(); ++i) {
    if (found.edits[i].size() != 1) continue;
    out += separator;
    separator = ",";
    out += '{';
    append_range(out, found.edits[i][0]);
    append_json_text(out, R"(,"text":)", found.finding->fixes[i].edits[0].text);
    out += '}';
  }
  if (separator == ",") out += ']';
}

void append_related(std::string& out, const LocatedFinding& found) {
  std::string_view separator = R"(,"related_locations":[)";
  for (const LocatedNote& note : found.notes) {
    out += separator;
    separator = ",";
    append_json_text(out, R"({"message":)", note.message);
    out += ',';
    append_location(out, note.location);
    out += '}';
  }
  if (separator == ",") out += ']';
}

void append_failure(std::string& out, const Failure& failure) {
  append_json_text(out, R"({"message":)", failure.message);
  append_json_text(out, R"(,"location":{"path":)", failure.file);
  if (failure.place) {
    append_json_number(out, R"(,"range":{"start":{"line":)", failure.place->line);
    out += "}}";
  }
  out += "},\"severity\":\"ERROR\",\"source\":{\"name\":\"soiree\"}}\n";
}

}  // namespace

std::string format_rdjsonl(const ReportView& report) {
  std::string out;
  for (const LocatedFinding& found : report.findings) {
    const Finding& finding = *found.finding;
    append_json_text(out, R"({"message":)", finding.message);
    out += ',';
    append_location(out, found.location);
    append_json_text(out, R"(,"severity":)", rd_severity(finding.severity));
    append_json_text(out, R"(,"source":{"name":"soiree"},"code":{"value":)", finding.rule);
    const std::string page = rule_page(report, finding.rule);
    if (!page.empty()) append_json_text(out, R"(,"url":)", page);
    out += '}';
    append_suggestions(out, found);
    append_related(out, found);
    out += "}\n";
  }
  for (const Failure& failure : report.failures) append_failure(out, failure);
  return out;
}

}  // namespace soiree
