#include "linter/cli/check_command.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <map>
#include <thread>

#include "linter/config/discovery.h"
#include "linter/lint/engine.h"
#include "linter/output/json_format.h"
#include "linter/output/report_view.h"
#include "linter/output/text_format.h"

namespace soiree {

int check_command(const CheckOptions& options, const FileAccess& files) {
  std::vector<std::string> paths = options.paths;
  if (paths.empty()) paths.emplace_back(".");
  const Discovery found = discover(paths, files, nullptr);
  std::vector<RuleChoice> choices;
  for (const RuleInfo& info : rule_table()) choices.push_back({&info, info.severity, {}});
  const Ruleset ruleset(choices, {});
  RunRequest request;
  request.read_file = [&](const std::string& path) { return files.read_file(path); };
  request.threads = options.jobs > 0 ? options.jobs : std::thread::hardware_concurrency();
  for (const std::string& path : found.files) request.files.push_back({path, true, &ruleset, {}});
  const RunResult result = run(request);
  ReportView view;
  view.findings = locate(result.findings, result.paths, request.read_file);
  view.files = result.files;
  view.posts = result.posts;
  view.bytes = result.bytes;
  for (const Finding& finding : result.findings) {
    (finding.severity == Severity::error     ? view.errors
     : finding.severity == Severity::warning ? view.warnings
                                             : view.notes)++;
  }
  const std::string text = options.format == OutputFormat::text   ? format_text(view, {})
                           : options.format == OutputFormat::json ? format_json(view)
                                                                  : format_json_lines(view);
  fwrite(text.data(), 1, text.size(), stdout);
  return options.fail_on == FailOn::never || view.findings.empty() ? kExitClean : kExitFindings;
}

}  // namespace soiree
