#include "linter/lint/mixed_feed.h"

#include <algorithm>

namespace soiree {
namespace {

struct Member {
  Facts* post;
  bool checked;  ///< or context
};

/// The posts of one ruleset.
struct Judged {
  const Ruleset* ruleset = nullptr;
  std::vector<Member> posts;
};

/// The posts that one rule judges alike.
struct Share {
  const ActiveRule* rule = nullptr;
  const Ruleset* ruleset = nullptr;  ///< one of those that have the rule so
  std::vector<Member> posts;
};

std::vector<Judged> judged_posts(const Feed& feed, std::span<Facts> facts,
                                 std::span<const Ruleset* const> rulesets) {
  std::vector<Judged> all;
  for (const Facts* post : feed.posts) {
    const Ruleset* ruleset = rulesets[post->file];
    auto found = std::find_if(all.begin(), all.end(),
                              [&](const Judged& known) { return known.ruleset == ruleset; });
    if (found == all.end()) found = all.insert(all.end(), {ruleset, {}});
    found->posts.push_back({&facts[static_cast<size_t>(post - facts.data())], post->checked});
  }
  return all;
}

/// Severity makes no difference here: two runs of one rule would tell of the same posts twice.
bool judge_alike(const Share& share, const ActiveRule& rule, const Ruleset& ruleset) {
  return share.rule->info == rule.info && share.rule->options == rule.options &&
         (share.ruleset == &ruleset || share.ruleset->self() == ruleset.self());
}

std::vector<Share> shares_of(const std::vector<Judged>& all) {
  std::vector<Share> shares;
  for (const Judged& judged : all) {
    for (const ActiveRule& rule : judged.ruleset->feed_rules()) {
      auto found = std::find_if(shares.begin(), shares.end(), [&](const Share& share) {
        return judge_alike(share, rule, *judged.ruleset);
      });
      if (found == shares.end()) found = shares.insert(shares.end(), {&rule, judged.ruleset, {}});
      found->posts.insert(found->posts.end(), judged.posts.begin(), judged.posts.end());
    }
  }
  return shares;
}

void set_judged(const std::vector<Member>& members, bool judged) {
  for (const Member& member : members) {
    member.post->judged = judged;
    member.post->checked = judged && member.checked;
  }
}

bool has_checked(const std::vector<Member>& members) {
  return std::any_of(members.begin(), members.end(),
                     [](const Member& member) { return member.checked; });
}

}  // namespace

void lint_mixed_feed(const Feed& feed, std::span<Facts> facts,
                     std::span<const Ruleset* const> rulesets, std::vector<Finding>& findings) {
  const std::vector<Judged> all = judged_posts(feed, facts, rulesets);
  if (all.size() == 1) lint_feed(feed, *all[0].ruleset, findings);
  if (all.size() < 2) return;
  for (const Judged& judged : all) set_judged(judged.posts, false);
  FeedReport report(findings);
  for (const Share& share : shares_of(all)) {
    if (!has_checked(share.posts)) continue;
    const size_t before = findings.size();
    set_judged(share.posts, true);
    report.set_rule(share.rule->info->id, share.rule->severity);
    share.rule->check->on_feed(feed, report);
    set_judged(share.posts, false);
    for (size_t i = before; i < findings.size(); ++i) {
      findings[i].severity = rulesets[findings[i].file]->find(findings[i].rule)->severity;
    }
  }
  for (const Judged& judged : all) set_judged(judged.posts, true);
}

}  // namespace soiree
