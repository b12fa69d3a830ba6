// Scripts read this output: it must be JSON whatever the posts say, with every field where it was
// promised.
#include "linter/output/json_format.h"

#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/support/lint_text.h"

namespace soiree {
namespace {

nlohmann::json lint_as_json(const std::string& path, const std::string& text) {
  const RunResult result = lint_texts({{path, text}});
  ReportView view;
  view.findings = locate(result.findings, result.paths,
                         [&](const std::string&) -> Result<std::string> { return text; });
  view.files = result.files;
  view.posts = result.posts;
  return nlohmann::json::parse(format_json(view));
}

TEST(JsonFormat, HasEveryPromisedField) {
  const std::string text = "\xEF\xBB\xBF\"Ça\" is the\tone \U0001F389 of of\r\nall.\n";
  const nlohmann::json report = lint_as_json("a \"b\".md", text);
  EXPECT_EQ(report["version"], 1);
  EXPECT_EQ(report["tool"]["name"], "soiree");
  EXPECT_EQ(report["summary"]["posts"], 1);
  ASSERT_EQ(report["findings"].size(), 1U);
  const nlohmann::json& finding = report["findings"][0];
  EXPECT_EQ(finding["rule"], "repeated-word");
  EXPECT_EQ(finding["severity"], "warning");
  EXPECT_EQ(finding["file"], "a \"b\".md");
  EXPECT_EQ(finding["excerpt"], "of of");
  EXPECT_EQ(finding["range"]["start"]["line"], 1);
  EXPECT_EQ(finding["range"]["start"]["column"], 19)
      << "columns are code points, a mark of order is none";
  const size_t begin = finding["range"]["start"]["offset"];
  const size_t end = finding["range"]["end"]["offset"];
  EXPECT_EQ(text.substr(begin, end - begin), finding["excerpt"]);
  const nlohmann::json& edit = finding["fixes"][0]["edits"][0];
  EXPECT_EQ(edit["range"]["end"]["line"], 1);
  EXPECT_EQ(edit["text"], "");
  for (const char* field : {"message", "post", "notes", "fingerprint", "url"}) {
    EXPECT_TRUE(finding.contains(field)) << field;
  }
}

// Somebody's own rule has no page of ours, so an address would lead nowhere.
TEST(JsonFormat, OnlyRulesOfOursHaveAPage) {
  std::vector<Finding> findings(2);
  findings[0].rule = "our-name";
  findings[1].rule = "self-focus";
  const std::vector<std::string> files = {"a.md"};  // the view points into it
  ReportView view;
  view.findings = locate(findings, files, [](const std::string&) -> Result<std::string> {
    return std::string("Bread.\n");
  });
  const nlohmann::json report = nlohmann::json::parse(format_json(view));
  std::map<std::string, std::string> urls;
  for (const nlohmann::json& found : report["findings"]) {
    urls[found["rule"]] = found["url"];
  }
  EXPECT_EQ(urls, (std::map<std::string, std::string>{{"our-name", ""},
                                                      {"self-focus", "rules/self-focus/rule.md"}}));
}

TEST(JsonFormat, StaysJsonWhenTheSourceIsNotUtf8) {
  const nlohmann::json report = lint_as_json("a.md", "Caf\xE9 \x01 is is of of \xFF\n");
  EXPECT_GE(report["findings"].size(), 2U);
}

// "No findings" of a file that nobody could read is no good news.
TEST(JsonFormat, SaysWhatCouldNotBeChecked) {
  ReportView view;
  view.failures = {{"permission denied", "a \"b\".md", {}},
                   {"unknown key `ignroe`", ".soiree.yaml", LineColumn{5, 1}}};
  const nlohmann::json failures = nlohmann::json::parse(format_json(view))["failures"];
  ASSERT_EQ(failures.size(), 2U);
  EXPECT_EQ(failures[0]["file"], "a \"b\".md");
  EXPECT_EQ(failures[0]["message"], "permission denied");
  EXPECT_TRUE(failures[0]["place"].is_null());
  EXPECT_EQ(failures[1]["place"], nlohmann::json({{"line", 5}, {"column", 1}}));
  const std::string lines = format_json_lines(view);
  const nlohmann::json first = nlohmann::json::parse(lines.substr(0, lines.find('\n')));
  EXPECT_EQ(first["failure"], failures[0]);
}

}  // namespace
}  // namespace soiree
