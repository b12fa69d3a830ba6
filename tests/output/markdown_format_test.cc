// The report goes into reviews: text of a post must not become markup there, load a picture, link
// somewhere or call somebody.
#include "linter/output/markdown_format.h"

#include <gtest/gtest.h>
#include <md4c.h>

#include "linter/output/clean_text.h"
#include "linter/output/markdown_text.h"
#include "tests/support/made_report.h"

namespace soiree {
namespace {

struct Rendered {
  std::string text;
  int spans = 0;
  int comments = 0;
};

int count_span(MD_SPANTYPE, void*, void* rendered) {
  ++static_cast<Rendered*>(rendered)->spans;
  return 0;
}
int ignore_span(MD_SPANTYPE, void*, void*) { return 0; }
int ignore_block(MD_BLOCKTYPE, void*, void*) { return 0; }
int collect(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* rendered) {
  auto& to = *static_cast<Rendered*>(rendered);
  if (type == MD_TEXT_HTML) {
    EXPECT_EQ(std::string(text, size), "<!-- -->");
    ++to.comments;
    return 0;
  }
  EXPECT_NE(type, MD_TEXT_ENTITY);
  to.text.append(text, size);
  return 0;
}

Rendered render(const std::string& markdown) {
  MD_PARSER parser{};
  parser.flags = MD_DIALECT_GITHUB;
  parser.enter_block = parser.leave_block = ignore_block;
  parser.enter_span = count_span;
  parser.leave_span = ignore_span;
  parser.text = collect;
  Rendered rendered;
  EXPECT_EQ(md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &rendered),
            0);
  return rendered;
}

TEST(MarkdownFormat, SaysWhatCouldNotBeChecked) {
  ReportView report;
  report.failures = {{"permission denied", "*a*.md", {}}};
  const Rendered rendered = render(format_markdown(report));
  EXPECT_NE(rendered.text.find("Not everything could be checked:"), std::string::npos);
  EXPECT_NE(rendered.text.find("*a*.md: permission denied"), std::string::npos) << rendered.text;
}

TEST(MarkdownText, IsReadBackAsItWas) {
  for (uint32_t seed = 1; seed <= 300; ++seed) {
    MadeReport report = hostile_report(seed, 5);
    for (const LocatedFinding& found : report.view().findings) {
      std::string markdown;
      append_markdown_text(markdown, found.finding->message);
      EXPECT_EQ(markdown.find('\n'), std::string::npos);
      const Rendered rendered = render("| a |\n| --- |\n| y" + markdown + "z |\n");
      EXPECT_EQ(rendered.spans, 0) << markdown;
      EXPECT_EQ(rendered.text, "ay" + clean_line(found.finding->message) + "z") << markdown;
    }
  }
}

TEST(MarkdownText, CallsNobody) {
  std::string markdown;
  append_markdown_text(markdown, "thanks @octocat, see #12");
  EXPECT_EQ(markdown, "thanks @<!-- -->octocat, see \\#<!-- -->12");
}

TEST(MarkdownFormat, ShowsTheLineWhateverBackticksItHas) {
  MadeReport report;
  report.add("posts/my_post.md", 3, Severity::warning, "m *n*").source_line = "a `` b `";
  LocatedFinding& found = report.add("posts/my_post.md", 9, Severity::note, "m");
  report.add_note(found, "b.md", 4, "the earlier post");
  report.view().posts = report.view().files = 1;
  const std::string text = format_markdown(report.view());
  EXPECT_TRUE(
      text.starts_with("## soiree: 1 warning, 1 note in 1 post (1 file)\n"
                       "\n### posts/my\\_post.md\n\n"
                       "- **3:2** warning `repeated-word`: m \\*n\\*\n"
                       "  - ``` a `` b ` ```\n"
                       "- **9:2** note `repeated-word`: m\n"
                       "  - at b.md:4: the earlier post\n"
                       "\n### Rules\n\n- `repeated-word`: "))
      << text;
}

}  // namespace
}  // namespace soiree
