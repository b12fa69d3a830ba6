// Every construct the CommonMark specification shows, and those GitHub adds: the text must map back
// to its source, or a finding there would underline the wrong words.
#include <gtest/gtest.h>

#include <iostream>

#include "linter/parse/document.h"
#include "linter/text/utf8.h"
#include "tests/support/corpus_files.h"
#include "tests/support/paths.h"

namespace soiree {
namespace {

/// The Markdown halves of the examples in a specification text; its arrows stand for tabs.
std::vector<std::string> read_spec(const std::string& spec) {
  const std::string fence(32, '`');
  std::vector<std::string> examples;
  size_t at = 0;
  while ((at = spec.find(fence + " example", at)) != std::string::npos) {
    const size_t begin = spec.find('\n', at) + 1;
    const size_t end = spec.find("\n.\n", begin - 1);
    std::string example = spec.substr(begin, end + 1 > begin ? end + 1 - begin : 0);
    for (size_t arrow = 0; (arrow = example.find("\u2192", arrow)) != std::string::npos;) {
      example.replace(arrow, 3, "\t");
    }
    examples.push_back(std::move(example));
    at = end;
  }
  return examples;
}

/// Number of blocks without a proved map; places that are wrong are test failures.
uint32_t check(const std::string& source) {
  Document document;
  read_markdown(source, {0, static_cast<uint32_t>(source.size())}, MarkupDialect::markdown,
                document);
  const MappedText& text = document.text;
  const auto& runs = text.runs();
  for (size_t i = 0; i < runs.size(); ++i) {
    const uint32_t end = i + 1 < runs.size() ? runs[i + 1].text_begin : text.size();
    const SourceSpan place{runs[i].source_begin, runs[i].source_end};
    EXPECT_LE(place.begin, place.end) << source;
    EXPECT_LE(place.end, source.size()) << source;
    if (place.end > source.size()) return 0;
    if (runs[i].verbatim) {
      EXPECT_EQ(place.of(source), text.text({runs[i].text_begin, end}));
    }
    EXPECT_TRUE(is_character_boundary(source, place.begin)) << source;
    EXPECT_TRUE(is_character_boundary(source, place.end)) << source;
  }
  if (document.unmapped_blocks > 0) std::cout << "no proof for:\n" << source << "\n";
  return document.unmapped_blocks;
}

/// Checks each example as it is, inside a quotation, and with other line ends.
void check_specification(const std::filesystem::path& path, size_t at_least) {
  const std::vector<std::string> examples = read_spec(read_bytes(path));
  ASSERT_GT(examples.size(), at_least);
  uint32_t unmapped = 0;
  for (const std::string& example : examples) {
    unmapped += check(example);
    std::string quoted = "> ";
    std::string windows;
    for (const char c : example) {
      quoted += c;
      if (c == '\n') quoted += "> ";
      if (c == '\n') windows += '\r';
      windows += c;
    }
    unmapped += check(quoted) + check(windows);
  }
  std::cout << examples.size() << " examples, " << unmapped << " blocks without a proved map\n";
  EXPECT_EQ(unmapped, 0U);
}

TEST(MarkdownMap, HoldsForTheCommonMarkExamples) {
  const auto path =
      source_dir() / "cmake" / "grammar" / "node_modules" / "commonmark-spec" / "spec.txt";
  ASSERT_TRUE(std::filesystem::exists(path)) << "run npm ci in cmake/grammar";
  check_specification(path, 600);
}

TEST(MarkdownMap, HoldsForTheExamplesOfGitHubsSpecification) {
  const auto path = source_dir() / "build" / "gfm-spec" / "gfm.txt";
  ASSERT_TRUE(std::filesystem::exists(path)) << "./dev test fetches it";
  check_specification(path, 660);
}

TEST(MarkdownMap, HoldsForTablesTaskListsAndFootnotes) {
  const std::vector<std::string> examples = {
      "| a | b |\n| --- | --- |\n| one | two |\n",
      "a | b\n-|-\n`x \\| y` | **z** \\| w\n",
      "> | a \\| b | c |\n> |---|---|\n> | d | e |\n> | f |\n",
      "Text before\n| a |\n|---|\n| b |\n",
      "| a | b |\n|:-:|--:|\n|  |  |\n| [l](u) | ![i](u) |\n",
      "- [ ] todo *now*\n- [x] done `it`\n  1. [ ] inner\n",
      "Text[^1] and more[^note].\n\n[^1]: First.\n[^note]: Second\n    goes on.\n",
      "- | a | b |\n  |---|---|\n  | c | d |\n",
  };
  for (const std::string& example : examples) EXPECT_EQ(check(example), 0U) << example;
}

}  // namespace
}  // namespace soiree
