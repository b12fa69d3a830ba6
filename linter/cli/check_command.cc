#include "linter/cli/check_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <set>
#include <thread>
#include <utility>

#include "linter/cli/baseline_run.h"
#include "linter/cli/fix_run.h"
#include "linter/cli/git_changes.h"
#include "linter/cli/print_error.h"
#include "linter/cli/render.h"
#include "linter/cli/run_plan.h"
#include "linter/cli/standard_streams.h"
#include "linter/cli/write_file.h"
#include "linter/config/discovery.h"
#include "linter/config/paths.h"
#include "linter/output/github_format.h"
#include "linter/output/github_summary.h"
#include "linter/output/report_view.h"
#include "linter/output/unified_diff.h"

namespace soiree {
namespace {

/// Prints a line on standard error. GitHub looks for commands in there, too.
void say(const CheckOptions& options, const std::string& text) {
  const bool github = options.format == OutputFormat::github;
  print_message(github ? github_log_text(text) : text);
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

ReportView make_view(const RunRequest& request, const RunResult& result, OutputFormat format,
                     const FileAccess& files) {
  ReportView view;
  view.findings = locate(result.findings, result.paths, request.read_file);
  for (LocatedFinding& found : view.findings) {
    const Ruleset& ruleset = *request.files[found.finding->file].ruleset;
    const ActiveRule* rule = ruleset.find(found.finding->rule);
    if (rule != nullptr) found.rule = rule->info;
  }
  view.files = result.files;
  view.posts = result.posts;
  view.bytes = result.bytes;
  view.suppressed = result.silenced.size();
  view.current = files.current_directory();
  place_at_code_host(view, format);
  view.rule_pages = rule_pages();
  return view;
}

void count_severities(ReportView& view) {
  for (const LocatedFinding& found : view.findings) {
    const Severity severity = found.finding->severity;
    size_t& counter = severity == Severity::error     ? view.errors
                      : severity == Severity::warning ? view.warnings
                                                      : view.notes;
    ++counter;
  }
}

std::string cannot_write(const std::string& path) {
  return fmt::format(
      "cannot write {}; check that its directory exists, may be written to and has room", path);
}

/// GitHub Actions shows what is in this file beside the log.
bool write_job_summary(const ReportView& view, const CheckOptions& options) {
  const char* path = std::getenv("GITHUB_STEP_SUMMARY");
  if (options.format != OutputFormat::github || path == nullptr || *path == 0) return true;
  std::error_code error;
  const uintmax_t there = std::filesystem::file_size(path, error);  // of an earlier command
  const size_t room = kMostSummary - std::min<uintmax_t>(error ? 0 : there, kMostSummary);
  if (append_to_file(path, format_github_summary(view, room))) return true;
  say(options, cannot_write(path));
  return false;
}

/// Standard output belongs to the text then.
bool fixes_input(const CheckOptions& options) {
  return options.fix && !options.stdin_filepath.empty();
}

/// The report moves aside where standard output belongs to a text.
bool write_report(const std::string& text, FixedTexts& texts, const CheckOptions& options) {
  const bool fixed_input = fixes_input(options);
  if (fixed_input) {
    const Result<std::string> fixed = texts.read(tidy_path(options.stdin_filepath));
    if (fixed && !write_output(*fixed)) return false;
  }
  if (options.output.empty() && !fixed_input) return write_output(text);
  if (options.output.empty()) {
    return std::fwrite(text.data(), 1, text.size(), stderr) == text.size();
  }
  if (write_file(options.output, text)) return true;
  say(options, cannot_write(options.output));
  return false;
}

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

/// After a fix another one may apply, in a list of suppressions say; more rounds than these are two
/// rules that undo each other.
constexpr size_t kMostFixRounds = 10;

/// What the options leave out of a report, read before anything is linted.
struct Filters {
  std::optional<GitChanges> changes;
  std::optional<Baseline> baseline;
};

Result<Filters> read_filters(const CheckOptions& options, const FileAccess& files) {
  Filters filters;
  if (options.diff) {
    Result<GitChanges> changes = GitChanges::since(*options.diff);
    if (!changes) return changes.error();
    filters.changes = std::move(*changes);
  }
  if (!options.baseline.empty()) {
    Result<Baseline> baseline = read_baseline(options.baseline, files);
    if (!baseline) return baseline.error();
    filters.baseline = std::move(*baseline);
  }
  return filters;
}

/// Takes out of the report what the options leave out.
void filter(ReportView& view, const RunRequest& request, const CheckOptions& options,
            const Filters& filters, const FileAccess& files) {
  if (filters.baseline) apply_baseline(*filters.baseline, options.baseline, request, files, view);
  if (filters.changes) {
    std::erase_if(view.findings,
                  [&](const LocatedFinding& found) { return !filters.changes->concern(found); });
  }
}

/// The fixes that the findings have may all change the meaning.
bool only_unsafe_fixes(const Finding& finding) {
  return !finding.fixes.empty() &&
         std::all_of(finding.fixes.begin(), finding.fixes.end(),
                     [](const Fix& fix) { return fix.safety == FixSafety::unsafe; });
}

/// What fixing leaves.
struct LeftUnfixed {
  size_t held_back = 0;       ///< findings that only have fixes that were not asked for
  std::vector<Error> unread;  ///< files that could not be read
};

/// Fixes in memory what would be told. With --diff once: git's lines are those of the first text.
LeftUnfixed fix_texts(FixedTexts& texts, const RunRequest& request, const CheckOptions& options,
                      const Filters& filters, const FileAccess& files) {
  LeftUnfixed left;
  const auto lint = [&](const RunRequest& wanted) {
    const RunResult result = run(wanted);
    left.unread = result.errors;
    ReportView view = make_view(wanted, result, options.format, files);
    filter(view, wanted, options, filters, files);
    std::vector<Finding> findings;
    for (const LocatedFinding& found : view.findings) findings.push_back(*found.finding);
    const auto unsafe = std::count_if(findings.begin(), findings.end(), only_unsafe_fixes);
    left.held_back = options.unsafe_fixes ? 0 : static_cast<size_t>(unsafe);
    return findings;
  };
  texts.fix_all(request, lint, options.unsafe_fixes, options.diff ? 1 : kMostFixRounds);
  return left;
}

/// Prints what --fix would do. The exit code tells whether it would do anything.
int print_changes(const FixedTexts& texts, const CheckOptions& options,
                  const std::vector<Error>& errors, const FileAccess& files) {
  std::string text;
  for (const auto& [path, change] : texts.changes()) {
    text += unified_diff(path, change.before, change.after);
  }
  const bool to_file = !options.output.empty();
  const bool written = to_file ? write_file(options.output, text) : write_output(text);
  if (to_file && !written) say(options, cannot_write(options.output));
  for (const Error& error : errors) say(options, error_text(error, files));
  if (!written || !errors.empty()) return kExitFailure;
  return text.empty() ? kExitClean : kExitFindings;
}

/// What was fixed, and what could be: `held_back` findings have only fixes that are not safe. A dry
/// run shows what it would fix.
void say_fixes(const FixedTexts& texts, size_t held_back, const CheckOptions& options) {
  if (options.quiet) return;
  size_t fixes = 0;
  const auto changes = texts.changes();
  for (const auto& [path, change] : changes) fixes += change.fixes;
  std::string text;
  if (fixes > 0 && options.fix) {
    text =
        fmt::format("fixed {} in {}", counted(fixes, "finding"), counted(changes.size(), "file"));
  }
  if (held_back > 0) {
    text += text.empty() ? "" : "; ";
    text += fixes > 0 ? fmt::format("{} more with --unsafe-fixes", held_back)
                      : fmt::format("no safe fix; --unsafe-fixes would fix {}",
                                    counted(held_back, "finding"));
  }
  if (!text.empty()) say(options, text);
}

/// Writes the baseline that was asked for. True when that was possible.
bool save_baseline(const RunRequest& request, const ReportView& view, const CheckOptions& options,
                   const FileAccess& files) {
  const Result<Baseline> baseline = make_baseline(options.write_baseline, request, files, view);
  if (!baseline) {
    say(options, error_text(baseline.error(), files));
    return false;
  }
  if (!write_file(options.write_baseline, baseline->text())) {
    say(options, cannot_write(options.write_baseline));
    return false;
  }
  if (!options.quiet) {
    say(options, fmt::format("wrote {} to {}", counted(baseline->size(), "finding"),
                             options.write_baseline));
  }
  return true;
}

/// A schedule is told by its content, so a file that was meant as one is passed over in silence
/// when it looks like anything else. Who names files and gets nothing is told, once; a hook that
/// passes changed files by name beside posts is not.
void say_nothing_read(const RunRequest& request, const RunResult& result,
                      const CheckOptions& options) {
  const bool to_people = options.format == OutputFormat::text && options.output.empty();
  if (options.quiet || !to_people || result.posts > 0) return;
  if (!result.findings.empty() || !result.errors.empty()) return;  // they say why
  std::set<std::string> arguments;
  for (const std::string& path : options.paths) arguments.insert(tidy_path(path));
  std::vector<std::string_view> named;
  for (const FileJob& job : request.files) {
    const auto kind = content_kind(job.path);
    const bool data = kind == ContentKind::yaml || kind == ContentKind::json;
    if (job.checked && data && arguments.contains(job.path)) named.push_back(job.path);
  }
  if (named.empty()) return;
  say(options,
      fmt::format(
          "{}{} not read as a schedule; `soiree schema schedule` has the keys that make one, "
          "and `schedules` in {} can name others",
          named.front(),
          named.size() == 1 ? std::string(" is")
                            : fmt::format(" and {} more are", named.size() - 1),
          kConfigName));
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
  const Result<Filters> filters = read_filters(options, files);
  if (!filters) return refuse(filters.error(), options, files);
  ConfigCache configs(files, rule_table(),
                      {options.select, options.ignore, options.config, options.no_config});
  const Result<PlanOptions> plan_of = plan_options(options);
  if (!plan_of) return refuse(plan_of.error(), options, files);
  const RunPlan plan(files, configs, *plan_of);
  std::vector<Error> errors = plan.config_errors();
  const bool bad_configuration = std::any_of(errors.begin(), errors.end(), [](const Error& error) {
    return error.place.end > 0;  // something inside a file, not a missing one or a wrong option
  });
  errors.insert(errors.end(), plan.errors().begin(), plan.errors().end());
  for (const SkippedArgument& skipped : plan.skipped()) {
    if (!options.quiet) {
      say(options, fmt::format("{}: skipped, {}", skipped.path, skipped.reason));
    }
  }
  RunRequest request = plan.request();
  FixedTexts texts(plan.request().read_file);
  Filters current = *filters;
  size_t held_back = 0;
  if (options.fix || options.fix_dry_run) {
    request.read_file = [&texts](const std::string& path) { return texts.read(path); };
    const LeftUnfixed left = fix_texts(texts, request, options, current, files);
    held_back = left.held_back;
    if (options.fix_dry_run) {
      errors.insert(errors.end(), left.unread.begin(), left.unread.end());
      const int status = print_changes(texts, options, errors, files);
      say_fixes(texts, held_back, options);
      return status;
    }
    if (options.stdin_filepath.empty()) {
      const std::vector<Error> unwritten = texts.write();
      errors.insert(errors.end(), unwritten.begin(), unwritten.end());
      if (options.diff) {  // the fixes have moved lines
        Result<GitChanges> changes = GitChanges::since(*options.diff);
        if (changes) current.changes = std::move(*changes);
      }
    }
  }
  const RunResult result = run(request);
  errors.insert(errors.end(), result.errors.begin(), result.errors.end());
  ReportView view = make_view(request, result, options.format, files);
  for (const Error& error : errors) view.failures.push_back(failure_of(error, files));
  filter(view, request, options, current, files);
  count_severities(view);
  bool written = true;
  if (options.write_baseline.empty()) {
    written = write_report(render(view, options), texts, options);
    written = write_job_summary(view, options) && written;
  }
  const bool fixes_kept = written || options.stdin_filepath.empty();
  if (options.fix && fixes_kept) say_fixes(texts, held_back, options);
  say_nothing_read(request, result, options);
  for (const Error& error : errors) say(options, error_text(error, files));
  if (bad_configuration) {
    say(options, "the configuration has mistakes; what is right in it was used");
  }
  if (!errors.empty() || !written) return kExitFailure;
  if (!options.write_baseline.empty()) {
    return save_baseline(request, view, options, files) ? kExitClean : kExitFailure;
  }
  const bool fails =
      std::any_of(view.findings.begin(), view.findings.end(), [&](const LocatedFinding& found) {
        return reaches(found.finding->severity, options.fail_on);
      });
  return fails ? kExitFindings : kExitClean;
}

}  // namespace soiree
