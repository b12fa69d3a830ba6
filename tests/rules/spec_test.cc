// The examples of every rule page are its tests: a reader of the manual would lose trust in it when
// an example did not behave as it says.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "linter/lint/apply_fixes.h"
#include "linter/lint/example_marks.h"
#include "linter/lint/rule_info.h"
#include "tests/rules/rule_examples.h"
#include "tests/support/lint_text.h"
#include "tests/support/paths.h"

namespace soiree {
namespace {

std::vector<TextFile> files_of(const Example& example) {
  std::vector<TextFile> files;
  for (const ExampleBlock& block : example) files.push_back({block.path, block.text});
  return files;
}

std::vector<SourceSpan> ranges_in(const RunResult& result, uint32_t file, std::string_view rule) {
  std::vector<SourceSpan> ranges;
  for (const Finding& finding : result.findings) {
    if (finding.file == file && finding.rule == rule) ranges.push_back(finding.range);
  }
  std::sort(ranges.begin(), ranges.end());
  return ranges;
}

class RuleExamples : public testing::TestWithParam<const RuleInfo*> {};

TEST_P(RuleExamples, BehaveAsThePageSays) {
  const RuleInfo& rule = *GetParam();
  const bool update = std::getenv("SOIREE_UPDATE") != nullptr;
  std::string page(rule.doc);
  std::vector<Example> examples = read_examples(rule.doc);
  EXPECT_GE(examples.size(), 2U) << "a rule page shows at least a flagged and a fine example";
  size_t flagged = 0;
  for (auto example = examples.rbegin(); example != examples.rend(); ++example) {
    if (example->front().kind == ExampleKind::fixed) continue;
    const RunResult result = lint_texts(files_of(*example));
    for (size_t i = example->size(); i-- > 0;) {
      const ExampleBlock& block = (*example)[i];
      const auto found = ranges_in(result, static_cast<uint32_t>(i), rule.id);
      flagged += found.size();
      if (update) {
        page.replace(block.page_begin, block.page_end - block.page_begin,
                     with_marks(block.text, found));
        continue;
      }
      EXPECT_EQ(with_marks(block.text, found), with_marks(block.text, block.expected))
          << rule.id << "/rule.md:" << block.page_line << ": the first text has the marks soiree "
          << "sets, the second those of the page; ./dev test --update takes the first";
      if (block.kind == ExampleKind::fine) {
        EXPECT_TRUE(block.expected.empty()) << "a fine example has no marks";
      }
      if (block.kind == ExampleKind::flagged && example->size() == 1) {
        EXPECT_FALSE(block.expected.empty()) << rule.id << "/rule.md:" << block.page_line;
      }
    }
  }
  EXPECT_GT(flagged, 0U) << rule.id << " has no example that it flags";
  if (update && page != rule.doc) {
    std::ofstream(source_dir() / "rules" / rule.id / "rule.md", std::ios::binary) << page;
  }
}

TEST_P(RuleExamples, FixesReachTheFixedTextAndAreStable) {
  const RuleInfo& rule = *GetParam();
  const std::vector<Example> examples = read_examples(rule.doc);
  for (size_t i = 1; i < examples.size(); ++i) {
    if (examples[i].front().kind != ExampleKind::fixed) continue;
    const ExampleBlock& flagged = examples[i - 1].front();
    RunResult result = lint_texts({{flagged.path, flagged.text}});
    std::erase_if(result.findings, [&](const Finding& f) { return f.rule != rule.id; });
    const bool offers_fix = std::any_of(result.findings.begin(), result.findings.end(),
                                        [](const Finding& f) { return !f.fixes.empty(); });
    // Without a fix of ours, the page shows what an author would write instead.
    const std::string& wanted = examples[i].front().text;
    const std::string fixed =
        offers_fix ? apply_fixes(flagged.text, result.findings, 0, true).text : wanted;
    EXPECT_EQ(fixed, wanted) << rule.id << "/rule.md:" << flagged.page_line;
    const RunResult again = lint_texts({{flagged.path, fixed}});
    EXPECT_TRUE(ranges_in(again, 0, rule.id).empty())
        << rule.id << "/rule.md:" << flagged.page_line << ": the fixed text is flagged again";
  }
}

std::vector<const RuleInfo*> all_rules() {
  std::vector<const RuleInfo*> rules;
  for (const RuleInfo& rule : rule_table()) rules.push_back(&rule);
  return rules;
}

std::string test_name(const testing::TestParamInfo<const RuleInfo*>& rule) {
  std::string name(rule.param->id);
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(All, RuleExamples, testing::ValuesIn(all_rules()), test_name);

}  // namespace
}  // namespace soiree
