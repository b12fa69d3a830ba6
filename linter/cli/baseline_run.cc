#include "linter/cli/baseline_run.h"

#include <fmt/format.h>

#include <unordered_map>
#include <utility>

#include "linter/config/paths.h"

namespace soiree {
namespace {

std::string directory_of(const std::string& path, const FileAccess& files) {
  return std::string(parent_directory(absolute_path(files.current_directory(), path)));
}

bool runs(const RunRequest& request, const FileJob& job, const std::string& id) {
  const ActiveRule* rule = job.ruleset->find(id);
  if (rule == nullptr) return false;
  const RuleScope scope = rule->info->scope;
  if (scope == RuleScope::post) return request.scopes.post_rules;
  return scope != RuleScope::feed || request.scopes.feed_rules;
}

Baseline::IsGone gone_on(const FileAccess& files, std::string directory) {
  return [&files, directory = std::move(directory)](const std::string& file) {
    const Result<FileStatus> status = files.status(join_path(directory, file));
    return status && status->kind == FileKind::missing;
  };
}

/// A file that was checked with the rule, or one that is gone.
Baseline::Covers covered_by(const RunRequest& request, const Baseline& baseline,
                            const ReportView& report, Baseline::IsGone is_gone) {
  std::unordered_map<std::string, const FileJob*> checked;
  for (const FileJob& job : request.files) {
    if (job.checked) checked.emplace(baseline.path_of(report, job.path), &job);
  }
  return [&request, checked = std::move(checked), is_gone = std::move(is_gone)](
             const std::string& file, const std::string& rule) {
    const auto job = checked.find(file);
    return job == checked.end() ? is_gone(file) : runs(request, *job->second, rule);
  };
}

}  // namespace

Result<Baseline> read_baseline(const std::string& path, const FileAccess& files) {
  const Result<FileStatus> status = files.status(path);
  if (status && status->kind == FileKind::missing) {
    return Error{fmt::format("there is no baseline; --write-baseline {} writes one", path), path};
  }
  const Result<std::string> text = files.read_file(path);
  if (!text) return text.error();
  return Baseline::read(*text, path, directory_of(path, files));
}

void apply_baseline(const Baseline& baseline, const std::string& path, const RunRequest& request,
                    const FileAccess& files, ReportView& report) {
  const Baseline::IsGone is_gone = gone_on(files, directory_of(path, files));
  baseline.apply(report, covered_by(request, baseline, report, is_gone), is_gone);
}

Result<Baseline> make_baseline(const std::string& path, const RunRequest& request,
                               const FileAccess& files, const ReportView& report) {
  const std::string directory = directory_of(path, files);
  Baseline baseline(directory);
  baseline.add(report);
  const Result<FileStatus> status = files.status(path);
  if (!status || status->kind != FileKind::file) return baseline;
  const Result<std::string> text = files.read_file(path);
  if (text && text->empty()) return baseline;
  const Result<Baseline> old = read_baseline(path, files);
  if (!old) return old.error();
  baseline.keep_uncovered(*old, covered_by(request, baseline, report, gone_on(files, directory)));
  return baseline;
}

}  // namespace soiree
