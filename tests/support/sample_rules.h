#ifndef SOIREE_TESTS_SUPPORT_SAMPLE_RULES_H_
#define SOIREE_TESTS_SUPPORT_SAMPLE_RULES_H_

#include <array>
#include <span>

#include "linter/lint/rule_info.h"

namespace soiree {

/// A small rule table with every type of option, so that tests do not depend on the real rules.
inline std::span<const RuleInfo> sample_rules() {
  static constexpr std::array<OptionInfo, 5> kOptions = {{
      {"max-share", OptionType::share, "0.5", 0, 1, ""},
      {"min-words", OptionType::integer, "40", 1, 1000, ""},
      {"weight", OptionType::number, "1.5", 0, 10, ""},
      {"extra-words", OptionType::words, "me, my own", 0, 1, ""},
      {"titles", OptionType::boolean, "true", 0, 1, ""},
  }};
  static const std::array<RuleInfo, 4> kRules = {{
      {"quote-stuffing", "", Severity::warning, RuleStatus::preview, RuleScope::post, {}, ""},
      {"repeated-word", "", Severity::note, RuleStatus::stable, RuleScope::post, {}, ""},
      {"self-focus", "", Severity::warning, RuleStatus::stable, RuleScope::post, kOptions, ""},
      {"syntax", "", Severity::error, RuleStatus::stable, RuleScope::meta, {}, ""},
  }};
  return kRules;
}

}  // namespace soiree

#endif  // SOIREE_TESTS_SUPPORT_SAMPLE_RULES_H_
