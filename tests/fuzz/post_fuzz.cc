// Any bytes as a post or schedule: reading and linting them never crashes, and every place lies in
// the file, on a character boundary, and holds the text it stands for. The first byte chooses the
// kind of file.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "linter/lint/ruleset.h"
#include "linter/post/read_posts.h"
#include "linter/text/utf8.h"
#include "tests/fuzz/require.h"

namespace {

constexpr std::array<std::string_view, 5> kPaths = {"a.md", "a.mdx", "a.tweet", "a.yaml", "a.json"};

using soiree::require;

const soiree::Ruleset& ruleset() {
  static const soiree::Ruleset all = [] {
    std::vector<soiree::RuleChoice> choices;
    for (const soiree::RuleInfo& info : soiree::rule_table()) {
      choices.push_back({&info, info.severity, {}});
    }
    return soiree::Ruleset(choices, {});
  }();
  return all;
}

void check_span(const soiree::SourceFile& file, soiree::SourceSpan span) {
  require(span.begin <= span.end && span.end <= file.bytes().size());
  require(soiree::is_character_boundary(file.bytes(), span.begin));
  require(soiree::is_character_boundary(file.bytes(), span.end));
}

void check_text(const soiree::SourceFile& file, const soiree::MappedText& text) {
  const auto& runs = text.runs();
  for (size_t i = 0; i < runs.size(); ++i) {
    const soiree::SourceSpan source{runs[i].source_begin, runs[i].source_end};
    check_span(file, source);
    const uint32_t end = i + 1 < runs.size() ? runs[i + 1].text_begin : text.size();
    require(!runs[i].verbatim || file.bytes(source) == text.text({runs[i].text_begin, end}));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const std::string_view path = kPaths[data[0] % kPaths.size()];
  const soiree::SourceFile file(std::string(path),
                                std::string(reinterpret_cast<const char*>(data + 1), size - 1));
  const soiree::ParsedFile parsed = soiree::read_posts(file, {});
  for (const soiree::Problem& problem : parsed.problems) check_span(file, problem.place);
  std::vector<soiree::Finding> findings;
  for (const soiree::Post& post : parsed.posts) {
    check_text(file, post.document.text);
    const soiree::Facts facts = soiree::lint_post(post, ruleset(), 0, {}, findings);
    check_span(file, facts.anchor);
  }
  for (const soiree::Finding& finding : findings) {
    check_span(file, finding.range);
    for (const soiree::Note& note : finding.notes) check_span(file, note.range);
    for (const soiree::Fix& fix : finding.fixes) {
      for (const soiree::Edit& edit : fix.edits) check_span(file, edit.range);
    }
  }
  return 0;
}
