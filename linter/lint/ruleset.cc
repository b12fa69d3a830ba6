#include "linter/lint/ruleset.h"

#include <algorithm>

namespace soiree {
namespace {

std::unique_ptr<Check> make_check(const RuleChoice& choice, const RuleContext& context) {
  if (choice.custom != nullptr) return make_custom_check(*choice.custom, context);
  for (const RuleEntry& entry : rule_registry()) {
    if (entry.id == choice.info->id) return entry.make({*choice.info, choice.options}, context);
  }
  return nullptr;
}

}  // namespace

Ruleset::Ruleset(std::span<const RuleChoice> choices, RuleContext context) {
  context.phrases = &phrases_;
  self_ = context.self;
  custom_rules_ = context.custom_rules;
  known_rules_.assign(custom_rules_.begin(), custom_rules_.end());
  for (const RuleInfo& info : rule_table()) known_rules_.push_back(info.id);
  for (const RuleChoice& choice : choices) {
    std::vector<ActiveRule>& list = choice.info->scope == RuleScope::post   ? post_rules_
                                    : choice.info->scope == RuleScope::feed ? feed_rules_
                                                                            : meta_rules_;
    ActiveRule rule{choice.info, choice.severity, make_check(choice, context), choice.options};
    if (rule.check == nullptr && choice.info->scope != RuleScope::meta) continue;
    list.push_back(std::move(rule));
  }
}

const ActiveRule* Ruleset::find(std::string_view id) const {
  for (const std::vector<ActiveRule>* list : {&post_rules_, &feed_rules_, &meta_rules_}) {
    const auto found = std::find_if(list->begin(), list->end(),
                                    [&](const ActiveRule& rule) { return rule.info->id == id; });
    if (found != list->end()) return &*found;
  }
  return nullptr;
}

Facts lint_post(const Post& post, const Ruleset& ruleset, uint32_t file, RuleScopes scopes,
                std::vector<Finding>& findings) {
  const PhraseMatches phrases = ruleset.phrases().find(post);
  if (scopes.post_rules) {
    Report report(post, file, findings);
    for (const ActiveRule& rule : ruleset.post_rules()) {
      report.set_rule(rule.info->id, rule.severity);
      rule.check->on_post(post, phrases, report);
    }
  }
  Facts facts;
  if (scopes.feed_rules) {
    facts = summarize(post, file);
    for (const ActiveRule& rule : ruleset.feed_rules()) {
      rule.check->observe(post, phrases, facts);
    }
  } else {
    facts.file = file;
    facts.place = post.place;
  }
  return facts;
}

void lint_feed(const Feed& feed, const Ruleset& ruleset, std::vector<Finding>& findings) {
  FeedReport report(findings);
  for (const ActiveRule& rule : ruleset.feed_rules()) {
    report.set_rule(rule.info->id, rule.severity);
    rule.check->on_feed(feed, report);
  }
}

}  // namespace soiree
