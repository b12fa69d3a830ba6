#include "linter/cli/checked_posts.h"

#include <fmt/format.h>

#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/cli/check_messages.h"
#include "linter/cli/write_file.h"
#include "linter/config/discovery.h"
#include "linter/config/paths.h"
#include "linter/output/json_format.h"
#include "linter/output/markdown_format.h"
#include "linter/post/read_posts.h"
#include "linter/text/source_file.h"

namespace soiree {
namespace {

/// True when the file has posts, or entries that are broken, whatever rules say of them.
bool holds_posts(const RunRequest& request, const FileJob& job) {
  Result<std::string> bytes = request.read_file(job.path);
  if (!bytes || bytes->size() > job.read.largest) return false;
  const SourceFile file(job.path, std::move(*bytes));
  const ParsedFile parsed = read_posts(file, job.read);
  return !parsed.posts.empty() || !parsed.problems.empty();
}

/// Files that are arguments themselves, as jobs name them.
std::set<std::string> named_files(const CheckOptions& options) {
  std::set<std::string> names;
  for (const std::string& path : options.paths) names.insert(tidy_path(path));
  return names;
}

/// The report of an earlier run, which lies among the posts and is written anew, or nothing yet.
bool may_be_replaced(const RunRequest& request, const std::string& path) {
  const Result<std::string> bytes = request.read_file(path);
  if (!bytes) return false;
  const std::string_view first = std::string_view(*bytes).substr(0, bytes->find('\n'));
  const bool text_report = first.find(": warning [") != std::string_view::npos ||
                           first.find(": error [") != std::string_view::npos ||
                           first.find(": note [") != std::string_view::npos;
  return bytes->empty() || text_report || first.starts_with("--- ") ||
         bytes->starts_with(kMarkdownReportHeading) || bytes->starts_with(kJsonReportBeginning);
}

}  // namespace

std::string replaced_post(const RunRequest& request, const CheckOptions& options,
                          const FileAccess& files) {
  if (options.output.empty() || !replaced_by_writing(options.output)) return {};
  const Result<FileStatus> output = files.status(options.output);
  if (!output) return {};
  const std::set<std::string> named = named_files(options);
  for (const FileJob& job : request.files) {
    if (!job.checked) continue;
    const Result<FileStatus> status = files.status(job.path);
    const bool same =
        status && status->kind == FileKind::file && status->identity == output->identity;
    if (!same || may_be_replaced(request, job.path)) continue;
    if (named.contains(job.path) || holds_posts(request, job)) return job.path;
  }
  return {};
}

void say_nothing_read(const RunRequest& request, const RunResult& result,
                      const CheckOptions& options) {
  const bool to_people = options.format == OutputFormat::text && options.output.empty();
  if (options.quiet || !to_people || result.posts > 0) return;
  if (!result.findings.empty() || !result.errors.empty()) return;  // they say why
  const std::set<std::string> arguments = named_files(options);
  std::vector<std::string_view> named;
  for (const FileJob& job : request.files) {
    const auto kind = content_kind(job.path);
    const bool data = kind == ContentKind::yaml || kind == ContentKind::json;
    const bool asked = job.checked && data && arguments.contains(job.path);
    if (asked && !holds_posts(request, job)) named.push_back(job.path);
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

}  // namespace soiree
