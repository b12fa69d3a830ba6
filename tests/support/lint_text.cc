#include "tests/support/lint_text.h"

#include <algorithm>

namespace soiree {

const Ruleset& default_ruleset() {
  static const Ruleset ruleset = [] {
    std::vector<RuleChoice> choices;
    for (const RuleInfo& info : rule_table()) choices.push_back({&info, info.severity, {}});
    return Ruleset(choices, {});
  }();
  return ruleset;
}

RunResult lint_texts(const std::vector<TextFile>& files, unsigned threads) {
  RunRequest request;
  request.threads = threads;
  for (const TextFile& file : files) {
    FileJob job;
    job.path = file.path;
    job.ruleset = &default_ruleset();
    request.files.push_back(std::move(job));
  }
  request.read_file = [&](const std::string& path) -> Result<std::string> {
    const auto found = std::find_if(files.begin(), files.end(),
                                    [&](const TextFile& file) { return file.path == path; });
    if (found == files.end()) return Error{"no such file", path, {}};
    return found->text;
  };
  return run(request);
}

}  // namespace soiree
