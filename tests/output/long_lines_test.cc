// A page or a schedule of one line: what formats show of it, and what it costs.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "linter/output/junit_format.h"
#include "linter/output/markdown_format.h"
#include "linter/output/report_view.h"
#include "linter/output/text_format.h"

namespace soiree {
namespace {

std::string repeated(std::string_view piece, size_t times) {
  std::string text;
  for (size_t i = 0; i < times; ++i) text += piece;
  return text;
}

ReportView report_on(const std::string& bytes, const std::vector<Finding>& findings) {
  static const std::vector<std::string> paths = {"page.md"};
  ReportView report;
  report.findings =
      locate(findings, paths, [&](const std::string&) -> Result<std::string> { return bytes; });
  return report;
}

Finding finding_at(uint32_t begin, uint32_t size) {
  Finding finding;
  finding.rule = "repeated-word";
  finding.message = "m";
  finding.range = {begin, begin + size};
  return finding;
}

bool shows(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

// The marks must stand under the word however far behind the line's start it is.
TEST(LongLines, FormatsShowWhatStandsAroundTheFinding) {
  const std::string before = repeated("é ", 4000);
  const std::string behind = repeated(" ü", 4000);
  const std::vector<Finding> findings = {finding_at(static_cast<uint32_t>(before.size()), 4)};
  const ReportView report = report_on(before + "word" + behind + "\nnext\n", findings);
  EXPECT_EQ(report.findings[0].location.start.column, 8001U);
  EXPECT_TRUE(shows(format_text(report, {}), " | …" + repeated("é ", 15) + "word" +
                                                 repeated(" ü", 33) + "…\n" + "   | " +
                                                 std::string(31, ' ') + "^^^^\n"))
      << format_text(report, {});
  EXPECT_TRUE(shows(format_markdown(report), "- `…word ü ü")) << format_markdown(report);
  const std::string junit = format_junit(report);
  EXPECT_TRUE(shows(junit, "&#10;…") && shows(junit, "é word ü") && shows(junit, "ü…&#10;"))
      << junit;
  EXPECT_LT(junit.size(), 4096U);
}

TEST(LongLines, ALineOfUsualLengthIsKeptWhole) {
  const std::string line = repeated("é ", 1000);
  const std::vector<Finding> findings = {finding_at(0, 3), finding_at(2400, 3)};
  const ReportView report = report_on("\xEF\xBB\xBF" + line + "\n", findings);
  EXPECT_EQ(report.findings[0].source_line, line);
  EXPECT_EQ(report.findings[1].source_line, line);
  EXPECT_EQ(report.findings[1].source_line_column, 1U);
  EXPECT_FALSE(report.findings[1].source_line_goes_on);
}

// A copy of the line and a walk along it for each finding would take minutes and gigabytes.
TEST(LongLines, HostileNumbersOfFindingsTakeLinearTime) {
  constexpr uint32_t kMany = 30'000;
  const std::string bytes = repeated(std::string(99, 'a') + ' ', kMany);
  std::vector<Finding> findings;
  for (uint32_t i = 0; i < kMany; ++i) findings.push_back(finding_at(100 * i, 99));
  const ReportView report = report_on(bytes, findings);
  ASSERT_EQ(report.findings.size(), kMany);
  size_t kept = 0;
  for (const LocatedFinding& found : report.findings) kept += found.source_line.size();
  EXPECT_LE(kept, size_t{kMany} * kLongestSourceLine);
  EXPECT_EQ(report.findings.back().location.end.column, 100 * kMany);
  EXPECT_LT(format_junit(report).size(), size_t{kMany} * kLongestSourceLine);
}

}  // namespace
}  // namespace soiree
