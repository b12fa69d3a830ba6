#include "linter/output/github_format.h"

#include <fmt/format.h>

#include "linter/output/clean_text.h"
#include "linter/output/ranking.h"

namespace soiree {
namespace {

constexpr size_t kMostNotes = 5;

/// As `@actions/core` escapes: a message, or (`property`) a value before it.
void append_escaped(std::string& out, std::string_view text, bool property) {
  for (const char c : clean_text(text)) {
    const bool separator = property && (c == ':' || c == ',');
    if (c == '%' || c == '\r' || c == '\n' || separator) {
      out += fmt::format("%{:02X}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
}

std::string_view command_name(Severity severity) {
  if (severity == Severity::error) return "::error";
  return severity == Severity::warning ? "::warning" : "::notice";
}

void append_place(std::string& out, const Location& place) {
  const uint32_t last = last_line(place);
  out += fmt::format(",line={},endLine={}", place.start.line, last);
  // GitHub takes columns only where a range lies in one line.
  if (last == place.start.line && place.end.line == last) {
    out += fmt::format(",col={},endColumn={}", place.start.column, place.end.column);
  }
}

void append_annotation(std::string& out, const ReportView& report, const LocatedFinding& found) {
  out += command_name(found.finding->severity);
  out += " title=";
  append_escaped(out, fmt::format("soiree: {}", found.finding->rule), true);
  out += ",file=";
  append_escaped(out, path_from_root(report, found.location.file), true);
  append_place(out, found.location);
  out += "::";
  std::string message = found.finding->message;
  for (size_t i = 0; i < found.notes.size() && i < kMostNotes; ++i) {
    const LocatedNote& note = found.notes[i];
    message += fmt::format("\n{}:{}: {}", path_from_root(report, note.location.file),
                           note.location.start.line, note.message);
  }
  if (found.notes.size() > kMostNotes) {
    message += fmt::format("\nand {} more", found.notes.size() - kMostNotes);
  }
  append_escaped(out, message, false);
  out += '\n';
}

void append_failure(std::string& out, const ReportView& report, const Failure& failure) {
  out += "::error title=soiree";
  if (!failure.file.empty()) {
    out += ",file=";
    append_escaped(out, path_from_root(report, failure.file), true);
  }
  if (failure.place) {
    out += fmt::format(",line={},col={}", failure.place->line, failure.place->column);
  }
  out += "::";
  append_escaped(out, failure.message, false);
  out += '\n';
}

}  // namespace

GithubSelection select_annotations(const ReportView& report) {
  GithubSelection selection;
  size_t counts[3] = {};
  counts[static_cast<size_t>(Severity::error)] = std::min(report.failures.size(), kMostAnnotations);
  for (const LocatedFinding* found : ranked(report)) {
    size_t& count = counts[static_cast<size_t>(found->finding->severity)];
    (count < kMostAnnotations ? selection.shown : selection.hidden).push_back(found);
    ++count;
  }
  return selection;
}

std::string format_github(const ReportView& report) {
  std::string out;
  for (size_t i = 0; i < report.failures.size() && i < kMostAnnotations; ++i) {
    append_failure(out, report, report.failures[i]);
  }
  const GithubSelection selection = select_annotations(report);
  for (const LocatedFinding* found : selection.shown) append_annotation(out, report, *found);
  out += summary_of(report);
  if (!selection.hidden.empty()) {
    out += fmt::format("; {} more than GitHub shows as annotations", selection.hidden.size());
  }
  if (report.failures.size() > kMostAnnotations) {
    out += fmt::format("; {} not shown as annotations",
                       counted(report.failures.size() - kMostAnnotations, "problem"));
  }
  return out + "\n";
}

std::string format_github_failure(const ReportView& report, const Failure& failure) {
  std::string out;
  append_failure(out, report, failure);
  return out;
}

std::string github_log_text(std::string_view text) {
  // The older form of a command, ##[name]value, counts wherever it stands in a line.
  std::string line = clean_line(text);
  for (size_t at = 0; (at = line.find("##[", at)) != std::string::npos; at += 4) {
    line.insert(at + 2, 1, ' ');
  }
  return line;
}

}  // namespace soiree
