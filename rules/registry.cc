#include <array>

#include "linter/lint/rule.h"

namespace soiree {

std::unique_ptr<Check> make_bought_followers(const RuleOptions&, const RuleContext&);
std::unique_ptr<Check> make_canned_broadcast(const RuleOptions&, const RuleContext&);
std::unique_ptr<Check> make_canned_message(const RuleOptions&, const RuleContext&);
std::unique_ptr<Check> make_checkin_share(const RuleOptions&, const RuleContext&);
std::unique_ptr<Check> make_clockwork_cadence(const RuleOptions&, const RuleContext&);
std::unique_ptr<Check> make_empty_hype(const RuleOptions&, const RuleContext&);
std::unique_ptr<Check> make_engagement_bait(const RuleOptions&, const RuleContext&);
std::unique_ptr<Check> make_flooding(const RuleOptions&, const RuleContext&);
std::unique_ptr<Check> make_insular_mentions(const RuleOptions&, const RuleContext&);
std::unique_ptr<Check> make_location_checkin(const RuleOptions&, const RuleContext&);
std::unique_ptr<Check> make_monologue(const RuleOptions&, const RuleContext&);
std::unique_ptr<Check> make_near_duplicate(const RuleOptions&, const RuleContext&);
std::unique_ptr<Check> make_offensive_language(const RuleOptions&, const RuleContext&);
std::unique_ptr<Check> make_promotion_share(const RuleOptions&, const RuleContext&);
std::unique_ptr<Check> make_quote_share(const RuleOptions&, const RuleContext&);
std::unique_ptr<Check> make_quote_stuffing(const RuleOptions&, const RuleContext&);
std::unique_ptr<Check> make_repeated_opening(const RuleOptions&, const RuleContext&);
std::unique_ptr<Check> make_repeated_phrase(const RuleOptions&, const RuleContext&);
std::unique_ptr<Check> make_repeated_word(const RuleOptions&, const RuleContext&);
std::unique_ptr<Check> make_sales_pitch(const RuleOptions&, const RuleContext&);
std::unique_ptr<Check> make_self_focus(const RuleOptions&, const RuleContext&);
std::unique_ptr<Check> make_self_focus_share(const RuleOptions&, const RuleContext&);
std::unique_ptr<Check> make_unattributed_quote(const RuleOptions&, const RuleContext&);
std::unique_ptr<Check> make_unfilled_placeholder(const RuleOptions&, const RuleContext&);

namespace {

constexpr std::array kRules = {
    RuleEntry{"bought-followers", make_bought_followers},
    RuleEntry{"canned-broadcast", make_canned_broadcast},
    RuleEntry{"canned-message", make_canned_message},
    RuleEntry{"checkin-share", make_checkin_share},
    RuleEntry{"clockwork-cadence", make_clockwork_cadence},
    RuleEntry{"empty-hype", make_empty_hype},
    RuleEntry{"engagement-bait", make_engagement_bait},
    RuleEntry{"flooding", make_flooding},
    RuleEntry{"insular-mentions", make_insular_mentions},
    RuleEntry{"location-checkin", make_location_checkin},
    RuleEntry{"monologue", make_monologue},
    RuleEntry{"near-duplicate", make_near_duplicate},
    RuleEntry{"offensive-language", make_offensive_language},
    RuleEntry{"promotion-share", make_promotion_share},
    RuleEntry{"quote-share", make_quote_share},
    RuleEntry{"quote-stuffing", make_quote_stuffing},
    RuleEntry{"repeated-opening", make_repeated_opening},
    RuleEntry{"repeated-phrase", make_repeated_phrase},
    RuleEntry{"repeated-word", make_repeated_word},
    RuleEntry{"sales-pitch", make_sales_pitch},
    RuleEntry{"self-focus", make_self_focus},
    RuleEntry{"self-focus-share", make_self_focus_share},
    RuleEntry{"unattributed-quote", make_unattributed_quote},
    RuleEntry{"unfilled-placeholder", make_unfilled_placeholder},
};

}  // namespace

std::span<const RuleEntry> rule_registry() { return kRules; }

}  // namespace soiree
