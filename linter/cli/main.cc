#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <string>
#include <system_error>
#include <type_traits>

#include "linter/cli/check_command.h"
#include "linter/cli/config_command.h"
#include "linter/cli/init_command.h"
#include "linter/cli/lsp_command.h"
#include "linter/cli/rule_commands.h"
#include "linter/cli/standard_streams.h"
#include "linter/cli/test_rules_command.h"
#include "linter/config/disk_files.h"
#include "linter/text/suggest.h"

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
              {"jsonl", OutputFormat::json_lines},
              {"github", OutputFormat::github},
              {"sarif", OutputFormat::sarif},
              {"gitlab", OutputFormat::gitlab},
              {"junit", OutputFormat::junit},
              {"checkstyle", OutputFormat::checkstyle},
              {"rdjsonl", OutputFormat::rdjsonl},
              {"markdown", OutputFormat::markdown}},
             "How to print findings: text, json, jsonl, github, sarif, gitlab, junit, checkstyle, "
             "rdjsonl or markdown");
  check.add_option("--output", options.output, "Write findings to this file");
  check.add_option("--config", options.config, "Use this configuration for every file");
  check.add_flag("--no-config", options.no_config, "Read no configuration")->excludes("--config");
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
  add_choice(check, "--fail-on", options.fail_on,
             {{"error", FailOn::error},
              {"warning", FailOn::warning},
              {"note", FailOn::note},
              {"never", FailOn::never}},
             "Lowest severity that makes the exit status 1: error, warning, note or never");
  check.add_option("--stdin-filepath", options.stdin_filepath,
                   "Lint standard input as if it were this file");
  check.get_option("--stdin-filepath")
      ->check(CLI::Validator(
          [](const std::string& path) {
            return path.empty() ? std::string("needs the name of a file") : std::string();
          },
          "PATH"));
  check
      .add_option("--diff", options.diff,
                  "Only findings on lines changed since this git revision (main... : since HEAD "
                  "left main)")
      ->excludes("--stdin-filepath");
  check.add_option("--baseline", options.baseline, "Do not tell the findings in this file again");
  check
      .add_option("--write-baseline", options.write_baseline,
                  "Write all findings to this file, for --baseline, instead of printing them")
      ->excludes("--baseline")
      ->excludes("--diff");
  check.add_flag("--fix", options.fix, "Apply safe fixes to the files; tell what remains")
      ->excludes("--write-baseline");
  check.add_flag("--unsafe-fixes", options.unsafe_fixes,
                 "With --fix or --fix-dry-run: apply fixes that may change the meaning, too");
  check
      .add_flag("--fix-dry-run", options.fix_dry_run,
                "Print what --fix would change as a diff and change nothing")
      ->excludes("--fix")
      ->excludes("--write-baseline");
  check.add_flag("--no-context", options.no_context,
                 "Feeds hold the checked files only, not their neighbours");
  check.add_option("--jobs", options.jobs, "Number of threads (default: one per core)")
      ->check(CLI::Range(1, 256));
  check.add_flag("--statistics", options.statistics, "Print the number of findings by rule");
  check.add_flag("--quiet", options.quiet,
                 "Findings only: no summary line, no remarks on skipped paths");
  add_choice(check, "--color", options.color,
             {{"auto", ColorChoice::automatic},
              {"always", ColorChoice::always},
              {"never", ColorChoice::never}},
             "Colours: auto, always or never");
}

/// The option that was probably meant, for an argument nobody expects.
std::string hint(const CLI::App& app, int argc, char** argv) {
  std::vector<std::string> names;
  const auto collect = [&](const CLI::App& from) {
    for (const CLI::Option* option : from.get_options()) {
      for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
  };
  collect(app);
  for (const CLI::App* command : app.get_subcommands(nullptr)) {
    collect(*command);
    names.push_back(command->get_name());
  }
  const std::vector<std::string_view> known(names.begin(), names.end());
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument(argv[i]);
    const std::string_view name = argument.substr(0, argument.find('='));
    const bool expected = std::find(known.begin(), known.end(), name) != known.end();
    if (expected || (i > 1 && !name.starts_with("--"))) continue;
    if (const auto word = soiree::closest_word(name, known)) {
      return "; did you mean `" + std::string(*word) + "`?";
    }
  }
  return "; `soiree --help` lists what there is";
}

int run_command(int argc, char** argv) {
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
  CLI::App* init = app.add_subcommand("init", "Write a .soiree.yaml to start from");
  std::string configured = ".";
  CLI::App* config = app.add_subcommand(
      "config", "Print the settings that hold for a file, and where they are set");
  config->add_option("path", configured, "File or directory (default: .)");
  std::string schema_name;
  CLI::App* schema = app.add_subcommand("schema", "Print a JSON Schema for editors and scripts");
  schema->add_option("name", schema_name, "config, schedule or findings")->required();
  std::string directory = ".";
  CLI::App* test_rules =
      app.add_subcommand("test-rules", "Run the examples of your own rules in .soiree/rules");
  test_rules->add_option("directory", directory, "Where the rules hold (default: .)");

  CLI::App* lsp =
      app.add_subcommand("lsp", "Serve an editor (Language Server Protocol over stdio)");
  // Clients add it on their own.
  lsp->add_flag("--stdio")->description(
      "Speak over standard input and output, which is the only way there is");

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);  // --help and --version
    std::string message = error.what();
    if (message.ends_with('.')) message.pop_back();
    const bool unexpected = dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr ||
                            dynamic_cast<const CLI::RequiredError*>(&error) != nullptr;
    soiree::print_message(message + (unexpected ? hint(app, argc, argv) : ""));
    return soiree::kExitFailure;
  }
  const soiree::DiskFiles files;
  if (explain->parsed()) return soiree::explain_command(rule, files);
  if (rules->parsed()) return soiree::rules_command(files);
  if (init->parsed()) return soiree::init_command(files);
  if (config->parsed()) return soiree::config_command(configured, files);
  if (schema->parsed()) return soiree::schema_command(schema_name, files);
  if (lsp->parsed()) return soiree::lsp_command();
  if (test_rules->parsed()) return soiree::test_rules_command(directory, files);
  return soiree::check_command(options, files);
}

}  // namespace

int main(int argc, char** argv) {
  soiree::keep_standard_streams();
  try {
    return soiree::finish_output(run_command(argc, argv));
  } catch (const std::system_error& error) {  // of fmt::print
    soiree::output_failed(error.code().value());
    return soiree::kExitFailure;
  }
}
