#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>
#include <system_error>

#include "linter/cli/check_command.h"
#include "linter/cli/check_options.h"
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

/// Help as people read it: what an option takes, and not how the parser checks it.
class HelpFormatter : public CLI::Formatter {
 public:
  HelpFormatter() { column_width(28); }
  std::string make_option_opts(const CLI::Option* option) const override {
    if (option->get_type_size() == 0) return "";
    return " " + option->get_type_name() +
           (option->get_positional() && option->get_expected_max() > 1 ? "..." : "");
  }
};

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
  const auto commands = app.get_subcommands(nullptr);
  const bool command =
      argc > 1 && std::any_of(commands.begin(), commands.end(),
                              [&](const CLI::App* each) { return each->get_name() == argv[1]; });
  return "; `soiree " + (command ? argv[1] + std::string(" ") : "") + "--help` lists what there is";
}

int run_command(int argc, char** argv) {
  CLI::App app{"soiree: a linter for blog posts and scheduled social posts. Be social.", "soiree"};
  app.set_version_flag("--version", std::string("soiree ") + SOIREE_VERSION);
  app.require_subcommand(1);
  app.formatter(std::make_shared<HelpFormatter>());
  app.set_help_flag("-h,--help", "Print this text");
  app.get_option("--version")->description("Print the version");

  CheckOptions options;
  CLI::App* check = app.add_subcommand("check", "Lint posts and schedules");
  soiree::add_check_options(*check, options);
  std::string rule;
  CLI::App* explain =
      app.add_subcommand("explain", "Print a rule's page: what it finds, why, how to fix it");
  explain
      ->add_option("rule", rule,
                   "Name of the rule, as in `soiree rules`, or custom-rules: how to write your own")
      ->type_name("");
  CLI::App* rules =
      app.add_subcommand("rules", "List all rules, your own too, with scope and severity");
  CLI::App* init = app.add_subcommand(
      "init", "Write a .soiree.yaml with commented examples into this directory");
  std::string configured = ".";
  CLI::App* config = app.add_subcommand(
      "config", "Print the settings that hold for a file, and where each is set");
  config->add_option("path", configured, "File or directory (default: .)")->type_name("");
  std::string schema_name;
  CLI::App* schema = app.add_subcommand("schema", "Print a JSON Schema for editors and scripts");
  schema
      ->add_option("name", schema_name,
                   "config (.soiree.yaml), schedule (posts that need no configuration) or findings "
                   "(what --format json prints)")
      ->type_name("");
  std::string directory = ".";
  CLI::App* test_rules =
      app.add_subcommand("test-rules", "Run the examples of your own rules in .soiree/rules");
  test_rules->add_option("directory", directory, "A directory that the rules hold for (default: .)")
      ->type_name("");

  CLI::App* lsp = app.add_subcommand(
      "lsp", "Serve an editor (Language Server Protocol over standard input and output)");
  // Clients add it on their own.
  lsp->add_flag("--stdio")->description(
      "Speak over standard input and output, which is the only way there is");

  // Not before: commands would inherit it.
  app.footer("`soiree COMMAND --help` says more about one. Start with `soiree check`.");

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
