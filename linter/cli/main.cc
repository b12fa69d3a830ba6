#include <CLI/CLI.hpp>
#include <map>
#include <string>

#include "linter/cli/check_command.h"
#include "linter/cli/rule_commands.h"
#include "linter/config/disk_files.h"

namespace {

using soiree::CheckOptions;

void add_check_options(CLI::App& check, CheckOptions& options) {
  using soiree::ColorChoice;
  using soiree::FailOn;
  using soiree::OutputFormat;
  using soiree::ScopeChoice;
  const std::map<std::string, OutputFormat> formats{{"text", OutputFormat::text},
                                                    {"json", OutputFormat::json},
                                                    {"jsonl", OutputFormat::json_lines}};
  const std::map<std::string, FailOn> levels{{"error", FailOn::error},
                                             {"warning", FailOn::warning},
                                             {"note", FailOn::note},
                                             {"never", FailOn::never}};
  const std::map<std::string, ScopeChoice> scopes{
      {"posts", ScopeChoice::posts}, {"feeds", ScopeChoice::feeds}, {"all", ScopeChoice::all}};
  const std::map<std::string, ColorChoice> colors{{"auto", ColorChoice::automatic},
                                                  {"always", ColorChoice::always},
                                                  {"never", ColorChoice::never}};
  check.add_option("paths", options.paths, "Files and directories to lint (default: .)");
  check.add_option("--format", options.format, "How to print findings: text, json or jsonl")
      ->transform(CLI::CheckedTransformer(formats).description(""));
  check.add_option("--output", options.output, "Write findings to this file");
  check.add_option("--config", options.config, "Use this configuration for every file");
  check.add_flag("--no-config", options.no_config, "Read no configuration");
  check.add_option("--scope", options.scope, "Which rules run: posts, feeds or all")
      ->transform(CLI::CheckedTransformer(scopes).description(""));
  check.add_option("--select", options.select, "Run these rules only (comma-separated)")
      ->delimiter(',');
  check.add_option("--ignore", options.ignore, "Do not run these rules (comma-separated)")
      ->delimiter(',');
  check
      .add_option("--fail-on", options.fail_on,
                  "Lowest severity that makes the exit status 1: error, warning, note or never")
      ->transform(CLI::CheckedTransformer(levels).description(""));
  check.add_option("--stdin-filepath", options.stdin_filepath,
                   "Lint standard input as if it were this file");
  check.add_flag("--no-context", options.no_context,
                 "Feeds hold the checked files only, not their neighbours");
  check.add_option("--jobs", options.jobs, "Number of threads (default: one per core)")
      ->check(CLI::Range(1, 256));
  check.add_flag("--statistics", options.statistics, "Print the number of findings by rule");
  check.add_flag("--quiet", options.quiet, "No summary line; only warnings and errors");
  check.add_option("--color", options.color, "Colours: auto, always or never")
      ->transform(CLI::CheckedTransformer(colors).description(""));
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"soiree: a linter for blog posts and scheduled social posts. Be social.", "soiree"};
  app.set_version_flag("--version", std::string("soiree ") + SOIREE_VERSION);
  app.require_subcommand(1);

  CheckOptions options;
  CLI::App* check = app.add_subcommand("check", "Lint posts and schedules");
  add_check_options(*check, options);
  std::string rule;
  CLI::App* explain = app.add_subcommand("explain", "Print the manual page of a rule");
  explain->add_option("rule", rule, "Name of the rule")->required();
  CLI::App* rules = app.add_subcommand("rules", "List all rules");

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int code = app.exit(error);
    return code == 0 ? soiree::kExitClean : soiree::kExitFailure;
  }
  if (explain->parsed()) return soiree::explain_command(rule);
  if (rules->parsed()) return soiree::rules_command();
  return soiree::check_command(options, soiree::DiskFiles());
}
