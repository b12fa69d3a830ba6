#include <array>

#include "linter/lint/rule.h"

namespace soiree {

std::unique_ptr<Check> make_near_duplicate(const RuleOptions&, const RuleContext&);
std::unique_ptr<Check> make_repeated_opening(const RuleOptions&, const RuleContext&);
std::unique_ptr<Check> make_repeated_phrase(const RuleOptions&, const RuleContext&);
std::unique_ptr<Check> make_repeated_word(const RuleOptions&, const RuleContext&);

namespace {

constexpr std::array kRules = {
    RuleEntry{"near-duplicate", make_near_duplicate},
    RuleEntry{"repeated-opening", make_repeated_opening},
    RuleEntry{"repeated-phrase", make_repeated_phrase},
    RuleEntry{"repeated-word", make_repeated_word},
};

}  // namespace

std::span<const RuleEntry> rule_registry() { return kRules; }

}  // namespace soiree
