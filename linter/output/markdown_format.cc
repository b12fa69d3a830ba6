#include "linter/output/markdown_format.h"

#include <fmt/format.h>

#include <algorithm>

#include "linter/output/clean_text.h"
#include "linter/output/markdown_text.h"
#include "linter/text/utf8.h"

namespace soiree {
namespace {

constexpr size_t kWidestLine = 200;  // bytes of a source line that are shown
constexpr size_t kMostNotes = 5;

/// Appends one line of text as inline code, whatever backticks it holds.
void append_code(std::string& out, std::string_view text) {
  size_t longest = 0;
  size_t run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  const bool padded = text.starts_with('`') || text.ends_with('`');
  const std::string_view space = padded ? " " : "";
  out += fmt::format("{}{}{}{}{}", fence, space, text, space, fence);
}

/// The part of the finding's line that begins where the range does, or the whole line when short.
std::string shown_line(const LocatedFinding& found) {
  std::string_view line = found.source_line;
  if (line.size() <= kWidestLine) return clean_line(line);
  const size_t start = found.location.start_byte - 1;
  size_t begin = start - std::min<size_t>(start, found.source_line_byte);
  begin = std::min(begin, line.size());
  while (begin > 0 && begin < line.size() && !is_character_boundary(line, begin)) --begin;
  line.remove_prefix(begin);
  size_t end = std::min(line.size(), kWidestLine);
  while (end < line.size() && end > 0 && !is_character_boundary(line, end)) --end;
  return fmt::format("{}{}{}", begin > 0 ? "…" : "", clean_line(line.substr(0, end)),
                     end < line.size() ? "…" : "");
}

void append_finding(std::string& out, const LocatedFinding& found) {
  out +=
      fmt::format("- **{}:{}** {} `{}`: ", found.location.start.line, found.location.start.column,
                  severity_name(found.finding->severity), found.finding->rule);
  append_markdown_text(out, found.finding->message);
  out += '\n';
  const std::string line = shown_line(found);
  if (const size_t first = line.find_first_not_of(' '); first != std::string::npos) {
    out += "  - ";
    append_code(out, std::string_view(line).substr(first));
    out += '\n';
  }
  for (size_t i = 0; i < found.notes.size() && i < kMostNotes; ++i) {
    const LocatedNote& note = found.notes[i];
    out += "  - at ";
    append_markdown_text(
        out, fmt::format("{}:{}: {}", note.location.file, note.location.start.line, note.message));
    out += '\n';
  }
  if (found.notes.size() > kMostNotes) {
    out += fmt::format("  - and {} more\n", found.notes.size() - kMostNotes);
  }
}

void append_failures(std::string& out, const ReportView& report) {
  if (!report.failures.empty()) out += "\nNot everything could be checked:\n\n";
  for (const Failure& failure : report.failures) {
    out += "- ";
    append_markdown_text(out, failure_text(failure));
    out += '\n';
  }
}

}  // namespace

std::string format_markdown(const ReportView& report) {
  std::string out = fmt::format("{}{}\n", kMarkdownReportHeading, summary_of(report));
  append_failures(out, report);
  std::string_view file;
  for (const LocatedFinding& found : report.findings) {
    if (&found == report.findings.data() || found.location.file != file) {
      file = found.location.file;
      out += "\n### ";
      append_markdown_text(out, file);
      out += "\n\n";
    }
    append_finding(out, found);
  }
  if (report.findings.empty()) return out;
  out += "\n### Rules\n\n";
  append_markdown_rules(out, report);
  return out;
}

}  // namespace soiree
