#include "linter/output/report_view.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <tuple>

#include "linter/config/paths.h"
#include "linter/output/uri.h"
#include "linter/text/line_columns.h"
#include "linter/text/utf8.h"

namespace soiree {
namespace {

/// A file that findings or notes lie in, opened once.
struct OpenFile {
  explicit OpenFile(std::string content)
      : bytes(std::move(content)), columns(bytes), lines(columns.lines()) {
    for (size_t at = bytes.find('\r'); at != std::string::npos; at = bytes.find('\r', at + 1)) {
      if (at + 1 < bytes.size() && bytes[at + 1] == '\n') continue;
      lone_returns.push_back(static_cast<uint32_t>(at));
    }
  }
  std::string bytes;
  LineColumns columns;
  const LineIndex& lines;
  std::vector<uint32_t> lone_returns;  ///< offsets of those that end a line for us alone
};

class Locator {
 public:
  Locator(const std::vector<std::string>& paths, const SourceReader& read)
      : paths_(paths), read_(read) {}

  Location location(uint32_t file, SourceSpan range) {
    const OpenFile& open = this->open(file);
    const auto size = static_cast<uint32_t>(open.bytes.size());
    range = {std::min(range.begin, size), std::min(std::max(range.begin, range.end), size)};
    return {paths_[file],
            range,
            open.columns.at(range.begin),
            open.columns.at(range.end),
            byte_column(open, range.begin),
            byte_column(open, range.end),
            git_line(open, range.begin),
            git_line(open, range.empty() ? range.begin : range.end - 1)};
  }

  std::string excerpt(uint32_t file, SourceSpan range) {
    return std::string(range.of(open(file).bytes));
  }

  void add_source_line(uint32_t file, LocatedFinding& found) {
    const OpenFile& source = open(file);
    const uint32_t begin = found.location.range.begin;
    const size_t number = source.lines.line_of(begin);
    const SourceSpan line = source.lines.line_content(number, source.bytes);
    SourceSpan kept = line;
    if (number == 0 && line.of(source.bytes).starts_with("\xEF\xBB\xBF")) kept.begin += 3;
    if (kept.size() > kLongestSourceLine) kept = around(begin, kept, source.bytes);
    found.source_line = kept.of(source.bytes);
    found.source_line_byte = kept.begin - line.begin;
    found.source_line_column = source.columns.at(kept.begin).column;
    found.source_line_goes_on = kept.end < line.end;
  }

  /// Files before `file` are not needed again but for notes.
  void forget_all() { open_.clear(); }

 private:
  /// The part of a line that formats show at most.
  static SourceSpan around(uint32_t place, SourceSpan line, std::string_view bytes) {
    constexpr uint32_t kBefore = 256;
    constexpr uint32_t kBehind = 768;
    place = std::clamp(place, line.begin, line.end);
    SourceSpan kept = line;
    if (place - line.begin > kBefore) kept.begin = place - kBefore;
    if (line.end - place > kBehind) kept.end = place + kBehind;
    while (kept.begin > line.begin && !is_character_boundary(bytes, kept.begin)) --kept.begin;
    while (kept.end < line.end && !is_character_boundary(bytes, kept.end)) ++kept.end;
    return kept;
  }

  static uint32_t byte_column(const OpenFile& open, uint32_t offset) {
    return offset - open.lines.line(open.lines.line_of(offset)).begin + 1;
  }

  static uint32_t git_line(const OpenFile& open, uint32_t offset) {
    const auto& returns = open.lone_returns;
    const auto before = std::lower_bound(returns.begin(), returns.end(), offset) - returns.begin();
    return static_cast<uint32_t>(open.lines.line_of(offset) + 1 - static_cast<size_t>(before));
  }

  const OpenFile& open(uint32_t file) {
    auto& slot = open_[file];
    if (slot == nullptr) {
      Result<std::string> bytes = read_(paths_[file]);
      slot = std::make_unique<OpenFile>(bytes ? std::move(*bytes) : std::string());
    }
    return *slot;
  }

