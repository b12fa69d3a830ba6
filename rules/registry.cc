#include <array>

#include "linter/lint/rule.h"

namespace soiree {

std::unique_ptr<Check> make_quote_stuffing(const RuleOptions& options, const RuleContext& context);
std::unique_ptr<Check> make_unattributed_quote(const RuleOptions& options,
                                               const RuleContext& context);

std::span<const RuleEntry> rule_registry() {
  static constexpr std::array kEntries = {
      RuleEntry{"quote-stuffing", make_quote_stuffing},
      RuleEntry{"unattributed-quote", make_unattributed_quote},
  };
  return kEntries;
}

}  // namespace soiree
