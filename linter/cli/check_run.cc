#include "linter/cli/check_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <utility>

#include "linter/cli/check_messages.h"
#include "linter/cli/checked_posts.h"
#include "linter/cli/fix_report.h"
#include "linter/cli/print_error.h"
#include "linter/cli/render.h"
#include "linter/cli/standard_streams.h"
#include "linter/cli/write_file.h"
#include "linter/config/paths.h"
#include "linter/output/github_summary.h"

namespace soiree {
namespace {

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

void count_severities(ReportView& view) {
  for (const LocatedFinding& found : view.findings) {
    const Severity severity = found.finding->severity;
    size_t& counter = severity == Severity::error     ? view.errors
                      : severity == Severity::warning ? view.warnings
                                                      : view.notes;
    ++counter;
  }
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

/// Writes the baseline that was asked for. True when that was possible.
bool save_baseline(const RunReach& reach, const ReportView& view, const FileAccess& files) {
  const CheckOptions& options = *reach.options;
  const Result<Baseline> baseline = make_baseline(options.write_baseline, reach, files, view);
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

/// True for what is wrong inside a file, not for a missing one or a wrong option.
bool has_place(const Error& error) { return error.place.end > 0; }

}  // namespace

bool fixes_input(const CheckOptions& options) {
  return options.fix && !options.stdin_filepath.empty();
}

CheckRun::CheckRun(const CheckOptions& options, const FileAccess& files, const RunPlan& plan,
                   ReportFilters filters)
    : options_(options),
      files_(files),
      plan_(plan),
      filters_(std::move(filters)),
      request_(plan.request()),
      reach_{&request_, &options, plan.directories()},
      texts_(plan.request().read_file) {
  add_errors(plan.config_errors());
  add_errors(plan.errors());
}

int CheckRun::run() {
  tell_skipped();
  if (refuse_output()) return kExitFailure;
  if (options_.fix || options_.fix_dry_run) {
    request_.read_file = [this](const std::string& path) { return texts_.read(path); };
  }
  if (options_.fix_dry_run) return dry_run();
  if (options_.fix) fix();
  lint();
  const bool written = options_.write_baseline.empty() ? print() : true;
  tell_rest(written);
  if (!errors_.empty() || !written) return kExitFailure;
  if (options_.write_baseline.empty()) return status();
  return save_baseline(reach_, view_, files_) ? kExitClean : kExitFailure;
}

void CheckRun::tell_skipped() const {
  if (options_.quiet) return;
  for (const SkippedArgument& skipped : plan_.skipped()) {
    say(options_, fmt::format("{}: skipped, {}", skipped.path, skipped.reason));
  }
}

bool CheckRun::refuse_output() const {
  const std::string post = replaced_post(request_, options_, files_);
  if (post.empty()) return false;
  say(options_, fmt::format("{}: --output would replace this post, which the same run checks; "
                            "write to another file",
                            post));
  return true;
}

int CheckRun::dry_run() {
  const LeftUnfixed left = fix_texts(texts_, reach_, filters_, files_);
  add_errors(left.unread);
  const int status = print_changes(texts_, options_, errors_, files_);
  say_fixes(texts_, left.held_back, options_);
  return status;
}

void CheckRun::fix() {
  held_back_ = fix_texts(texts_, reach_, filters_, files_).held_back;
  if (fixes_input(options_)) return;
  add_errors(texts_.write());
  filters_.follow_fixes(options_);
}

void CheckRun::lint() {
  result_ = soiree::run(request_);
  add_errors(result_.errors);
  view_ = make_view(request_, result_, options_.format, files_);
  for (const Error& error : errors_) view_.failures.push_back(failure_of(error, files_));
  filters_.apply(reach_, files_, view_);
  count_severities(view_);
}

bool CheckRun::print() {
  const bool written = write_report(render(view_, options_), texts_, options_);
  return write_job_summary(view_, options_) && written;
}

/// What is said beside the report.
void CheckRun::tell_rest(bool written) const {
  const bool fixes_kept = written || options_.stdin_filepath.empty();
  if (options_.fix && fixes_kept) say_fixes(texts_, held_back_, options_);
  say_nothing_read(request_, result_, options_);
  for (const Error& error : errors_) say(options_, error_text(error, files_));
  const std::vector<Error>& mistakes = plan_.config_errors();
  if (std::any_of(mistakes.begin(), mistakes.end(), has_place)) {
    say(options_, "the configuration has mistakes; what is right in it was used");
  }
}

int CheckRun::status() const {
  const bool fails =
      std::any_of(view_.findings.begin(), view_.findings.end(), [&](const LocatedFinding& found) {
        return reaches(found.finding->severity, options_.fail_on);
      });
  return fails ? kExitFindings : kExitClean;
}

void CheckRun::add_errors(const std::vector<Error>& errors) {
  errors_.insert(errors_.end(), errors.begin(), errors.end());
}

}  // namespace soiree
