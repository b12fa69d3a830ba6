#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

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

std::vector<std::string_view> command_names(const CLI::App& app) {
  std::vector<std::string_view> names;
  for (const CLI::App* command : app.get_subcommands(nullptr)) names.push_back(command->get_name());
  return names;
}

bool is_command(std::string_view argument, const CLI::App& app) {
  const std::vector<std::string_view> names = command_names(app);
  return std::find(names.begin(), names.end(), argument) != names.end();
}

/// For an argument that stands where a command should and is none.
std::string no_command(const std::string& argument, const CLI::App& app) {
  std::string message = "there is no command `" + argument + "`";
  std::error_code error;
  if (const auto near = soiree::closest_word(argument, command_names(app))) {
    return message + "; did you mean `" + std::string(*near) + "`?";
  }
  if (std::filesystem::exists(argument, error)) {
    return message + "; to lint that, run `soiree check " + argument + "`";
  }
  return message + "; `soiree --help` lists them";
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
  for (const CLI::App* command : app.get_subcommands(nullptr)) collect(*command);
  const std::vector<std::string_view> known(names.begin(), names.end());
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument(argv[i]);
    const std::string_view name = argument.substr(0, argument.find('='));
    const bool expected = std::find(known.begin(), known.end(), name) != known.end();
    if (expected || !name.starts_with("--")) continue;
    if (const auto word = soiree::closest_word(name, known)) {
      return "; did you mean `" + std::string(*word) + "`?";
    }
  }
  const bool command = argc > 1 && is_command(argv[1], app);
  return "; `soiree " + (command ? argv[1] + std::string(" ") : "") + "--help` lists what there is";
}

/// Tells what is wrong with the arguments, and what to do.
std::string usage_message(const CLI::ParseError& error, const CLI::App& app, int argc,
                          char** argv) {
  const std::string first = argc > 1 ? argv[1] : "";
  if (!first.empty() && first[0] != '-' && !is_command(first, app)) return no_command(first, app);
  std::string message = error.what();
  if (message.ends_with('.')) message.pop_back();
  const bool missing = dynamic_cast<const CLI::RequiredError*>(&error) != nullptr;
  const bool unexpected = dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr;
  if (missing) message = "give a command, such as `soiree check`";
  return message + (missing || unexpected ? hint(app, argc, argv) : "");
}

/// `help COMMAND` as the parser knows it: `COMMAND --help`.
std::vector<std::string> without_help_command(int argc, char** argv) {
  std::vector<std::string> arguments(argv + std::min(argc, 1), argv + argc);
  if (!arguments.empty() && arguments[0] == "help") {
    arguments.erase(arguments.begin());
    arguments.emplace_back("--help");
  }
  std::reverse(arguments.begin(), arguments.end());  // as CLI11 takes them
  return arguments;
}

/// The parser, and what the arguments of the commands are read into.
class Program {
 public:
  Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  int run(int argc, char** argv);

 private:
  CLI::App* add(const std::string& name, const std::string& description) {
    return app_.add_subcommand(name, description);
  }
  int refuse(const CLI::ParseError& error, int argc, char** argv) const;
  int run_command() const;

  CLI::App app_{"soiree: a linter for blog posts and scheduled social posts. Be social.", "soiree"};
  CheckOptions options_;
  std::string rule_;
  std::string configured_ = ".";
  std::string schema_;
  std::string rules_directory_ = ".";
};

Program::Program() {
  app_.set_version_flag("--version", std::string("soiree ") + SOIREE_VERSION);
  app_.require_subcommand(1);
  app_.formatter(std::make_shared<HelpFormatter>());
  app_.set_help_flag("-h,--help", "Print this text");
  app_.get_option("--version")->description("Print the version");

  soiree::add_check_options(*add("check", "Lint posts and schedules"), options_);
  add("explain", "Print a rule's page: what it finds, why, how to fix it")
      ->add_option("rule", rule_,
                   "Name of the rule, as in `soiree rules`, or custom-rules: how to write your own")
      ->type_name("");
  add("rules", "List all rules, your own too, with scope and severity");
  add("init", "Write a .soiree.yaml with commented examples into this directory");
  add("config", "Print the settings that hold for a file, where each is set, and what ignores it")
      ->add_option("path", configured_, "File or directory (default: .)")
      ->type_name("");
  add("schema", "Print a JSON Schema for editors and scripts")
      ->add_option("name", schema_,
                   "config (.soiree.yaml), schedule (posts that need no configuration) or findings "
                   "(what --format json prints)")
      ->type_name("");
  add("test-rules", "Run the examples of your own rules in .soiree/rules")
      ->add_option("directory", rules_directory_,
                   "A directory that the rules hold for (default: .)")
      ->type_name("");
  // Clients add the option on their own.
  add("lsp", "Serve an editor (Language Server Protocol over standard input and output)")
      ->add_flag("--stdio")
      ->description("Speak over standard input and output, which is the only way there is");
  add("help", "Print this text, or that of a command: soiree help check");

  // Not before: commands would inherit it.
  app_.footer("`soiree COMMAND --help` says more about one. Start with `soiree check`.");
}

int Program::run(int argc, char** argv) {
  try {
    app_.parse(without_help_command(argc, argv));
  } catch (const CLI::ParseError& error) {
    return refuse(error, argc, argv);
  }
  return run_command();
}

int Program::refuse(const CLI::ParseError& error, int argc, char** argv) const {
  const bool about_nothing = argc > 2 && argv[1] == std::string_view("help") && argv[2][0] != '-' &&
                             !is_command(argv[2], app_);
  if (about_nothing) {
    soiree::print_message(no_command(argv[2], app_));
    return soiree::kExitFailure;
  }
  if (error.get_exit_code() == 0) return app_.exit(error);  // --help and --version
  soiree::print_message(usage_message(error, app_, argc, argv));
  return soiree::kExitFailure;
}

int Program::run_command() const {
  const soiree::DiskFiles files;
  const std::string& command = app_.get_subcommands()[0]->get_name();
  if (command == "explain") return soiree::explain_command(rule_, files);
  if (command == "rules") return soiree::rules_command(files);
  if (command == "init") return soiree::init_command(files);
  if (command == "config") return soiree::config_command(configured_, files);
  if (command == "schema") return soiree::schema_command(schema_, files);
  if (command == "lsp") return soiree::lsp_command();
  if (command == "test-rules") return soiree::test_rules_command(rules_directory_, files);
  return soiree::check_command(options_, files);
}

}  // namespace

int main(int argc, char** argv) {
  soiree::keep_standard_streams();
  try {
    return soiree::finish_output(Program().run(argc, argv));
  } catch (const std::system_error& error) {
    if (std::ferror(stdout) != 0) {  // of fmt::print
      soiree::output_failed(error.code().value());
    } else {
      soiree::print_message(
          fmt::format("the system refused what is needed ({}); end other programs or raise their "
                      "limits (ulimit -a)",
                      error.what()));
    }
    return soiree::kExitFailure;
  }
}
