#ifndef SOIREE_LINT_RULE_INFO_H_
#define SOIREE_LINT_RULE_INFO_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace soiree {

enum class Severity : uint8_t { note, warning, error };
/// "error", "warning" or "note".
std::string_view severity_name(Severity severity);

enum class RuleStatus : uint8_t { preview, stable, deprecated };
/// What a rule looks at: one post, a feed, or the file itself (`meta`: syntax and our own
/// comments).
enum class RuleScope : uint8_t { post, feed, meta };
enum class OptionType : uint8_t { boolean, integer, share, number, words };

using OptionValue = std::variant<bool, int64_t, double, std::vector<std::string>>;

/// One option of a rule, as its rule.md declares it. `share` is a number from 0 to 1.
struct OptionInfo {
  std::string_view name;
  OptionType type = OptionType::share;
  std::string_view default_value;  ///< as written in rule.md; words are separated by commas
  double minimum = 0;
  double maximum = 1;
  std::string_view meaning;
};

/// What rule.md says about a rule. Compiled in; lives as long as the program.
struct RuleInfo {
  std::string_view id;
  std::string_view summary;
  Severity severity = Severity::warning;
  RuleStatus status = RuleStatus::preview;
  RuleScope scope = RuleScope::post;
  std::span<const OptionInfo> options;
  std::string_view doc;  ///< the whole rule.md
};

/// All rules, sorted by id. Generated from rules/*/rule.md when the program is built.
std::span<const RuleInfo> rule_table();
/// The rule with this id, or null.
const RuleInfo* find_rule_info(std::string_view id);

}  // namespace soiree

#endif  // SOIREE_LINT_RULE_INFO_H_
