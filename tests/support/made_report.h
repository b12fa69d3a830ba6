#ifndef SOIREE_TESTS_SUPPORT_MADE_REPORT_H_
#define SOIREE_TESTS_SUPPORT_MADE_REPORT_H_

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "linter/output/report_view.h"

namespace soiree {

/// A report that no lint run made. Owns what its view points at.
class MadeReport {
 public:
  MadeReport() = default;
  MadeReport(MadeReport&&) = default;
  MadeReport& operator=(MadeReport&&) = default;

  /// Adds a finding in line `line`, from column 2 to 5.
  LocatedFinding& add(const std::string& file, uint32_t line, Severity severity,
                      const std::string& message);
  void add_note(LocatedFinding& found, const std::string& file, uint32_t line,
                const std::string& message);
  ReportView& view() { return view_; }

 private:
  std::deque<Finding> findings_;
  std::deque<std::string> texts_;
  ReportView view_;
};

/// A report whose paths, messages and lines are what somebody would write who wants to break a
/// format: pieces of commands and markup, line ends, control characters, bytes that are not UTF-8.
MadeReport hostile_report(uint32_t seed, size_t findings);

}  // namespace soiree

#endif  // SOIREE_TESTS_SUPPORT_MADE_REPORT_H_
