#ifndef SOIREE_CLI_CHECK_COMMAND_H_
#define SOIREE_CLI_CHECK_COMMAND_H_

#include <optional>
#include <string>
#include <vector>

#include "linter/config/file_access.h"
#include "linter/lint/rule_info.h"

namespace soiree {

/// Exit codes of the program; scripts depend on them.
constexpr int kExitClean = 0;
constexpr int kExitFindings = 1;
constexpr int kExitFailure = 2;

enum class OutputFormat : uint8_t {
  text,
  json,
  json_lines,
  github,
  sarif,
  gitlab,
  junit,
  checkstyle,
  rdjsonl,
  markdown
};
enum class ColorChoice : uint8_t { automatic, always, never };
enum class FailOn : uint8_t { error, warning, note, never };
enum class ScopeChoice : uint8_t { posts, feeds, all };

/// What `soiree check` was asked to do.
struct CheckOptions {
  std::vector<std::string> paths;
  OutputFormat format = OutputFormat::text;
  std::string output;  ///< file to write to; empty for standard output
  std::string config;
  bool no_config = false;
  ScopeChoice scope = ScopeChoice::all;
  std::vector<std::string> select;
  std::vector<std::string> ignore;
  FailOn fail_on = FailOn::warning;
  std::string stdin_filepath;
  std::optional<std::string> diff;  ///< revision; only findings on lines changed since then
  std::string baseline;             ///< file with findings that are not told again
  std::string write_baseline;       ///< file to write all findings to instead of printing them
  bool fix = false;           ///< apply safe fixes to the files (standard input: print its text)
  bool unsafe_fixes = false;  ///< the unsafe ones, too
  bool fix_dry_run = false;   ///< print what `fix` would change as a diff and change nothing
  bool no_context = false;
  unsigned jobs = 0;  ///< 0: one per core
  bool statistics = false;
  bool quiet = false;
  ColorChoice color = ColorChoice::automatic;
};

/// Runs `soiree check`. Findings go to standard output (or `options.output`), errors to standard
/// error.
int check_command(const CheckOptions& options, const FileAccess& files);

}  // namespace soiree

#endif  // SOIREE_CLI_CHECK_COMMAND_H_
