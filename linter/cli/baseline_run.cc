#include "linter/cli/baseline_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <unordered_map>
#include <utility>

#include "linter/config/paths.h"

namespace soiree {
namespace {

std::string directory_of(const std::string& path, const FileAccess& files) {
  return std::string(parent_directory(absolute_path(files.current_directory(), path)));
}

bool in_scope(RuleScopes scopes, const RuleInfo& rule) {
  if (rule.scope == RuleScope::post) return scopes.post_rules;
  return rule.scope != RuleScope::feed || scopes.feed_rules;
}

bool runs(const RunRequest& request, const FileJob& job, const std::string& id) {
  const ActiveRule* rule = job.ruleset->find(id);
  return rule != nullptr && in_scope(request.scopes, *rule->info);
}

bool among(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// True when the options let a rule run on a file that is no longer there. What its configuration
/// said of the rule does not matter: nothing will be found in it.
bool may_run(const RunReach& reach, const std::string& id) {
  const CheckOptions& options = *reach.options;
  if (among(options.ignore, id) || (!options.select.empty() && !among(options.select, id))) {
    return false;
  }
  const std::span<const RuleInfo> table = rule_table();
  const auto rule = std::find_if(table.begin(), table.end(),
                                 [&](const RuleInfo& known) { return known.id == id; });
  const RuleScopes scopes = reach.request->scopes;
  // Somebody's own rule may be of either scope.
  return rule == table.end() ? scopes.post_rules && scopes.feed_rules : in_scope(scopes, *rule);
}

Baseline::IsGone gone_on(const FileAccess& files, std::string directory) {
  return [&files, directory = std::move(directory)](const std::string& file) {
    const Result<FileStatus> status = files.status(join_path(directory, file));
    return status && status->kind == FileKind::missing;
  };
}

/// A file that was checked with the rule, or one that would have been, were it still there.
Baseline::Covers covered_by(const RunReach& reach, const Baseline& baseline,
                            const std::string& directory, const ReportView& report,
                            Baseline::IsGone is_gone) {
  std::unordered_map<std::string, const FileJob*> checked;
  for (const FileJob& job : reach.request->files) {
    if (job.checked) checked.emplace(baseline.path_of(report, job.path), &job);
  }
  return [reach, directory, checked = std::move(checked), is_gone = std::move(is_gone)](
             const std::string& file, const std::string& rule) {
    const auto job = checked.find(file);
    if (job != checked.end()) return runs(*reach.request, *job->second, rule);
    const std::string absolute = absolute_path(directory, file);
    const bool below =
        std::any_of(reach.directories.begin(), reach.directories.end(),
                    [&](const std::string& walked) { return is_below(walked, absolute); });
    return below && may_run(reach, rule) && is_gone(file);
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

void apply_baseline(const Baseline& baseline, const std::string& path, const RunReach& reach,
                    const FileAccess& files, ReportView& report) {
  const std::string directory = directory_of(path, files);
  const Baseline::IsGone is_gone = gone_on(files, directory);
  baseline.apply(report, covered_by(reach, baseline, directory, report, is_gone), is_gone);
}

Result<Baseline> make_baseline(const std::string& path, const RunReach& reach,
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
  baseline.keep_uncovered(
      *old, covered_by(reach, baseline, directory, report, gone_on(files, directory)));
  return baseline;
}

}  // namespace soiree
