#ifndef SOIREE_LINT_RULESET_H_
#define SOIREE_LINT_RULESET_H_

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/lint/custom_rule.h"
#include "linter/lint/rule.h"

namespace soiree {

/// One rule as a configuration wants it.
struct RuleChoice {
  const RuleInfo* info = nullptr;  ///< must outlive the ruleset
  Severity severity = Severity::warning;
  std::map<std::string, OptionValue> options;
  const CustomRule* custom = nullptr;  ///< somebody's own rule, which must outlive the ruleset
};

/// A rule that runs. `check` is null for rules of scope `meta`: the engine itself reports those.
struct ActiveRule {
  const RuleInfo* info = nullptr;
  Severity severity = Severity::warning;
  std::unique_ptr<Check> check;
  std::map<std::string, OptionValue> options;  ///< as they were given
};

/// The rules of one resolved configuration. Immutable after it is made; shared by threads.
class Ruleset {
 public:
  Ruleset(std::span<const RuleChoice> choices, RuleContext context);

  std::span<const ActiveRule> post_rules() const { return post_rules_; }
  std::span<const ActiveRule> feed_rules() const { return feed_rules_; }
  std::span<const ActiveRule> meta_rules() const { return meta_rules_; }
  /// The rule when it is enabled, else null.
  const ActiveRule* find(std::string_view id) const;
  const PhraseIndex& phrases() const { return phrases_; }
  /// The author's own names, handles and domains.
  const std::vector<std::string>& self() const { return self_; }
  /// Ids of all rules there are, enabled or not.
  std::span<const std::string_view> known_rules() const { return known_rules_; }

 private:
  PhraseIndex phrases_;
  std::vector<std::string> self_;
  std::vector<std::string> custom_rules_;
  std::vector<std::string_view> known_rules_;
  std::vector<ActiveRule> post_rules_;
  std::vector<ActiveRule> feed_rules_;
  std::vector<ActiveRule> meta_rules_;
};

/// Which rules a run wants.
struct RuleScopes {
  bool post_rules = true;
  bool feed_rules = true;
  bool whole_feeds = true;  ///< false: posts of the feeds may be missing, so less may be found
};

/// Runs the post rules over `post` where `scopes` wants them, appends what they say to `findings`
/// and returns what the feed rules will read; without feed rules these facts hold no more than the
/// post's place.
Facts lint_post(const Post& post, const Ruleset& ruleset, uint32_t file, RuleScopes scopes,
                std::vector<Finding>& findings);
/// Runs the feed rules over `feed` and appends what they say to `findings`. Where files have rules
/// of their own: lint_mixed_feed.
void lint_feed(const Feed& feed, const Ruleset& ruleset, std::vector<Finding>& findings);

}  // namespace soiree

#endif  // SOIREE_LINT_RULESET_H_
