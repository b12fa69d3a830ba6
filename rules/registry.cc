#include "linter/lint/rule.h"

namespace soiree {

std::unique_ptr<Check> make_self_focus(const RuleOptions& options, const RuleContext& context);

namespace {

constexpr RuleEntry kRules[] = {
    {"self-focus", make_self_focus},
};

}  // namespace

std::span<const RuleEntry> rule_registry() { return kRules; }

}  // namespace soiree
