#include "linter/cli/check_options.h"

#include <CLI/CLI.hpp>
#include <map>
#include <string>
#include <type_traits>
#include <vector>

namespace soiree {
namespace {

/// An option that takes one of a few words.
template <class Value>
CLI::Option* add_choice(CLI::App& app, const std::string& name, Value& value,
                        const std::map<std::string, std::type_identity_t<Value>>& words,
                        const std::string& description) {
  return app
      .add_option_function<std::string>(
          name, [&value, words](const std::string& word) { value = words.at(word); }, description)
      ->type_name("WORD")
      ->check(CLI::Validator(
          [words](const std::string& word) {
            if (words.count(word) > 0) return std::string();
            std::string known;
            for (const auto& [each, unused] : words) known += (known.empty() ? "" : ", ") + each;
            return "there is no \"" + word + "\" here; use one of: " + known;
          },
          ""));
}

/// Names of rules; a blank after a comma is none of a name.
void add_rule_names(CLI::App& app, const std::string& name, std::vector<std::string>& rules,
                    const std::string& description, const std::string& group) {
  app.add_option(name, rules, description)
      ->delimiter(',')
      ->allow_extra_args(false)
      ->transform(CLI::Validator(
          [](std::string& rule) {
            CLI::detail::trim(rule);
            return std::string();
          },
          ""))
      ->type_name("RULES")
      ->group(group);
}

void add_output_options(CLI::App& check, CheckOptions& options) {
  const std::string group = "Output";
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
             "rdjsonl or markdown (default: text)")
      ->group(group);
  check.add_option("--output", options.output, "Write findings to this file")
      ->type_name("FILE")
      ->group(group);
  add_choice(check, "--fail-on", options.fail_on,
             {{"error", FailOn::error},
              {"warning", FailOn::warning},
              {"note", FailOn::note},
              {"never", FailOn::never}},
             "Lowest severity that makes the exit status 1: error, warning, note or never "
             "(default: warning)")
      ->group(group);
  check
      .add_flag("--statistics", options.statistics,
                "Print how many findings each rule has instead (format text only)")
      ->group(group);
  check.add_flag("--quiet", options.quiet, "No summary line, no remarks on skipped paths")
      ->group(group);
  add_choice(check, "--color", options.color,
             {{"auto", ColorChoice::automatic},
              {"always", ColorChoice::always},
              {"never", ColorChoice::never}},
             "Colours: auto (on terminals), always or never")
      ->group(group);
}

void add_rule_options(CLI::App& check, CheckOptions& options) {
  const std::string group = "Rules and configuration";
  add_rule_names(check, "--select", options.select, "Run only these rules, comma-separated", group);
  add_rule_names(check, "--ignore", options.ignore, "Do not run these rules, comma-separated",
                 group);
  add_choice(
      check, "--scope", options.scope,
      {{"posts", ScopeChoice::posts}, {"feeds", ScopeChoice::feeds}, {"all", ScopeChoice::all}},
      "Which rules run: those about a post and its file (posts), those across posts (feeds), or "
      "all")
      ->group(group);
  check
      .add_flag("--no-context", options.no_context,
                "Do not read other posts of the feeds that the files belong to")
      ->group(group);
  check.add_option("--config", options.config, "Use this configuration for every file")
      ->type_name("FILE")
      ->group(group);
  check.add_flag("--no-config", options.no_config, "Read no configuration")
      ->excludes("--config")
      ->group(group);
}

void add_filter_options(CLI::App& check, CheckOptions& options) {
  const std::string group = "What counts";
  check
      .add_option("--diff", options.diff,
                  "Only findings on lines changed since this git revision; with three dots, as in "
                  "main..., since HEAD left it")
      ->type_name("REVISION")
      ->group(group);
  check
      .add_option("--write-baseline", options.write_baseline,
                  "Write all findings to this file instead of printing them")
      ->excludes("--diff")
      ->type_name("FILE")
      ->group(group);
  check
      .add_option("--baseline", options.baseline,
                  "Leave out the findings that --write-baseline wrote to this file")
      ->excludes("--write-baseline")
      ->type_name("FILE")
      ->group(group);
}

void add_fix_options(CLI::App& check, CheckOptions& options) {
  const std::string group = "Fixes";
  check.add_flag("--fix", options.fix, "Apply safe fixes to the files, then tell what remains")
      ->excludes("--write-baseline")
      ->group(group);
  check
      .add_flag("--fix-dry-run", options.fix_dry_run,
                "Print what --fix would change as a diff, and change nothing; the exit status is 1 "
                "when there is a diff")
      ->excludes("--fix")
      ->excludes("--write-baseline")
      ->group(group);
  check
      .add_flag("--unsafe-fixes", options.unsafe_fixes,
                "With --fix or --fix-dry-run: also fixes that may change the meaning")
      ->group(group);
}

}  // namespace

void add_check_options(CLI::App& check, CheckOptions& options) {
  check.add_option("paths", options.paths, "Files and directories to lint (default: .)")
      ->type_name("");
  check
      .add_option("--stdin-filepath", options.stdin_filepath,
                  "Lint standard input as if it were this file")
      ->type_name("FILE")
      ->check(CLI::Validator(
          [](const std::string& path) {
            return path.empty() ? std::string("needs the name of a file") : std::string();
          },
          ""));
  check.add_option("--jobs", options.jobs, "Number of threads (default: one per core)")
      ->check(CLI::Range(1, 256).description(""))
      ->type_name("N");
  add_output_options(check, options);
  add_rule_options(check, options);
  add_filter_options(check, options);
  add_fix_options(check, options);
  check.get_option("--diff")->excludes("--stdin-filepath");
  check.footer(
      "Exit status: 0 when nothing is found that --fail-on counts, 1 when something is, 2 when not "
      "everything could be checked.");
}

}  // namespace soiree
