#include <CLI/CLI.hpp>
#include <map>
#include <string>
#include <type_traits>

#include "linter/cli/check_command.h"
#include "linter/cli/rule_commands.h"
#include "linter/config/disk_files.h"

namespace {

using soiree::CheckOptions;

/// An option that takes one of a few words.
template <class Value>
void add_choice(CLI::App& app, const std::string& name, Value& value,
                const std::map<std::string, std::type_identity_t<Value>>& words,
                const std::string& description) {
  app.add_option_function<std::string>(
         name, [&value, words](const std::string& word) { value = words.at(word); }, description)
      ->check(CLI::Validator(
          [words](const std::string& word) {
            if (words.count(word) > 0) return std::string();
            std::string known;
            for (const auto& [each, unused] : words) known += (known.empty() ? "" : ", ") + each;
            return "there is no \"" + word + "\" here; use one of: " + known;
          },
          "WORD"));
}

void add_check_options(CLI::App& check, CheckOptions& options) {
  using soiree::ColorChoice;
  using soiree::FailOn;
  using soiree::OutputFormat;
  using soiree::ScopeChoice;
  check.add_option("paths", options.paths, "Files and directories to lint (default: .)");
  add_choice(check, "--format", options.format,
             {{"text", OutputFormat::text},
              {"json", OutputFormat::json},
              {"jsonl", OutputFormat::json_lines}},
             "How to print findings: text, json or jsonl");
  check.add_option("--output", options.output, "Write findings to this file");
  check.add_option("--config", options.config, "Use this configuration for every file");
  check.add_flag("--no-config", options.no_config, "Read no configuration");
  add_choice(
      check, "--scope", options.scope,
      {{"posts", ScopeChoice::posts}, {"feeds", ScopeChoice::feeds}, {"all", ScopeChoice::all}},
      "Which rules run: posts, feeds or all");
  check.add_option("--select", options.select, "Run these rules only (comma-separated)")
      ->delimiter(',')
      ->allow_extra_args(false);
  check.add_option("--ignore", options.ignore, "Do not run these rules (comma-separated)")
      ->delimiter(',')
      ->allow_extra_args(false);
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
  add_choice(check, "--color", options.color,
             {{"auto", ColorChoice::automatic},
              {"always", ColorChoice::always},
              {"never", ColorChoice::never}},
             "Colours: auto, always or never");
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
