#include "linter/output/github_summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/output/github_format.h"
#include "linter/output/markdown_text.h"

namespace soiree {
namespace {

/// Lines of one part of the summary, as many as it has room for; it ends with the number of others.
class Part {
 public:
  Part(std::string_view head, size_t most, std::string_view rest_are)
      : text_(head), most_(most), rest_are_(rest_are) {}

  void add(std::string_view line) {
    full_ = full_ || text_.size() + line.size() > most_;
    if (full_) {
      ++left_out_;
    } else {
      text_ += line;
    }
  }
  std::string text() const {
    if (left_out_ == 0) return text_;
    return fmt::format("{}\nand {} more {}: GitHub takes no longer summary of a step\n", text_,
                       left_out_, rest_are_);
  }

 private:
  std::string text_;
  size_t most_;
  std::string_view rest_are_;
  size_t left_out_ = 0;
  bool full_ = false;
};

/// Appends `text`, with a link when there is an address.
void append_linked(std::string& out, std::string_view text, std::string_view address) {
  if (!address.empty()) out += '[';
  append_markdown_text(out, text);
  if (!address.empty()) out += fmt::format("]({})", address);
}

std::string failures_part(const ReportView& report, size_t most) {
  Part part("\nNot everything could be checked:\n\n", most, "problems");
  for (const Failure& failure : report.failures) {
    std::string line = "- ";
    append_markdown_text(line, failure_text(failure));
    part.add(line + "\n");
  }
  return part.text();
}

/// Findings of one rule in one file.
struct Count {
  const LocatedFinding* first = nullptr;
  std::array<size_t, 3> by_severity = {};
};

std::string counts_part(const ReportView& report, size_t most) {
  std::map<std::pair<std::string_view, std::string_view>, Count> counts;
  for (const LocatedFinding& found : report.findings) {
    Count& count = counts[{found.location.file, found.finding->rule}];
    if (count.first == nullptr) count.first = &found;
    ++count.by_severity[static_cast<size_t>(found.finding->severity)];
  }
  Part part(
      "\n| File | Rule | Errors | Warnings | Notes |\n"
      "| --- | --- | ---: | ---: | ---: |\n",
      most, "rows of files and rules");
  for (const auto& entry : counts) {
    const Count& count = entry.second;
    std::string line = "| ";
    append_linked(line, path_from_root(report, entry.first.first),
                  source_page(report, count.first->location));
    line += " | ";
    append_markdown_rule(line, report, entry.first.second);
    const auto of = [&](Severity severity) {
      return count.by_severity[static_cast<size_t>(severity)];
    };
    part.add(fmt::format("{} | {} | {} | {} |\n", line, of(Severity::error), of(Severity::warning),
                         of(Severity::note)));
  }
  return part.text();
}

std::string hidden_part(const ReportView& report, const std::vector<const LocatedFinding*>& hidden,
                        size_t most) {
  const std::string head = fmt::format(
      "\n<details><summary>{} beyond the {} errors, {} warnings and {} notices that GitHub shows "
      "of one step</summary>\n\n"
      "| Where | Severity | Rule | Finding |\n| --- | --- | --- | --- |\n",
      counted(hidden.size(), "finding"), kMostAnnotations, kMostAnnotations, kMostAnnotations);
  Part part(head, most, "findings");
  for (const LocatedFinding* found : hidden) {
    std::string line = "| ";
    append_linked(line,
                  fmt::format("{}:{}", path_from_root(report, found->location.file),
                              found->location.start.line),
                  source_page(report, found->location));
    line += fmt::format(" | {} | ", severity_name(found->finding->severity));
    append_markdown_rule(line, report, found->finding->rule);
    line += " | ";
    append_markdown_text(line, found->finding->message);
    part.add(line + " |\n");
  }
  return part.text() + "\n</details>\n";
}

std::string rules_part(const ReportView& report, size_t most) {
  std::string rules;
  append_markdown_rules(rules, report);
  Part part("\n", most, "rules");
  for (size_t begin = 0; begin < rules.size();) {
    const size_t end = rules.find('\n', begin) + 1;
    part.add(std::string_view(rules).substr(begin, end - begin));
    begin = end;
  }
  return part.text() + "\n`soiree explain RULE` says more.\n";
}

}  // namespace

std::string format_github_summary(const ReportView& report, size_t most) {
  /// Of the ends of the parts: what does not depend on the findings.
  constexpr size_t kEnds = 1000;
  std::string out = fmt::format("## soiree: {}\n", summary_of(report));
  if (most < out.size() + 2 * kEnds) return out.size() <= most ? out : std::string();
  const size_t room = most - out.size() - kEnds;
  if (!report.failures.empty()) out += failures_part(report, room / 8);
  if (report.findings.empty()) return out;
  out += counts_part(report, room * 3 / 8);
  const std::string rules = rules_part(report, room / 8);
  const GithubSelection selection = select_annotations(report);
  if (!selection.hidden.empty()) {
    out += hidden_part(report, selection.hidden, room - std::min(room, out.size() + rules.size()));
  }
  return out + rules;
}

}  // namespace soiree
