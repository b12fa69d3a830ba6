#include "linter/output/json_format.h"

#include "linter/lint/rule_info.h"
#include "linter/output/json_append.h"

namespace soiree {
namespace {

void add_position(std::string& out, std::string_view before, LineColumn place, uint32_t offset) {
  out += before;
  append_json_number(out, R"({"line":)", place.line);
  append_json_number(out, R"(,"column":)", place.column);
  append_json_number(out, R"(,"offset":)", offset);
  out += '}';
}

void add_range(std::string& out, const Location& location) {
  add_position(out, R"(,"range":{"start":)", location.start, location.range.begin);
  add_position(out, R"(,"end":)", location.end, location.range.end);
  out += '}';
}

void add_notes(std::string& out, const std::vector<LocatedNote>& notes) {
  std::string_view separator;
  out += R"(,"notes":[)";
  for (const LocatedNote& note : notes) {
    out += separator;
    separator = ",";
    append_json_text(out, R"({"file":)", note.location.file);
    add_range(out, note.location);
    append_json_text(out, R"(,"message":)", note.message);
    out += '}';
  }
  out += ']';
}

void add_edits(std::string& out, const std::vector<Edit>& edits,
               const std::vector<Location>& places) {
  std::string_view separator;
  out += R"(,"edits":[)";
  for (size_t i = 0; i < edits.size(); ++i) {
    out += separator;
    separator = ",";
    append_json_text(out, R"({"text":)", edits[i].text);
    add_range(out, places[i]);
    out += '}';
  }
  out += ']';
}

void add_fixes(std::string& out, const LocatedFinding& found) {
  std::string_view separator;
  out += R"(,"fixes":[)";
  for (size_t i = 0; i < found.edits.size(); ++i) {
    const Fix& fix = found.finding->fixes[i];
    out += separator;
    separator = ",";
    append_json_text(out, R"({"title":)", fix.title);
    append_json_text(out, R"(,"safety":)", fix.safety == FixSafety::safe ? "safe" : "unsafe");
    add_edits(out, fix.edits, found.edits[i]);
    out += '}';
  }
  out += ']';
}

void add_finding(std::string& out, const LocatedFinding& found) {
  const Finding& finding = *found.finding;
  append_json_text(out, R"({"rule":)", finding.rule);
  append_json_text(out, R"(,"severity":)", severity_name(finding.severity));
  append_json_text(out, R"(,"file":)", found.location.file);
  add_range(out, found.location);
  append_json_text(out, R"(,"excerpt":)", found.excerpt);
  append_json_text(out, R"(,"message":)", finding.message);
  append_json_text(out, R"(,"post":{"id":)", finding.post.id);
  append_json_text(out, R"(,"kind":)", finding.post.kind);
  append_json_text(out, R"(,"channel":)", finding.post.channel);
  append_json_text(out, R"(,"time":)", finding.post.time);
  out += '}';
  add_notes(out, found.notes);
  add_fixes(out, found);
  append_json_text(out, R"(,"fingerprint":)", found.fingerprint);
  // Somebody's own rule has no page of ours.
  const bool has_page = find_rule_info(finding.rule) != nullptr;
  append_json_text(out, R"(,"url":)",
                   has_page ? "rules/" + std::string(finding.rule) + "/rule.md" : std::string());
  out += '}';
}

void add_failure(std::string& out, const Failure& failure) {
  append_json_text(out, R"({"file":)", failure.file);
  if (failure.place) {
    append_json_number(out, R"(,"place":{"line":)", failure.place->line);
    append_json_number(out, R"(,"column":)", failure.place->column);
    out += '}';
  } else {
    out += R"(,"place":null)";
  }
  append_json_text(out, R"(,"message":)", failure.message);
  out += '}';
}

}  // namespace

std::string format_json(const ReportView& report) {
  std::string out(kJsonReportBeginning);
  out += R"("version":")" SOIREE_VERSION R"("},"findings":[)";
  bool first = true;
  for (const LocatedFinding& found : report.findings) {
    out += first ? "\n" : ",\n";
    first = false;
    add_finding(out, found);
  }
  out += "\n],\"failures\":[";
  std::string_view separator = "\n";
  for (const Failure& failure : report.failures) {
    out += separator;
    separator = ",\n";
    add_failure(out, failure);
  }
  append_json_number(out, R"(],"summary":{"files":)", report.files);
  append_json_number(out, R"(,"posts":)", report.posts);
  append_json_number(out, R"(,"bytes":)", report.bytes);
  append_json_number(out, R"(,"errors":)", report.errors);
  append_json_number(out, R"(,"warnings":)", report.warnings);
  append_json_number(out, R"(,"notes":)", report.notes);
  append_json_number(out, R"(,"suppressed":)", report.suppressed);
  append_json_number(out, R"(,"baselined":)", report.baselined);
  out += "}}\n";
  return out;
}

std::string format_json_lines(const ReportView& report) {
  std::string out;
  for (const LocatedFinding& found : report.findings) {
    add_finding(out, found);
    out += '\n';
  }
  for (const Failure& failure : report.failures) {
    out += R"({"failure":)";
    add_failure(out, failure);
    out += "}\n";
  }
  return out;
}

}  // namespace soiree
