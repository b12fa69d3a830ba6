#include "integrations/lsp/feed_memory.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>

#include "linter/lint/text_interest.h"
#include "linter/lint/tidy_message.h"

namespace soiree {
namespace {

bool is_of_feed(const Finding& finding) { return finding.whole_post != SourceSpan(); }

/// Such findings are made anew after each edit.
bool is_of_suppressions(const Finding& finding) { return finding.rule == kUnusedSuppression; }

/// The order of a run in which there is one file.
auto order_of(const Finding& finding) {
  return std::tuple(finding.range, finding.rule, std::string_view(finding.message));
}

bool in_order(const Finding& a, const Finding& b) { return order_of(a) < order_of(b); }

/// Brings the findings from `added` on, which were not told before, into the order of the others.
/// What is told twice is told once.
void put_in_order(std::vector<Finding>& findings, size_t added) {
  const auto begin = findings.begin() + static_cast<ptrdiff_t>(added);
  std::for_each(begin, findings.end(), [](Finding& each) { tidy_message(each.message); });
  // The places of posts in the edited entry may have moved past each other.
  if (!std::is_sorted(findings.begin(), begin, in_order)) {
    std::stable_sort(findings.begin(), begin, in_order);
  }
  std::stable_sort(begin, findings.end(), in_order);
  std::inplace_merge(findings.begin(), begin, findings.end(), in_order);
  const auto repeated =
      std::unique(findings.begin(), findings.end(),
                  [](const Finding& a, const Finding& b) { return order_of(a) == order_of(b); });
  findings.erase(repeated, findings.end());
}

bool reads_text_of_some(const ActiveRule& rule, std::span<const Facts> posts) {
  const auto* interest = dynamic_cast<const TextInterest*>(rule.check.get());
  return interest == nullptr || std::any_of(posts.begin(), posts.end(), [&](const Facts& post) {
           return interest->reads_text_of(post);
         });
}

/// Where posts of the edited entry were, and where they are.
class EditedPosts {
 public:
  EditedPosts(const EntryChange& change, std::span<const Facts> after)
      : change_(change), after_(after) {}

  bool differ_in_text_only() const {
    return std::equal(after_.begin(), after_.end(), change_.before.begin(), change_.before.end(),
                      soiree::differ_in_text_only);
  }
  /// Posts at one place, versions of one text for several channels, have moved together.
  bool moved_together() const {
    for (size_t i = 0; i < after_.size(); ++i) {
      for (size_t j = 0; j < i; ++j) {
        const bool was = places_of(change_.before[i]) == places_of(change_.before[j]);
        if (was && places_of(after_[i]) != places_of(after_[j])) return false;
      }
    }
    return true;
  }
  /// Moves the places of a post that a feed finding or its note names. False when there is no such
  /// post.
  bool move(SourceSpan& anchor, SourceSpan& place) const {
    if (!change_.holds(place)) {
      const int64_t distance = change_.precedes(place) ? change_.growth : 0;
      move_by(anchor, distance);
      move_by(place, distance);
      return true;
    }
    for (size_t i = 0; i < after_.size(); ++i) {
      if (places_of(change_.before[i]) != std::pair(anchor, place)) continue;
      std::tie(anchor, place) = places_of(after_[i]);
      return true;
    }
    return false;
  }

 private:
  static std::pair<SourceSpan, SourceSpan> places_of(const Facts& post) {
    return {post.anchor, post.place};
  }

  const EntryChange& change_;
  std::span<const Facts> after_;
};

/// Moves what stays said. False when a place is not that of a post, and nothing is known then.
bool move_kept(const EntryChange& change, const EditedPosts& posts, Finding& finding) {
  if (!is_of_feed(finding)) {
    if (change.precedes(finding.range)) {
      for_each_span(finding, [&](SourceSpan& span) { move_by(span, change.growth); });
    }
    return true;
  }
  bool known = posts.move(finding.range, finding.whole_post);
  for (Note& note : finding.notes) known = posts.move(note.range, note.whole_post) && known;
  return known;
}

}  // namespace

void FeedMemory::start(std::vector<Finding> silenced) {
  state_ = State::started;
  silenced_ = std::move(silenced);
  std::erase_if(silenced_, is_of_suppressions);
  put_in_order(silenced_, 0);
}

/// The findings as if no comment of ours silenced any.
void FeedMemory::add_silenced(std::vector<Finding>& findings) {
  std::erase_if(findings, is_of_suppressions);
  const auto kept = static_cast<ptrdiff_t>(findings.size());
  std::move(silenced_.begin(), silenced_.end(), std::back_inserter(findings));
  silenced_.clear();
  std::inplace_merge(findings.begin(), findings.begin() + kept, findings.end(), in_order);
}

/// Takes out again what comments of ours silence now.
void FeedMemory::settle(const ConfiguredJob& made, const FileResult& result,
                        std::vector<Finding>& findings) {
  if (result.suppressions.entries.empty()) return;
  SuppressionList list = result.suppressions;
  const size_t all = findings.size();
  silenced_ = settle_suppressions(made.job, 0, {}, list, findings);
  std::erase_if(silenced_, is_of_suppressions);
  put_in_order(findings, all - silenced_.size());
}

void FeedMemory::learn(const ConfiguredJob& made, const FileResult& result,
                       const std::string& root) {
  if (std::exchange(state_, State::learnt) == State::learnt) return;
  const std::vector<FeedDefinition> definitions =
      configured_feeds(std::span(&made.job, 1), std::span(&made.config, 1), root);
  feeds_ = make_feeds(result.facts, std::span(&made.job.path, 1), definitions);
}

bool FeedMemory::follow(EntryChange change, const ConfiguredJob& made, const FileResult& result,
                        const std::string& root, std::vector<Finding>& findings) {
  const std::span<const Facts> after =
      std::span(result.facts).subspan(change.first, change.before.size());
  const EditedPosts posts(change, after);
  const bool known = state_ != State::unknown && made.job.checked;
  if (!known || !posts.differ_in_text_only() || !posts.moved_together()) return false;
  learn(made, result, root);
  add_silenced(findings);

  std::vector<const ActiveRule*> again;
  for (const ActiveRule& rule : made.job.ruleset->feed_rules()) {
    if (reads_text_of_some(rule, change.before) || reads_text_of_some(rule, after)) {
      again.push_back(&rule);
    }
  }
  const auto is_gone = [&](const Finding& finding) {
    if (!is_of_feed(finding)) return change.holds(finding.range);
    return std::any_of(again.begin(), again.end(),
                       [&](const ActiveRule* rule) { return rule->info->id == finding.rule; });
  };
  std::erase_if(findings, is_gone);
  for (Finding& finding : findings) {
    if (!move_kept(change, posts, finding)) return false;
  }
  const size_t kept = findings.size();
  std::move(change.found.begin(), change.found.end(), std::back_inserter(findings));
  FeedReport report(findings);
  for (const Feed& feed : feeds_) {
    for (const ActiveRule* rule : again) {
      report.set_rule(rule->info->id, rule->severity);
      rule->check->on_feed(feed, report);
    }
  }
  put_in_order(findings, kept);
  settle(made, result, findings);
  return true;
}

}  // namespace soiree
