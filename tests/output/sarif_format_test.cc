// Code scanning refuses a whole upload that is too large or not valid; what is cut must be said.
#include "linter/output/sarif_format.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/support/lint_text.h"
#include "tests/support/made_report.h"

namespace soiree {
namespace {

nlohmann::json run_of(const ReportView& report, const SarifLimits& limits = {}) {
  return nlohmann::json::parse(format_sarif(report, limits))["runs"][0];
}

TEST(SarifFormat, PlacesFixesAndRules) {
  const std::string text =
      "\xC3\x87"
      "a is the\tone \xF0\x9F\x8E\x89 of of\nall.\n";
  const RunResult result = lint_texts({{"a b.md", text}});
  ReportView view;
  view.findings = locate(result.findings, result.paths,
                         [&](const std::string&) -> Result<std::string> { return text; });
  view.rule_pages = "https://soiree.example";
  const nlohmann::json run = run_of(view);
  EXPECT_EQ(run["columnKind"], "unicodeCodePoints");
  const nlohmann::json& rule = run["tool"]["driver"]["rules"][0];
  EXPECT_EQ(rule["id"], "repeated-word");
  EXPECT_EQ(rule["helpUri"], "https://soiree.example/rules/repeated-word/rule.md");
  EXPECT_NE(rule["help"]["markdown"].get<std::string>().find("# repeated-word"), std::string::npos);
  ASSERT_EQ(run["results"].size(), 1U);
  const nlohmann::json& found = run["results"][0];
  const nlohmann::json& place = found["locations"][0]["physicalLocation"];
  EXPECT_EQ(place["artifactLocation"]["uri"], "a%20b.md");
  EXPECT_EQ(place["region"]["startColumn"], 17);
  EXPECT_EQ(place["region"]["snippet"]["text"], "of of");
  const size_t offset = place["region"]["byteOffset"];
  EXPECT_EQ(text.substr(offset, place["region"]["byteLength"]), "of of");
  const nlohmann::json& edit = found["fixes"][0]["artifactChanges"][0]["replacements"][0];
  EXPECT_EQ(edit["insertedContent"]["text"], "");
  EXPECT_EQ(edit["deletedRegion"]["byteLength"], 3);
}

TEST(SarifFormat, CutsToTheLimitsAndSaysSo) {
  MadeReport report;
  for (uint32_t line = 1; line <= 30; ++line) report.add("a.md", line, Severity::note, "m");
  LocatedFinding& last = report.add("z.md", 1, Severity::error, "m");
  for (int i = 0; i < 30; ++i) report.add_note(last, "y.md", 1, "n");
  SarifLimits limits;
  limits.results = 10;
  nlohmann::json run = run_of(report.view(), limits);
  ASSERT_EQ(run["results"].size(), 10U);
  EXPECT_EQ(run["results"][0]["level"], "error") << "what weighs most is kept";
  EXPECT_EQ(run["results"][0]["relatedLocations"].size(), 20U);
  const nlohmann::json& said = run["invocations"][0]["toolExecutionNotifications"];
  ASSERT_EQ(said.size(), 2U);
  EXPECT_NE(said[0]["message"]["text"].get<std::string>().find("10 of 31 findings"),
            std::string::npos);
  limits = {};
  limits.displayed = 30;
  run = run_of(report.view(), limits);
  EXPECT_EQ(run["results"].size(), 31U) << "GitHub keeps what it does not show";
  EXPECT_EQ(run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"],
            "GitHub shows the 30 findings of this file that weigh most, of 31");
  limits = {};
  limits.bytes = 2000;
  run = run_of(report.view(), limits);
  EXPECT_LT(run["results"].size(), 10U);
  EXPECT_EQ(run["invocations"][0]["toolExecutionNotifications"][0]["level"], "warning");
}

TEST(SarifFormat, AFailedRunIsNoSuccess) {
  ReportView report;
  report.failures = {{"cannot be read", "a.md", {}}, {"wrong type", "c.yaml", LineColumn{3, 5}}};
  const nlohmann::json invocation = run_of(report)["invocations"][0];
  EXPECT_EQ(invocation["executionSuccessful"], false);
  EXPECT_EQ(invocation["toolExecutionNotifications"][0]["message"]["text"], "a.md: cannot be read");
  EXPECT_EQ(invocation["toolExecutionNotifications"][1]["message"]["text"],
            "c.yaml:3:5: wrong type");
}

}  // namespace
}  // namespace soiree
