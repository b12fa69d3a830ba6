#include "linter/cli/render.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <map>
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

}  // namespace

std::string root_for(OutputFormat format) {
  std::string root;
  if (format == OutputFormat::github || format == OutputFormat::sarif) {
    root = environment("GITHUB_WORKSPACE");
  } else if (format == OutputFormat::gitlab) {
    root = environment("CI_PROJECT_DIR");
  }
  return root.starts_with('/') ? tidy_path(root) : std::string();
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
