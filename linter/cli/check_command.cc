#include "linter/cli/check_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <thread>
#include <utility>

#include "linter/cli/check_messages.h"
#include "linter/cli/check_run.h"
#include "linter/cli/print_error.h"
#include "linter/cli/render.h"
#include "linter/cli/report_filters.h"
#include "linter/cli/run_plan.h"
#include "linter/cli/standard_streams.h"
#include "linter/output/github_format.h"

namespace soiree {
namespace {

Result<PlanOptions> plan_options(const CheckOptions& options) {
  PlanOptions plan;
  plan.paths = options.paths;
  plan.stdin_filepath = options.stdin_filepath;
  if (!plan.stdin_filepath.empty()) {
    Result<std::string> text = read_standard_input();
    if (!text) return text.error();
    plan.stdin_text = std::move(*text);
  } else if (plan.paths.empty()) {
    plan.paths.emplace_back(".");
  }
  plan.context = !options.no_context;
  plan.scopes.post_rules = options.scope != ScopeChoice::feeds;
  plan.scopes.feed_rules = options.scope != ScopeChoice::posts;
  plan.scopes.whole_feeds = plan.context;
  plan.threads =
      options.jobs > 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
  return plan;
}

/// Ends a run that cannot begin. On GitHub the reason stands on the pull request, too.
int refuse(const Error& error, const CheckOptions& options, const FileAccess& files) {
  say(options, error_text(error, files));
  if (options.format == OutputFormat::github && options.output.empty() && !fixes_input(options)) {
    ReportView view;
    view.current = files.current_directory();
    place_at_code_host(view, options.format);
    write_output(format_github_failure(view, failure_of(error, files)));
  }
  return kExitFailure;
}

/// Options that do nothing together, with what to do; empty when they are right.
std::string_view mistake_of(const CheckOptions& options) {
  if (options.unsafe_fixes && !options.fix && !options.fix_dry_run) {
    return "--unsafe-fixes does nothing by itself; add --fix or --fix-dry-run";
  }
  if (options.statistics && options.format != OutputFormat::text) {
    return "--statistics is text; leave out --format, or --statistics";
  }
  return {};
}

}  // namespace

int check_command(const CheckOptions& options, const FileAccess& files) {
  if (const std::string_view mistake = mistake_of(options); !mistake.empty()) {
    say(options, std::string(mistake));
    return kExitFailure;
  }
  Result<ReportFilters> filters = ReportFilters::read(options, files);
  if (!filters) return refuse(filters.error(), options, files);
  ConfigCache configs(files, rule_table(),
                      {options.select, options.ignore, options.config, options.no_config});
  const Result<PlanOptions> plan_of = plan_options(options);
  if (!plan_of) return refuse(plan_of.error(), options, files);
  const RunPlan plan(files, configs, *plan_of);
  return CheckRun(options, files, plan, std::move(*filters)).run();
}

}  // namespace soiree
