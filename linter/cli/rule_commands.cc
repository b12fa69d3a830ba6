#include "linter/cli/rule_commands.h"

#include <fmt/format.h>

#include <cstdio>

#include "linter/cli/check_command.h"
#include "linter/lint/rule_info.h"
#include "linter/text/suggest.h"

namespace soiree {
namespace {

std::string_view scope_name(RuleScope scope) {
  switch (scope) {
    case RuleScope::post:
      return "post";
    case RuleScope::feed:
      return "feed";
    case RuleScope::meta:
      return "meta";
  }
  return "meta";
}

/// The page without its front matter.
std::string_view page_body(std::string_view doc) {
  const size_t end = doc.find("\n---\n", 3);
  return end == std::string_view::npos ? doc : doc.substr(end + 5);
}

}  // namespace

int explain_command(const std::string& rule) {
  const RuleInfo* info = find_rule_info(rule);
  if (info == nullptr) {
    std::vector<std::string_view> ids;
    for (const RuleInfo& known : rule_table()) ids.push_back(known.id);
    const std::string hint = did_you_mean(rule, ids);
    fmt::print(stderr, "soiree: there is no rule `{}`{}\n", rule, hint);
    return kExitFailure;
  }
  fmt::print("{} ({}, {})\n{}\n", info->id, severity_name(info->severity), scope_name(info->scope),
             info->summary);
  if (!info->options.empty()) fmt::print("\nOptions:\n");
  for (const OptionInfo& option : info->options) {
    fmt::print("  {:<24} default {:<8} {}\n", option.name, option.default_value, option.meaning);
  }
  fmt::print("{}", page_body(info->doc));
  return kExitClean;
}

int rules_command() {
  for (const RuleInfo& rule : rule_table()) {
    fmt::print("{:<20} {:<5} {:<8} {}{}\n", rule.id, scope_name(rule.scope),
               severity_name(rule.severity), rule.summary,
               rule.status == RuleStatus::preview ? " (preview)" : "");
  }
  return kExitClean;
}

}  // namespace soiree
