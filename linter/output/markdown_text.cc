#include "linter/output/markdown_text.h"

#include <fmt/format.h>

#include <map>

#include "linter/output/clean_text.h"

namespace soiree {
namespace {

/// True when `line[at]` can be markup inside a line of text. Other punctuation keeps its looks: the
/// source is read, too.
bool is_markup(std::string_view line, size_t at) {
  const char c = line[at];
  if (c == '.') return at > 0 && (line[at - 1] == 'w' || line[at - 1] == 'W');  // www.
  if (c == ':') return at + 1 < line.size() && line[at + 1] == '/';
  return std::string_view("\\`*_~[]<&|$#").find(c) != std::string_view::npos;
}

}  // namespace

void append_markdown_text(std::string& out, std::string_view text) {
  const std::string line = clean_line(text);
  for (size_t at = 0; at < line.size(); ++at) {
    if (is_markup(line, at)) out += '\\';
    out += line[at];
    // Code hosts look for @name and #123 in the text that is left when markup has been read.
    if (line[at] == '@' || line[at] == '#') out += "<!-- -->";
  }
}

void append_markdown_rule(std::string& out, const ReportView& report, std::string_view rule) {
  const std::string page = rule_page(report, rule);
  out += page.empty() ? fmt::format("`{}`", rule) : fmt::format("[`{}`]({})", rule, page);
}

void append_markdown_rules(std::string& out, const ReportView& report) {
  std::map<std::string_view, const RuleInfo*> rules;
  for (const LocatedFinding& found : report.findings) rules[found.finding->rule] = found.rule;
  for (const auto& [rule, info] : rules) {
    out += "- ";
    append_markdown_rule(out, report, rule);
    if (info != nullptr) {
      out += ": ";
      append_markdown_text(out, info->summary);
    }
    out += '\n';
  }
}

}  // namespace soiree
