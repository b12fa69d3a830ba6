#include "linter/output/gitlab_format.h"

#include <fmt/format.h>
#include <xxhash.h>

#include "linter/output/json_append.h"

namespace soiree {
namespace {

std::string_view gitlab_severity(Severity severity) {
  if (severity == Severity::error) return "major";
  return severity == Severity::warning ? "minor" : "info";
}

void append_issue(std::string& out, const ReportView& report, const LocatedFinding& found) {
  const Finding& finding = *found.finding;
  append_json_text(out, R"({"type":"issue","check_name":)", finding.rule);
  append_json_text(out, R"(,"description":)", finding.message);
  append_json_text(out, R"(,"categories":["Style"],"severity":)",
                   gitlab_severity(finding.severity));
  append_json_text(out, R"(,"fingerprint":)", found.fingerprint);
  append_json_text(out, R"(,"location":{"path":)", path_from_root(report, found.location.file));
  append_json_number(out, R"(,"lines":{"begin":)", found.location.start.line);
  append_json_number(out, R"(,"end":)", last_line(found.location));
  out += "}}}";
}

/// What a run could not check. An issue must have a path and a line.
void append_failure(std::string& out, const ReportView& report, const Failure& failure) {
  const std::string_view file = failure.file.empty() ? "." : std::string_view(failure.file);
  const std::string identity = failure.file + '\0' + failure.message;
  append_json_text(out, R"({"type":"issue","check_name":"soiree","description":)", failure.message);
  append_json_text(out, R"(,"categories":["Bug Risk"],"severity":"critical","fingerprint":)",
                   fmt::format("{:016x}", XXH3_64bits(identity.data(), identity.size())));
  append_json_text(out, R"(,"location":{"path":)", path_from_root(report, file));
  append_json_number(out, R"(,"lines":{"begin":)", failure.place ? failure.place->line : 1);
  out += "}}}";
}

}  // namespace

std::string format_gitlab(const ReportView& report) {
  std::string out = "[";
  bool first = true;
  for (const LocatedFinding& found : report.findings) {
    out += first ? "\n" : ",\n";
    first = false;
    append_issue(out, report, found);
  }
  for (const Failure& failure : report.failures) {
    out += first ? "\n" : ",\n";
    first = false;
    append_failure(out, report, failure);
  }
  return out + "\n]\n";
}

}  // namespace soiree
