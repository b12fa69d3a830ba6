#include "linter/cli/run_plan.h"
#include "linter/config/disk_files.h"
#include "linter/output/json_format.h"
#include "tests/bench/contender.h"

namespace soiree {
namespace {

/// `soiree check --no-config --jobs 1 --format json`, in this process: all rules, feeds and output.
uint64_t check(const std::vector<std::string>& paths) {
  const DiskFiles files;
  ConfigOverlay overlay;
  overlay.no_config = true;
  ConfigCache configs(files, rule_table(), overlay);
  PlanOptions options;
  options.paths = paths;
  const RunPlan plan(files, configs, options);
  const RunResult result = run(plan.request());
  ReportView view;
  view.findings = locate(result.findings, result.paths, plan.request().read_file);
  return format_json(view).size();
}

}  // namespace

std::vector<Contender> product_contenders() { return {{"soiree check", check}}; }

}  // namespace soiree
