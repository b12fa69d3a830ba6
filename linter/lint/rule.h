#ifndef SOIREE_LINT_RULE_H_
#define SOIREE_LINT_RULE_H_

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/lint/feed.h"
#include "linter/lint/phrases.h"
#include "linter/lint/report.h"
#include "linter/lint/rule_info.h"
#include "linter/post/post.h"

namespace soiree {

/// Values of a rule's options: what the configuration sets, else the defaults of rule.md.
class RuleOptions {
 public:
  RuleOptions(const RuleInfo& info, const std::map<std::string, OptionValue>& values)
      : info_(info), values_(values) {}

  bool boolean(std::string_view name) const;
  int64_t integer(std::string_view name) const;
  /// A number or a share.
  double number(std::string_view name) const;
  std::vector<std::string> words(std::string_view name) const;

 private:
  const OptionValue* configured(std::string_view name) const;
  const OptionInfo& declared(std::string_view name) const;

  const RuleInfo& info_;
  const std::map<std::string, OptionValue>& values_;
};

/// What all rules of a run share besides their options.
struct RuleContext {
  std::vector<std::string> self;               ///< the author's own names, handles and domains
  std::vector<std::string> custom_rules = {};  ///< ids of all rules that are not built in
  PhraseIndex* phrases = nullptr;  ///< where a rule puts its lexicons; set while rules are made
};

/// A configured rule: immutable and safe to use from several threads.
class Check {
 public:
  Check() = default;
  Check(const Check&) = delete;
  Check& operator=(const Check&) = delete;
  virtual ~Check() = default;
  /// Says what there is to say about a checked post. `phrases` holds the matches of the lexicons
  /// that the rule put into RuleContext::phrases.
  virtual void on_post(const Post& /*post*/, const PhraseMatches& /*phrases*/,
                       Report& /*report*/) const {}
  /// Notes in `facts` what the rule will want to know of this post, checked or context, when it
  /// sees its feed: the text is gone by then. Several rules may note the same.
  virtual void observe(const Post& /*post*/, const PhraseMatches& /*phrases*/,
                       Facts& /*facts*/) const {}
  virtual void on_feed(const Feed& /*feed*/, FeedReport& /*report*/) const {}
};

/// How to make the check of a rule that is written in C++.
struct RuleEntry {
  std::string_view id;
  std::unique_ptr<Check> (*make)(const RuleOptions& options, const RuleContext& context);
};

/// All rules with code, sorted by id (rules/registry.cc).
std::span<const RuleEntry> rule_registry();

}  // namespace soiree

#endif  // SOIREE_LINT_RULE_H_
