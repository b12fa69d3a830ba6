#ifndef SOIREE_OUTPUT_REPORT_VIEW_H_
#define SOIREE_OUTPUT_REPORT_VIEW_H_

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/lint/finding.h"
#include "linter/text/result.h"
#include "linter/text/source_file.h"

namespace soiree {

/// A place of a file as output shows it.
struct Location {
  std::string_view file;
  SourceSpan range;
  LineColumn start;
  LineColumn end;
  uint32_t start_byte = 1;  ///< column of the start, 1-based and in bytes
  uint32_t end_byte = 1;    ///< column of the end, 1-based and in bytes
  /// The first and the last line (1-based) with a byte of the range, as git counts lines: a
  /// carriage return alone ends none.
  uint32_t first_git_line = 1;
  uint32_t last_git_line = 1;
};

struct LocatedNote {
  Location location;
  std::string_view message;
  std::optional<Location> post;  ///< of a feed finding: the whole post
};

/// Where a finding stands when all of its feed is checked.
struct LocatedHome {
  std::string_view file;
  std::string excerpt;
};

/// Bytes of a line that are kept as they are.
constexpr uint32_t kLongestSourceLine = 4096;

/// A finding with everything a format needs to print it.
struct LocatedFinding {
  const Finding* finding = nullptr;
  const RuleInfo* rule = nullptr;  ///< of the finding's rule, custom ones included, or null
  Location location;
  std::string excerpt;  ///< exactly the source bytes of the range
  /// The line of the start, without its line end; of one longer than kLongestSourceLine what stands
  /// around the start, so that a file of one line with many findings takes no quadratic memory.
  std::string source_line;
  uint32_t source_line_byte = 0;     ///< bytes of the line before `source_line`
  uint32_t source_line_column = 1;   ///< column of the first character of `source_line`
  bool source_line_goes_on = false;  ///< the line has more behind `source_line`
  std::optional<Location> post;      ///< of a feed finding: the whole post
  std::vector<LocatedNote> notes;
  std::vector<LocatedHome> homes;            ///< of a finding whose homes are not checked
  std::vector<std::vector<Location>> edits;  ///< of each fix, in the order of the finding's
  std::string fingerprint;  ///< 16 hexadecimal digits; stays the same when lines above change
};

/// What kept a run from being complete.
struct Failure {
  std::string message;
  std::string file = {};                 ///< that it is about, empty when none
  std::optional<LineColumn> place = {};  ///< in the file; none when all of it is meant
};

/// What a run found, ready to be printed.
struct ReportView {
  std::vector<LocatedFinding> findings;
  std::vector<Failure> failures;
  size_t files = 0;
  size_t posts = 0;
  size_t bytes = 0;
  size_t suppressed = 0;
  size_t baselined = 0;           ///< findings that the baseline knows; they are not in `findings`
  size_t unmatched_baseline = 0;  ///< findings of the baseline that are no longer there
  size_t errors = 0;
  size_t warnings = 0;
  size_t notes = 0;
  /// Where the paths of `findings` start, and the directory that those of a format for a code host
  /// must start from; both absolute. An empty `root` leaves paths as they are. `real_root` is where
  /// `root` leads when it is or lies below a symbolic link.
  std::string current;
  std::string root;
  std::string real_root;
  std::string rule_pages;    ///< address that `rules/` lies under, empty when it is not known
  std::string source_pages;  ///< address that the files below `root` lie under, likewise
};

/// `file` below the root of the report, if it has one and the file is there; else as it is.
std::string path_from_root(const ReportView& report, std::string_view file);

/// Address of the lines of a place at the code host, empty when it is not known.
std::string source_page(const ReportView& report, const Location& place);

/// Last line (1-based) that the range has a character in, which is the first one for an empty
/// range.
uint32_t last_line(const Location& place);

/// Address of a built-in rule's page, empty when it is not known.
std::string rule_page(const ReportView& report, std::string_view rule);

/// A failure with its place, in one text.
std::string failure_text(const Failure& failure);

/// "1 error" or "2 errors".
std::string counted(size_t count, std::string_view word);

/// What a run found in one line without its end: "1 error, 3 warnings in 12 posts (8 files), 2
/// suppressed".
std::string summary_of(const ReportView& report);

/// Bytes of a file as they were linted.
using SourceReader = std::function<Result<std::string>(const std::string& path)>;

/// Finds line, column, excerpt and fingerprint of every finding. `paths` is indexed by
/// Finding::file. A file that cannot be read any more keeps its findings, with line 1 and no
/// excerpt.
std::vector<LocatedFinding> locate(const std::vector<Finding>& findings,
                                   const std::vector<std::string>& paths, const SourceReader& read);

}  // namespace soiree

#endif  // SOIREE_OUTPUT_REPORT_VIEW_H_
