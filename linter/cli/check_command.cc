#include "linter/cli/check_command.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <thread>

#include "linter/cli/print_error.h"
#include "linter/cli/run_plan.h"
#include "linter/output/json_format.h"
#include "linter/output/report_view.h"
#include "linter/output/text_format.h"

namespace soiree {
namespace {

std::string read_standard_input() {
  std::string text;
  char buffer[65536];
  size_t size = 0;
  while ((size = fread(buffer, 1, sizeof(buffer), stdin)) > 0) text.append(buffer, size);
  return text;
}

bool use_color(ColorChoice choice, bool to_file) {
  if (choice != ColorChoice::automatic) return choice == ColorChoice::always;
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  const bool dumb = terminal != nullptr && std::string_view(terminal) == "dumb";
  return !to_file && isatty(STDOUT_FILENO) == 1 && (no_color == nullptr || *no_color == 0) && !dumb;
}

bool reaches(Severity severity, FailOn level) {
  switch (level) {
    case FailOn::error:
      return severity == Severity::error;
    case FailOn::warning:
      return severity != Severity::note;
    case FailOn::note:
      return true;
    case FailOn::never:
      return false;
  }
  return true;
}

ReportView make_view(const RunResult& result, const SourceReader& read) {
  ReportView view;
  view.findings = locate(result.findings, result.paths, read);
  view.files = result.files;
  view.posts = result.posts;
  view.bytes = result.bytes;
  view.suppressed = result.suppressed;
  for (const Finding& finding : result.findings) {
    size_t& counter = finding.severity == Severity::error     ? view.errors
                      : finding.severity == Severity::warning ? view.warnings
                                                              : view.notes;
    ++counter;
  }
  return view;
}

std::string statistics(const ReportView& view) {
  std::map<std::string_view, size_t> counts;
  for (const LocatedFinding& found : view.findings) ++counts[found.finding->rule];
  std::vector<std::pair<size_t, std::string_view>> sorted;
  sorted.reserve(counts.size());
  for (const auto& [rule, count] : counts) sorted.emplace_back(count, rule);
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  std::string text;
  for (const auto& [count, rule] : sorted) text += fmt::format("{:6} {}\n", count, rule);
  return text;
}

std::string render(const ReportView& view, const CheckOptions& options) {
  switch (options.format) {
    case OutputFormat::json:
      return format_json(view);
    case OutputFormat::json_lines:
      return format_json_lines(view);
    case OutputFormat::text:
      break;
  }
  const TextStyle style{use_color(options.color, !options.output.empty()), !options.quiet};
  if (options.statistics) return statistics(view);
  return format_text(view, style);
}

/// Writes to what is no regular file (a device, a pipe): it cannot be replaced.
bool write_through(const std::string& path, std::string_view text) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) return false;
  const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  return std::fclose(file) == 0 && written;
}

/// Writes a file whole or not at all: a temporary neighbour first, then a rename. Symbolic links
/// are followed.
bool write_file(const std::string& name, std::string_view text) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(name, error);
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) {
    return write_through(name, text);
  }
  const std::filesystem::path real = std::filesystem::canonical(name, error);
  const std::string path = error ? name : real.string();
  const std::string temporary = fmt::format("{}.{}.tmp", path, getpid());
  std::FILE* file = std::fopen(temporary.c_str(), "wb");
  if (file == nullptr) return false;
  const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  const bool closed = std::fclose(file) == 0;
  if (written && closed && std::rename(temporary.c_str(), path.c_str()) == 0) return true;
  std::remove(temporary.c_str());
  return false;
}

bool write_report(const std::string& text, const CheckOptions& options) {
  if (options.output.empty()) {
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
    return std::fflush(stdout) == 0 && written;
  }
  if (write_file(options.output, text)) return true;
  fmt::print(
      stderr,
      "soiree: cannot write {}; check that its directory exists, may be written to and has room\n",
      options.output);
  return false;
}

PlanOptions plan_options(const CheckOptions& options) {
  PlanOptions plan;
  plan.paths = options.paths;
  plan.stdin_filepath = options.stdin_filepath;
  if (!plan.stdin_filepath.empty()) {
    plan.stdin_text = read_standard_input();
  } else if (plan.paths.empty()) {
    plan.paths.emplace_back(".");
  }
  plan.context = !options.no_context;
  plan.scopes.post_rules = options.scope != ScopeChoice::feeds;
  plan.scopes.feed_rules = options.scope != ScopeChoice::posts;
  plan.threads =
      options.jobs > 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
  return plan;
}

}  // namespace

int check_command(const CheckOptions& options, const FileAccess& files) {
  ConfigCache configs(files, rule_table(),
                      {options.select, options.ignore, options.config, options.no_config});
  const PlanOptions plan_of = plan_options(options);
  const RunPlan plan(files, configs, plan_of);
  std::vector<Error> errors = plan.config_errors();
  const bool bad_configuration = std::any_of(errors.begin(), errors.end(), [](const Error& error) {
    return error.place.end > 0;  // something inside a file, not a missing one or a wrong option
  });
  errors.insert(errors.end(), plan.errors().begin(), plan.errors().end());
  for (const SkippedArgument& skipped : plan.skipped()) {
    if (!options.quiet) {
      fmt::print(stderr, "soiree: {}: skipped, {}\n", skipped.path, skipped.reason);
    }
  }
  const RunResult result = run(plan.request());
  errors.insert(errors.end(), result.errors.begin(), result.errors.end());
  const ReportView view = make_view(result, plan.request().read_file);
  const bool written = write_report(render(view, options), options);
  for (const Error& error : errors) print_error(error, files);
  if (bad_configuration) {
    fmt::print(stderr, "soiree: the configuration has mistakes; what is right in it was used\n");
  }
  if (!errors.empty() || !written) return kExitFailure;
  const bool fails = std::any_of(
      result.findings.begin(), result.findings.end(),
      [&](const Finding& finding) { return reaches(finding.severity, options.fail_on); });
  return fails ? kExitFindings : kExitClean;
}

}  // namespace soiree
