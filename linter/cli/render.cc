#include "linter/cli/render.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/config/paths.h"
#include "linter/output/checkstyle_format.h"
#include "linter/output/github_format.h"
#include "linter/output/gitlab_format.h"
#include "linter/output/json_format.h"
#include "linter/output/junit_format.h"
#include "linter/output/markdown_format.h"
#include "linter/output/rdjsonl_format.h"
#include "linter/output/sarif_format.h"
#include "linter/output/text_format.h"

namespace soiree {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

bool use_color(ColorChoice choice, bool to_file) {
  if (choice != ColorChoice::automatic) return choice == ColorChoice::always;
  const bool dumb = environment("TERM") == "dumb";
  return !to_file && isatty(STDOUT_FILENO) == 1 && environment("NO_COLOR").empty() && !dumb;
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

/// The repository that holds `current`, where actions/checkout has put it into a folder of the
/// workspace (its input `path`); none when the workspace itself is the repository.
std::optional<std::string> repository_below(const std::string& workspace,
                                            std::string_view current) {
  std::error_code error;
  const auto is_repository = [&](std::string_view directory) {
    return std::filesystem::exists(join_path(directory, ".git"), error);
  };
  if (!is_below(workspace, current) || is_repository(workspace)) return std::nullopt;
  while (current != workspace && !is_repository(current)) current = parent_directory(current);
  if (current == workspace) return std::nullopt;
  return std::string(current);
}

}  // namespace

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

void place_at_code_host(ReportView& view, OutputFormat format) {
  const bool github = format == OutputFormat::github || format == OutputFormat::sarif;
  if (!github && format != OutputFormat::gitlab) return;
  const std::string root = environment(github ? "GITHUB_WORKSPACE" : "CI_PROJECT_DIR");
  if (!root.starts_with('/')) return;
  view.root = tidy_path(root);
  std::error_code error;
  const std::filesystem::path real = std::filesystem::canonical(view.root, error);
  view.real_root = error ? view.root : real.string();
  if (!github) return;
  if (const auto repository = repository_below(view.real_root, view.current)) {
    view.root = view.real_root = *repository;
  }
  const std::string server = environment("GITHUB_SERVER_URL");
  const std::string name = environment("GITHUB_REPOSITORY");
  const std::string commit = environment("GITHUB_SHA");
  if (server.empty() || name.empty() || commit.empty()) return;
  view.source_pages = fmt::format("{}/{}/blob/{}", server, name, commit);
}

std::string rule_pages() {
  const std::string pages = environment("SOIREE_RULE_PAGES");
  return pages.empty() ? SOIREE_RULE_PAGES : pages;
}

std::string render(const ReportView& view, const CheckOptions& options) {
  switch (options.format) {
    case OutputFormat::json:
      return format_json(view);
    case OutputFormat::json_lines:
      return format_json_lines(view);
    case OutputFormat::github:
      return format_github(view);
    case OutputFormat::sarif:
      return format_sarif(view);
    case OutputFormat::gitlab:
      return format_gitlab(view);
    case OutputFormat::junit:
      return format_junit(view);
    case OutputFormat::checkstyle:
      return format_checkstyle(view);
    case OutputFormat::rdjsonl:
      return format_rdjsonl(view);
    case OutputFormat::markdown:
      return format_markdown(view);
    case OutputFormat::text:
      break;
  }
  const TextStyle style{use_color(options.color, !options.output.empty()), !options.quiet};
  if (options.statistics) return statistics(view);
  return format_text(view, style);
}

}  // namespace soiree
