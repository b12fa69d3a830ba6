#include "linter/output/sarif_result.h"

#include <algorithm>

#include "linter/output/json_append.h"
#include "linter/output/uri.h"
#include "linter/text/utf8.h"

namespace soiree {
namespace {

void append_artifact(std::string& out, const ReportView& report, std::string_view file) {
  const std::string path = path_from_root(report, file);
  const bool absolute = path.starts_with('/');
  append_json_text(out, R"("artifactLocation":{"uri":)",
                   (absolute ? "file://" : "") + percent_encoded(path));
  if (!absolute) out += R"(,"uriBaseId":"SRCROOT")";
  out += '}';
}

/// `name` with its quotes and colon, then a region without its closing brace.
void open_region(std::string& out, std::string_view name, const Location& place) {
  out += name;
  append_json_number(out, R"({"startLine":)", place.start.line);
  append_json_number(out, R"(,"startColumn":)", place.start.column);
  append_json_number(out, R"(,"endLine":)", place.end.line);
  append_json_number(out, R"(,"endColumn":)", place.end.column);
  append_json_number(out, R"(,"byteOffset":)", place.range.begin);
  append_json_number(out, R"(,"byteLength":)", place.range.size());
}

void append_related(std::string& out, const ReportView& report, const LocatedFinding& found,
                    size_t limit) {
  std::string_view separator;
  out += R"(,"relatedLocations":[)";
  for (size_t i = 0; i < found.notes.size() && i < limit; ++i) {
    const LocatedNote& note = found.notes[i];
    out += separator;
    separator = ",";
    append_json_number(out, R"({"id":)", i);
    out += R"(,"physicalLocation":{)";
    append_artifact(out, report, note.location.file);
    open_region(out, R"(,"region":)", note.location);
    append_json_text(out, R"(}},"message":{"text":)", note.message);
    out += "}}";
  }
  out += ']';
}

void append_fixes(std::string& out, const ReportView& report, const LocatedFinding& found) {
  std::string_view separator;
  out += R"(,"fixes":[)";
  for (size_t i = 0; i < found.edits.size(); ++i) {
    if (found.edits[i].empty()) continue;
    const Fix& fix = found.finding->fixes[i];
    out += separator;
    separator = ",";
    append_json_text(out, R"({"description":{"text":)", fix.title);
    out += R"(},"artifactChanges":[{)";
    append_artifact(out, report, found.location.file);
    std::string_view next = R"(,"replacements":[)";
    for (size_t edit = 0; edit < found.edits[i].size(); ++edit) {
      out += next;
      next = ",";
      open_region(out, R"({"deletedRegion":)", found.edits[i][edit]);
      append_json_text(out, R"(},"insertedContent":{"text":)", fix.edits[edit].text);
      out += "}}";
    }
    out += "]}]}";
  }
  out += ']';
}

}  // namespace

void append_sarif_result(std::string& out, const ReportView& report, const LocatedFinding& found,
                         size_t rule_index, const SarifLimits& limits) {
  const Finding& finding = *found.finding;
  append_json_text(out, R"({"ruleId":)", finding.rule);
  append_json_number(out, R"(,"ruleIndex":)", rule_index);
  append_json_text(out, R"(,"level":)", severity_name(finding.severity));
  append_json_text(out, R"(,"message":{"text":)", finding.message);
  out += R"(},"locations":[{"physicalLocation":{)";
  append_artifact(out, report, found.location.file);
  open_region(out, R"(,"region":)", found.location);
  const bool quoted = !found.excerpt.empty() && found.excerpt.size() <= limits.snippet_bytes &&
                      find_invalid_utf8(found.excerpt) == std::string_view::npos;
  if (quoted) {
    append_json_text(out, R"(,"snippet":{"text":)", found.excerpt);
    out += '}';
  }
  out += "}}}]";
  if (!found.notes.empty()) append_related(out, report, found, limits.related);
  append_json_text(out, R"(,"partialFingerprints":{"primaryLocationLineHash":)",
                   found.fingerprint + ":1");
  append_json_text(out, R"(,"soiree/v1":)", found.fingerprint);
  out += R"(},"suppressions":[])";
  const bool fixable = std::any_of(found.edits.begin(), found.edits.end(),
                                   [](const auto& edits) { return !edits.empty(); });
  if (fixable) append_fixes(out, report, found);
  out += '}';
}

}  // namespace soiree
