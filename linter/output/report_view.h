#ifndef SOIREE_OUTPUT_REPORT_VIEW_H_
#define SOIREE_OUTPUT_REPORT_VIEW_H_

#include <functional>
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
};

struct LocatedNote {
  Location location;
  std::string_view message;
};

/// A finding with everything a format needs to print it.
struct LocatedFinding {
  const Finding* finding = nullptr;
  Location location;
  std::string excerpt;      ///< exactly the source bytes of the range
  std::string source_line;  ///< the line of the start, without its line end
  std::vector<LocatedNote> notes;
  std::vector<std::vector<Location>> edits;  ///< of each fix, in the order of the finding's
  std::string fingerprint;  ///< 16 hexadecimal digits; stays the same when lines above change
};

/// What a run found, ready to be printed.
struct ReportView {
  std::vector<LocatedFinding> findings;
  size_t files = 0;
  size_t posts = 0;
  size_t bytes = 0;
  size_t suppressed = 0;
  size_t errors = 0;
  size_t warnings = 0;
  size_t notes = 0;
};

/// Bytes of a file as they were linted.
using SourceReader = std::function<Result<std::string>(const std::string& path)>;

/// Finds line, column, excerpt and fingerprint of every finding. `paths` is indexed by
/// Finding::file. A file that cannot be read any more keeps its findings, with line 1 and no
/// excerpt.
std::vector<LocatedFinding> locate(const std::vector<Finding>& findings,
                                   const std::vector<std::string>& paths, const SourceReader& read);

}  // namespace soiree

#endif  // SOIREE_OUTPUT_REPORT_VIEW_H_