  const std::vector<std::string>& paths_;
  const SourceReader& read_;
  std::map<uint32_t, std::unique_ptr<OpenFile>> open_;
};

}  // namespace

std::vector<LocatedFinding> locate(const std::vector<Finding>& findings,
                                   const std::vector<std::string>& paths,
                                   const SourceReader& read) {
  std::vector<LocatedFinding> located;
  Locator locator(paths, read);
  std::map<std::tuple<std::string_view, std::string_view, uint64_t>, uint32_t> seen;
  uint32_t last_file = UINT32_MAX;
  for (const Finding& finding : findings) {
    if (finding.file != last_file) locator.forget_all();
    last_file = finding.file;
    LocatedFinding result;
    result.finding = &finding;
    result.rule = find_rule_info(finding.rule);
    result.location = locator.location(finding.file, finding.range);
    result.excerpt = locator.excerpt(finding.file, result.location.range);
    locator.add_source_line(finding.file, result);
    if (!finding.whole_post.empty()) {
      result.post = locator.location(finding.file, finding.whole_post);
    }
    for (const Note& note : finding.notes) {
      LocatedNote& located_note = result.notes.emplace_back();
      located_note.location = locator.location(note.file, note.range);
      located_note.message = note.message;
      if (!note.whole_post.empty()) {
        located_note.post = locator.location(note.file, note.whole_post);
      }
    }
    for (const Home& home : finding.homes) {
      const SourceSpan range = locator.location(home.file, home.range).range;
      result.homes.push_back({paths[home.file], locator.excerpt(home.file, range)});
    }
    for (const Fix& fix : finding.fixes) {
      std::vector<Location>& edits = result.edits.emplace_back();
      for (const Edit& edit : fix.edits) {
        edits.push_back(locator.location(finding.file, edit.range));
      }
    }
    // Place-free: rule, file, flagged bytes, and which of several equal ones it is.
    const uint64_t content = XXH3_64bits(result.excerpt.data(), result.excerpt.size());
    const uint32_t ordinal = seen[{finding.rule, paths[finding.file], content}]++;
    const std::string identity =
        fmt::format("{}\n{}\n{:016x}\n{}", finding.rule, paths[finding.file], content, ordinal);
    result.fingerprint = fmt::format("{:016x}", XXH3_64bits(identity.data(), identity.size()));
    located.push_back(std::move(result));
  }
  return located;
}

std::string path_from_root(const ReportView& report, std::string_view file) {
  if (report.root.empty()) return std::string(file);
  const std::string absolute = absolute_path(report.current, file);
  for (const std::string_view root : {report.root, report.real_root}) {
    if (!root.empty() && is_below(root, absolute)) return std::string(path_below(root, absolute));
  }
  return std::string(file);
}

std::string source_page(const ReportView& report, const Location& place) {
  const std::string path = path_from_root(report, place.file);
  const bool inside = !path.starts_with('/') && !path.starts_with("../");
  if (report.source_pages.empty() || report.root.empty() || !inside) return {};
  // Without `plain` GitHub shows Markdown as a page, which has no lines.
  std::string page = fmt::format("{}/{}?plain=1#L{}", report.source_pages, percent_encoded(path),
                                 place.start.line);
  if (last_line(place) > place.start.line) page += fmt::format("-L{}", last_line(place));
  return page;
}

uint32_t last_line(const Location& place) {
  const bool at_line_start = place.end.column == 1 && place.end.line > place.start.line;
  return at_line_start ? place.end.line - 1 : place.end.line;
}

std::string rule_page(const ReportView& report, std::string_view rule) {
  if (report.rule_pages.empty() || find_rule_info(rule) == nullptr) return {};
  const std::string_view slash = report.rule_pages.ends_with('/') ? "" : "/";
  return fmt::format("{}{}rules/{}/rule.md", report.rule_pages, slash, rule);
}

std::string failure_text(const Failure& failure) {
  if (failure.file.empty() || failure.message.starts_with(failure.file)) return failure.message;
  if (!failure.place) return fmt::format("{}: {}", failure.file, failure.message);
  return fmt::format("{}:{}:{}: {}", failure.file, failure.place->line, failure.place->column,
                     failure.message);
}

std::string counted(size_t count, std::string_view word) {
  return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
}

std::string summary_of(const ReportView& report) {
  std::string line;
  const auto add = [&](size_t count, std::string_view word) {
    if (count == 0) return;
    if (!line.empty()) line += ", ";
    line += counted(count, word);
  };
  add(report.errors, "error");
  add(report.warnings, "warning");
  add(report.notes, "note");
  if (line.empty()) line = "No findings";
  line += fmt::format(" in {} ({})", counted(report.posts, "post"), counted(report.files, "file"));
  if (report.suppressed > 0) line += fmt::format(", {} suppressed", report.suppressed);
  if (report.baselined > 0) line += fmt::format(", {} baselined", report.baselined);
  if (report.unmatched_baseline > 0) {
    line += fmt::format(", {} of the baseline no longer found", report.unmatched_baseline);
  }
  return line;
}

}  // namespace soiree
