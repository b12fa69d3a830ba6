#include "linter/output/json_format.h"

#include <nlohmann/json.hpp>

namespace soiree {
namespace {

using Json = nlohmann::ordered_json;

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
      return "note";
  }
  return "note";
}

Json position(LineColumn place, uint32_t offset) {
  return {{"line", place.line}, {"column", place.column}, {"offset", offset}};
}

Json range(const Location& location) {
  return {{"start", position(location.start, location.range.begin)},
          {"end", position(location.end, location.range.end)}};
}

Json fixes(const Finding& finding) {
  Json list = Json::array();
  for (const Fix& fix : finding.fixes) {
    Json edits = Json::array();
    for (const Edit& edit : fix.edits) {
      edits.push_back(
          {{"range", {{"start", edit.range.begin}, {"end", edit.range.end}}}, {"text", edit.text}});
    }
    list.push_back({{"title", fix.title},
                    {"safety", fix.safety == FixSafety::safe ? "safe" : "unsafe"},
                    {"edits", std::move(edits)}});
  }
  return list;
}

Json finding_object(const LocatedFinding& found) {
  const Finding& finding = *found.finding;
  Json notes = Json::array();
  for (const LocatedNote& note : found.notes) {
    notes.push_back(
        {{"file", note.location.file}, {"range", range(note.location)}, {"message", note.message}});
  }
  return {{"rule", finding.rule},
          {"severity", severity_name(finding.severity)},
          {"file", found.location.file},
          {"range", range(found.location)},
          {"excerpt", found.excerpt},
          {"message", finding.message},
          {"post",
           {{"id", finding.post.id},
            {"kind", finding.post.kind},
            {"channel", finding.post.channel},
            {"time", finding.post.time}}},
          {"notes", std::move(notes)},
          {"fixes", fixes(finding)},
          {"fingerprint", found.fingerprint},
          {"url", "rules/" + std::string(finding.rule) + "/rule.md"}};
}

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, nlohmann::detail::error_handler_t::replace);
}

}  // namespace

std::string format_json(const ReportView& report) {
  std::string out =
      R"({"version":1,"tool":{"name":"soiree","version":")" SOIREE_VERSION R"("},"findings":[)";
  bool first = true;
  for (const LocatedFinding& found : report.findings) {
    out += first ? "\n" : ",\n";
    first = false;
    out += dump(finding_object(found));
  }
  const Json summary = {{"files", report.files},           {"posts", report.posts},
                        {"bytes", report.bytes},           {"errors", report.errors},
                        {"warnings", report.warnings},     {"notes", report.notes},
                        {"suppressed", report.suppressed}, {"baselined", 0}};
  out += "\n],\"summary\":" + dump(summary) + "}\n";
  return out;
}

std::string format_json_lines(const ReportView& report) {
  std::string out;
  for (const LocatedFinding& found : report.findings) out += dump(finding_object(found)) + "\n";
  return out;
}

}  // namespace soiree
