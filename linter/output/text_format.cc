#include "linter/output/text_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "linter/text/utf8.h"

namespace soiree {
namespace {

constexpr uint32_t kWidest = 100;  // columns of a source line that are shown
constexpr uint32_t kContextBefore = 30;
constexpr size_t kMostNotes = 5;

struct Palette {
  std::string_view bold, dim, red, yellow, blue, cyan, reset;
};
constexpr Palette kColors{"\x1b[1m",  "\x1b[2m",  "\x1b[31m", "\x1b[33m",
                          "\x1b[34m", "\x1b[36m", "\x1b[0m"};
constexpr Palette kPlain{};

std::string_view severity_color(Severity severity, const Palette& palette) {
  if (severity == Severity::error) return palette.red;
  return severity == Severity::warning ? palette.yellow : palette.blue;
}

/// Columns a terminal gives to a code point.
int display_width(char32_t value) {
  if (value < 0x300) return 1;
  const bool zero = (value >= 0x300 && value <= 0x36F) || (value >= 0x200B && value <= 0x200F) ||
                    (value >= 0x2060 && value <= 0x2064) || (value >= 0xFE00 && value <= 0xFE0F) ||
                    value == 0xFEFF;
  if (zero) return 0;
  const bool wide = (value >= 0x1100 && value <= 0x115F) || (value >= 0x2E80 && value <= 0xA4CF) ||
                    (value >= 0xAC00 && value <= 0xD7A3) || (value >= 0xF900 && value <= 0xFAFF) ||
                    (value >= 0xFE30 && value <= 0xFE4F) || (value >= 0xFF00 && value <= 0xFF60) ||
                    (value >= 0x1F300 && value <= 0x1FAFF) ||
                    (value >= 0x20000 && value <= 0x3FFFD);
  return wide ? 2 : 1;
}

/// The part of a source line around the range, and the marks under it.
struct Snippet {
  std::string line;
  std::string marks;
};

/// Control and bidirectional characters would garble the terminal (or worse): a middle dot instead.
bool is_unprintable(const CodePoint& point) {
  const char32_t value = point.value;
  return !point.valid || value < 0x20 || (value >= 0x7F && value < 0xA0) ||
         (value >= 0x202A && value <= 0x202E) || (value >= 0x2066 && value <= 0x2069);
}

/// True when the terminal would show nothing of the code points in columns `first` to `last`.
/// `line` begins at `column`.
bool is_invisible(std::string_view line, uint32_t column, uint32_t first, uint32_t last) {
  size_t at = 0;
  for (; column < last && at < line.size(); ++column) {
    const CodePoint point = decode_code_point(line, at);
    if (column >= first && display_width(point.value) != 0) return false;
    at += point.size;
  }
  return true;
}

Snippet snippet(const LocatedFinding& found) {
  Snippet result;
  const std::string& line = found.source_line;
  const uint32_t first = found.location.start.column;
  const bool same_line = found.location.end.line == found.location.start.line;
  const uint32_t last = same_line ? std::max(found.location.end.column, first + 1) : UINT32_MAX;
  const uint32_t from = first > kContextBefore + 1 ? first - kContextBefore : 1;
  if (from > 1) {
    result.line += "…";
    result.marks += ' ';
  }
  uint32_t column = found.source_line_column;
  const bool invisible = is_invisible(line, column, first, last);
  size_t at = 0;
  for (; at < line.size(); ++column) {
    const CodePoint point = decode_code_point(line, at);
    const size_t here = at;
    at += point.size;
    if (column < from) continue;
    if (column >= from + kWidest) {
      result.line += "…";
      break;
    }
    const bool marked = column >= first && column < last;
    if (is_unprintable(point) || (marked && invisible)) {
      result.line += point.value == '\t' ? " " : "·";
      result.marks += marked ? '^' : ' ';
      continue;
    }
    result.line.append(line, here, point.size);
    result.marks.append(static_cast<size_t>(display_width(point.value)), marked ? '^' : ' ');
  }
  if (result.marks.find('^') == std::string::npos) result.marks += '^';  // an empty range
  while (result.marks.ends_with(' ')) result.marks.pop_back();
  return result;
}

/// A path, or words of a post in a message, without what would garble the terminal.
std::string printable(std::string_view text) {
  std::string shown;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_code_point(text, at);
    if (is_unprintable(point)) {
      shown += '?';
    } else {
      shown.append(text, at, point.size);
    }
    at += point.size;
  }
  return shown;
}

/// A message in one line: where the words it quotes are on several, a blank stands between them.
std::string printable_line(std::string_view message) {
  std::string line;
  for (const char byte : message) {
    const bool blank = byte == '\t' || byte == '\n' || byte == '\r';
    if (!blank) line += byte;
    if (blank && !line.ends_with(' ')) line += ' ';
  }
  return printable(line);
}

void print_finding(const LocatedFinding& found, const Palette& palette, std::string& out) {
  const Finding& finding = *found.finding;
  const auto to = std::back_inserter(out);
  fmt::format_to(
      to, "{}{}:{}:{}:{} {}{}{} {}[{}]{} {}\n", palette.bold, printable(found.location.file),
      found.location.start.line, found.location.start.column, palette.reset,
      severity_color(finding.severity, palette), severity_name(finding.severity), palette.reset,
      palette.dim, printable(finding.rule), palette.reset, printable_line(finding.message));
  const Snippet shown = snippet(found);
  const std::string number = std::to_string(found.location.start.line);
  const std::string margin(number.size(), ' ');
  fmt::format_to(to, " {}{} |{} {}\n", palette.dim, number, palette.reset, shown.line);
  fmt::format_to(to, " {}{} |{} {}{}{}\n", palette.dim, margin, palette.reset,
                 severity_color(finding.severity, palette), shown.marks, palette.reset);
  for (size_t i = 0; i < found.notes.size() && i < kMostNotes; ++i) {
    const LocatedNote& note = found.notes[i];
    fmt::format_to(to, " {}{} = {}{}:{}:{}: {}\n", palette.cyan, margin, palette.reset,
                   printable(note.location.file), note.location.start.line,
                   note.location.start.column, printable_line(note.message));
  }
  if (found.notes.size() > kMostNotes) {
    fmt::format_to(to, " {} = and {} more\n", margin, found.notes.size() - kMostNotes);
  }
  fmt::format_to(to, " {}{} = help: soiree explain {}{}\n\n", palette.dim, margin,
                 printable(finding.rule), palette.reset);
}

}  // namespace

std::string format_text(const ReportView& report, const TextStyle& style) {
  const Palette& palette = style.color ? kColors : kPlain;
  std::string out;
  for (const LocatedFinding& found : report.findings) print_finding(found, palette, out);
  if (style.summary) out += summary_of(report) + '\n';
  return out;
}

}  // namespace soiree
