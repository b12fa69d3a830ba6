#ifndef SOIREE_LINT_RULESET_H_
#define SOIREE_LINT_RULESET_H_

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/lint/rule.h"

namespace soiree {

/// One rule as a configuration wants it.
struct RuleChoice {
  const RuleInfo* info = nullptr;
  Severity severity = Severity::warning;
  std::map<std::string, OptionValue> options;
};

/// A rule that runs. `check` is null for rules of scope `meta`: the engine itself reports those.
struct ActiveRule {
  const RuleInfo* info = nullptr;
  Severity severity = Severity::warning;
  std::unique_ptr<Check> check;
};

/// The rules of one resolved configuration. Immutable after it is made; shared by threads.
class Ruleset {
 public:
  Ruleset(std::span<const RuleChoice> choices, const RuleContext& context);

  std::span<const ActiveRule> post_rules() const { return post_rules_; }
  std::span<const ActiveRule> feed_rules() const { return feed_rules_; }
  std::span<const ActiveRule> meta_rules() const { return meta_rules_; }
  /// The rule when it is enabled, else null.
  const ActiveRule* find(std::string_view id) const;

 private:
  std::vector<ActiveRule> post_rules_;
  std::vector<ActiveRule> feed_rules_;
  std::vector<ActiveRule> meta_rules_;
};

/// Runs the post rules over `post` and appends what they say to `findings`.
void lint_post(const Post& post, const Ruleset& ruleset, uint32_t file,
               std::vector<Finding>& findings);
/// Runs the feed rules over `feed` and appends what they say to `findings`.
void lint_feed(const Feed& feed, const Ruleset& ruleset, std::vector<Finding>& findings);

}  // namespace soiree

#endif  // SOIREE_LINT_RULESET_H_
