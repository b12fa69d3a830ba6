#include "linter/cli/rule_commands.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <vector>

#include "linter/cli/check_command.h"
#include "linter/cli/custom_rules_page.h"
#include "linter/cli/print_error.h"
#include "linter/cli/standard_streams.h"
#include "linter/config/config_cache.h"
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

/// What `explain` prints besides the pages of rules.
constexpr std::string_view kCustomRulesTopic = "custom-rules";

/// The rules of a configuration: the built-in ones and its own.
std::vector<RuleInfo> all_rules(const Config& config) {
  const std::span<const RuleInfo> table = rule_table();
  std::vector<RuleInfo> rules(table.begin(), table.end());
  for (const auto& custom : config.custom_rules) rules.push_back(custom->info);
  std::sort(rules.begin(), rules.end(),
            [](const RuleInfo& a, const RuleInfo& b) { return a.id < b.id; });
  return rules;
}

}  // namespace

int explain_command(const std::string& rule, const FileAccess& files) {
  if (rule.empty()) {
    print_message(
        "name the rule to explain; `soiree rules` lists them, and `soiree explain custom-rules` "
        "tells how to write your own");
    return kExitFailure;
  }
  if (rule == kCustomRulesTopic) {
    fmt::print("{}", kCustomRulesPage);
    return kExitClean;
  }
  ConfigCache configs(files, rule_table());
  const std::vector<RuleInfo> rules = all_rules(configs.config_in(files.current_directory()));
  const auto info = std::find_if(rules.begin(), rules.end(),
                                 [&](const RuleInfo& known) { return known.id == rule; });
  if (info == rules.end()) {
    std::vector<std::string_view> ids;
    ids.reserve(rules.size() + 1);
    for (const RuleInfo& known : rules) ids.push_back(known.id);
    ids.push_back(kCustomRulesTopic);
    const std::string hint = did_you_mean(rule, ids);
    print_message(fmt::format("there is no rule `{}`{}", rule, hint));
    return kExitFailure;
  }
  fmt::print("{} ({}, {})\n{}\n", info->id, severity_name(info->severity), scope_name(info->scope),
             info->summary);
  if (!info->options.empty()) fmt::print("\nOptions:\n");
  for (const OptionInfo& option : info->options) {
    const std::string_view value = option.default_value.empty() ? "none" : option.default_value;
    fmt::print("  {:<24} default {:<8} {}\n", option.name, value, option.meaning);
  }
  const bool built_in = find_rule_info(rule) != nullptr;
  const std::string_view page = built_in ? page_body(info->doc) : info->doc;
  fmt::print("\n{}", page);
  if (page.find("⟦") != std::string_view::npos) {
    fmt::print("\n⟦ and ⟧ stand around what is found.\n");
  }
  return kExitClean;
}

int rules_command(const FileAccess& files) {
  ConfigCache configs(files, rule_table());
  for (const RuleInfo& rule : all_rules(configs.config_in(files.current_directory()))) {
    fmt::print("{:<20} {:<5} {:<8} {}{}\n", rule.id, scope_name(rule.scope),
               severity_name(rule.severity), rule.summary,
               rule.status == RuleStatus::preview ? " (preview)" : "");
  }
  for (const Error& error : configs.errors()) print_error(error, files);
  return configs.errors().empty() ? kExitClean : kExitFailure;
}

}  // namespace soiree
