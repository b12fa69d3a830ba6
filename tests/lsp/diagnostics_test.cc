#include "integrations/lsp/diagnostics.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace soiree {
namespace {

/// What is written by hand is what the library writes for the same message, byte for byte: result
/// ids are hashes of it, and an editor's cache must not care which version made them.
TEST(LspDiagnostics, AreWrittenAsTheLibraryWritesThem) {
  const std::string text = "🥖 Bread in the the oven.\nRye \"rests\".\n";
  const std::vector<std::string> paths = {"/blog/a.md", "/blog/b \"c\".md", "/blog/gone.md"};
  Finding plain;
  plain.rule = "repeated-word";
  plain.range = {14, 21};
  plain.message = "\"the the\"\t\\ \x01 🥖";
  Finding full = plain;
  full.rule = "unused-suppression";
  full.severity = Severity::note;
  full.range = {28, 31};
  full.notes = {{1, {0, 4}, "the \"earlier\" post"}, {2, {3, 9}, "gone"}, {0, {28, 31}, "here"}};
  full.fixes.resize(2);
  Finding broken = plain;
  broken.message = "a broken byte: \xFF.";
  const std::vector<Finding> findings = {plain, full, broken};
  const FindingsView view = {
      text, findings, &paths,
      [&](const std::string& path) {
        return path == "/blog/gone.md" ? nullptr : std::make_shared<const std::string>(text);
      },
      [](const std::string& path) { return "file://" + path; }};
  ClientAbilities abilities;
  for (const bool all : {false, true}) {
    abilities.code_descriptions = abilities.unnecessary_tag = abilities.related_information =
        abilities.diagnostic_data = all;
    const std::string written = findings_text(view, abilities, "https://rules.test");
    const Json read = Json::parse(written);
    EXPECT_EQ(message_text(read), written);
    ASSERT_EQ(read.size(), 3U);
    EXPECT_EQ(read[0]["message"], plain.message);
    EXPECT_EQ(read[2]["message"], "a broken byte: \xEF\xBF\xBD.");
    EXPECT_EQ(read[1].contains("relatedInformation"), all);
    if (!all) continue;
    EXPECT_EQ(read[1]["codeDescription"]["href"],
              "https://rules.test/rules/unused-suppression/rule.md");
    EXPECT_EQ(read[1]["data"], Json({{"rule", "unused-suppression"}, {"fixes", 2}}));
    EXPECT_EQ(read[1]["tags"], Json::array({1}));
    const Json& related = read[1]["relatedInformation"];
    ASSERT_EQ(related.size(), 3U);
    EXPECT_EQ(related[0]["message"], "the \"earlier\" post");
    EXPECT_EQ(related[0]["location"]["uri"], "file:///blog/b \"c\".md");
    EXPECT_EQ(related[2]["location"]["range"]["start"]["line"], 1);
  }
  const std::vector<Finding> none;
  const FindingsView empty = {text, none, &paths, view.text_of, view.uri_of};
  EXPECT_EQ(findings_text(empty, abilities, ""), kNoDiagnostics);
}

}  // namespace
}  // namespace soiree
