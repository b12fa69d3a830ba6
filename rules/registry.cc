#include <array>

#include "linter/lint/rule.h"

namespace soiree {

std::unique_ptr<Check> make_canned_broadcast(const RuleOptions&, const RuleContext&);
std::unique_ptr<Check> make_canned_message(const RuleOptions&, const RuleContext&);
std::unique_ptr<Check> make_near_duplicate(const RuleOptions&, const RuleContext&);
std::unique_ptr<Check> make_quote_stuffing(const RuleOptions&, const RuleContext&);
std::unique_ptr<Check> make_repeated_opening(const RuleOptions&, const RuleContext&);
std::unique_ptr<Check> make_repeated_phrase(const RuleOptions&, const RuleContext&);
std::unique_ptr<Check> make_repeated_word(const RuleOptions&, const RuleContext&);
std::unique_ptr<Check> make_self_focus(const RuleOptions&, const RuleContext&);
std::unique_ptr<Check> make_unattributed_quote(const RuleOptions&, const RuleContext&);
std::unique_ptr<Check> make_unfilled_placeholder(const RuleOptions&, const RuleContext&);

namespace {

constexpr std::array kRules = {
    RuleEntry{"canned-broadcast", make_canned_broadcast},
    RuleEntry{"canned-message", make_canned_message},
    RuleEntry{"near-duplicate", make_near_duplicate},
    RuleEntry{"quote-stuffing", make_quote_stuffing},
    RuleEntry{"repeated-opening", make_repeated_opening},
    RuleEntry{"repeated-phrase", make_repeated_phrase},
    RuleEntry{"repeated-word", make_repeated_word},
    RuleEntry{"self-focus", make_self_focus},
    RuleEntry{"unattributed-quote", make_unattributed_quote},
    RuleEntry{"unfilled-placeholder", make_unfilled_placeholder},
};

}  // namespace

std::span<const RuleEntry> rule_registry() { return kRules; }

}  // namespace soiree
