#include "linter/cli/test_rules_command.h"

#include <fmt/format.h>

#include <cstdio>
#include <string_view>
#include <vector>

#include "linter/cli/check_command.h"
#include "linter/cli/print_error.h"
#include "linter/cli/standard_streams.h"
#include "linter/config/config_cache.h"
#include "linter/config/discovery.h"
#include "linter/config/paths.h"
#include "linter/lint/apply_fixes.h"
#include "linter/lint/engine.h"
#include "linter/lint/example_marks.h"

namespace soiree {
namespace {

RunResult lint_example(const Ruleset& ruleset, const std::string& path, const std::string& text) {
  RunRequest request;
  FileJob job;
  job.path = path;
  job.ruleset = &ruleset;
  request.files.push_back(std::move(job));
  request.read_file = [&](const std::string&) -> Result<std::string> { return text; };
  return run(request);
}

void indent(std::string_view title, std::string_view text) {
  fmt::print("    {}\n", title);
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    fmt::print("      {}\n", text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

/// Runs the examples of one rule.
class RuleTest {
 public:
  explicit RuleTest(const CustomRule& rule)
      : rule_(rule), ruleset_(std::vector<RuleChoice>{choice_of(rule)}, {}) {}

  /// Number of examples that do not behave as they say.
  size_t run() {
    size_t failures = 0;
    for (const CustomExample& example : rule_.examples) {
      if (!passes(example)) ++failures;
    }
    return failures;
  }

 private:
  static RuleChoice choice_of(const CustomRule& rule) {
    return {&rule.info, rule.info.severity, {}, &rule};
  }

  bool passes(const CustomExample& example) {
    if (!content_kind(example.path)) {
      return fail(example, "`" + example.path + "` has no extension that soiree reads");
    }
    const RunResult result = lint_example(ruleset_, example.path, example.text.text);
    std::vector<SourceSpan> found;
    for (const Finding& finding : result.findings) found.push_back(finding.range);
    if (found != example.text.ranges) {
      fail(example, "the findings are not where the marks are");
      indent("expected:", with_marks(example.text.text, example.text.ranges));
      indent("found:", with_marks(example.text.text, found));
      return false;
    }
    if (!example.fixed) return true;
    const FixedText fixed = apply_fixes(example.text.text, result.findings, 0, true);
    if (fixed.text == *example.fixed) return true;
    fail(example, "the fix gives another text");
    indent("expected:", *example.fixed);
    indent("found:", fixed.text);
    return false;
  }

  bool fail(const CustomExample& example, std::string_view message) const {
    fmt::print("{}:{}: {}\n", rule_.file, example.line, message);
    return false;
  }

  const CustomRule& rule_;
  Ruleset ruleset_;
};

}  // namespace

int test_rules_command(const std::string& directory, const FileAccess& files) {
  ConfigCache configs(files, rule_table());
  const std::string absolute = absolute_path(files.current_directory(), directory);
  const Config& config = configs.config_in(absolute);
  const std::vector<Error> errors = configs.errors();
  for (const Error& error : errors) print_error(error, files);
  size_t examples = 0;
  size_t failures = 0;
  for (const auto& rule : config.custom_rules) {
    if (rule->examples.empty()) {
      fmt::print("{}: no examples; add 'examples' with a flagged and a fine text\n", rule->file);
    }
    examples += rule->examples.size();
    failures += RuleTest(*rule).run();
  }
  if (config.custom_rules.empty() && errors.empty()) {
    print_message(
        "no rules in .soiree/rules here or above; `soiree explain custom-rules` tells how to write "
        "one");
    return kExitFailure;
  }
  fmt::print("{} of {} examples in {} rule{} pass\n", examples - failures, examples,
             config.custom_rules.size(), config.custom_rules.size() == 1 ? "" : "s");
  if (!errors.empty()) return kExitFailure;
  return failures > 0 ? kExitFindings : kExitClean;
}

}  // namespace soiree
