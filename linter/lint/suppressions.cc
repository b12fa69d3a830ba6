#include "linter/lint/suppressions.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace soiree {
namespace {

/// Places that suppressions may silence, by rule and begin.
class SilenceablePlaces {
 public:
  explicit SilenceablePlaces(std::span<const RulePlace> places) : count_(places.size()) {
    for (size_t i = 0; i < places.size(); ++i) {
      // Findings about our own comments cannot be silenced by those comments.
      if (places[i].rule == "unknown-rule") continue;
      groups_[places[i].rule].order.emplace_back(places[i].begin, i);
    }
    for (auto& [rule, group] : groups_) {
      std::sort(group.order.begin(), group.order.end());
      group.covers.resize(group.order.size() + 1);
    }
  }
  void silence(Suppression& entry) {
    if (!entry.rule.empty()) {
      const auto found = groups_.find(entry.rule);
      if (found != groups_.end()) cover(found->second, entry);
      return;
    }
    for (auto& [rule, group] : groups_) {
      const bool all = std::find(entry.but.begin(), entry.but.end(), rule) == entry.but.end();
      if (all && rule != kUnusedSuppression) cover(group, entry);
    }
  }
  std::vector<bool> silenced() const {
    std::vector<bool> silenced(count_);
    for (const auto& [rule, group] : groups_) {
      int64_t covers = 0;
      for (size_t i = 0; i < group.order.size(); ++i) {
        covers += group.covers[i];
        silenced[group.order[i].second] = covers > 0;
      }
    }
    return silenced;
  }

 private:
  struct Group {
    std::vector<std::pair<uint32_t, size_t>> order;
    std::vector<int64_t> covers;  ///< entries that begin here, less those that end before
  };

  static void cover(Group& group, Suppression& entry) {
    const auto place = [&](uint32_t at) {
      const auto& order = group.order;
      return static_cast<size_t>(
          std::lower_bound(order.begin(), order.end(), std::pair(at, size_t{0})) - order.begin());
    };
    const size_t first = place(entry.range.begin);
    const size_t last = place(entry.range.end);
    if (first >= last) return;
    entry.used = true;
    ++group.covers[first];
    --group.covers[last];
  }

  size_t count_;
  std::map<std::string_view, Group> groups_;
};

}  // namespace

std::vector<bool> silenced_places(SuppressionList& list, std::span<const RulePlace> places) {
  SilenceablePlaces silenceable(places);
  for (Suppression& entry : list.entries) silenceable.silence(entry);
  return silenceable.silenced();
}

std::vector<Finding> apply_suppressions(SuppressionList& list, std::vector<Finding>& findings) {
  std::vector<Finding> silenced;
  if (list.entries.empty()) return silenced;
  std::vector<RulePlace> places;
  places.reserve(findings.size());
  for (const Finding& finding : findings) places.push_back({finding.rule, finding.range.begin});
  const std::vector<bool> is_silenced = silenced_places(list, places);
  size_t kept = 0;
  for (size_t i = 0; i < findings.size(); ++i) {
    if (is_silenced[i]) {
      silenced.push_back(std::move(findings[i]));
    } else if (kept++ != i) {
      findings[kept - 1] = std::move(findings[i]);
    }
  }
  findings.resize(kept);
  return silenced;
}

namespace {

/// The names that stand in directives, in the order of their places: those of unknown rules too, as
/// somebody meant something by them.
class Names {
 public:
  explicit Names(const SuppressionList& list) {
    for (const Suppression& entry : list.entries) {
      all_.push_back(entry.name);
      if (entry.used) used_.push_back(entry.name);
    }
    for (const Finding& unknown : list.findings) all_.push_back(unknown.range);
    std::sort(all_.begin(), all_.end());
    std::sort(used_.begin(), used_.end());
  }
  /// A name that a YAML alias repeats in several entries is of use when it is in one of them.
  bool is_used(SourceSpan name) const {
    return std::binary_search(used_.begin(), used_.end(), name);
  }
  /// The names before and behind `name` in its directive.
  std::pair<std::optional<SourceSpan>, std::optional<SourceSpan>> beside(
      SourceSpan name, SourceSpan directive) const {
    std::pair<std::optional<SourceSpan>, std::optional<SourceSpan>> found;
    // From the name outwards: a comment may hold names by the thousand.
    const auto here = std::lower_bound(all_.begin(), all_.end(), SourceSpan{name.begin, 0});
    for (auto at = here; at != all_.begin() && !found.first;) {
      if ((--at)->begin < directive.begin) break;
      if (directive.contains(*at) && at->end <= name.begin) found.first = *at;
    }
    auto at = std::lower_bound(here, all_.end(), SourceSpan{name.end, 0});
    for (; at != all_.end() && at->begin < directive.end && !found.second; ++at) {
      if (directive.contains(*at)) found.second = *at;
    }
    return found;
  }

 private:
  std::vector<SourceSpan> all_;
  std::vector<SourceSpan> used_;
};

/// True when some of what the entry covers could not be read: it may be of use there.
bool covers_unread(const SuppressionList& list, const Suppression& entry) {
  const auto& unread = list.unread;
  const auto first = std::lower_bound(unread.begin(), unread.end(), entry.range.begin);
  return first != unread.end() && *first < entry.range.end;
}

/// Takes away an entry: the comment, or one name and the separator beside it when the comment has
/// others. An item of a list in front matter cannot be cut out without knowing the list's style.
std::optional<Fix> removal_of(const Names& names, const Suppression& entry) {
  if (!entry.rule.empty() && entry.name == entry.directive) return std::nullopt;
  const auto [before, after] = names.beside(entry.name, entry.directive);
  if (!before && !after) {
    const SourceSpan cut = entry.removal.cut.empty() ? entry.directive : entry.removal.cut;
    return Fix{"Remove the comment", entry.removal.safety, {{cut, std::string()}}};
  }
  const SourceSpan cut =
      after ? SourceSpan{entry.name.begin, after->begin} : SourceSpan{before->end, entry.name.end};
  return Fix{"Remove the name from the comment", FixSafety::safe, {{cut, std::string()}}};
}

}  // namespace

std::vector<Finding> unused_suppressions(const SuppressionList& list, uint32_t file_index,
                                         std::span<const std::string_view> ran, bool whole_run) {
  std::vector<Finding> findings;
  const Names names(list);
  for (const Suppression& entry : list.entries) {
    const bool judged =
        entry.rule.empty() ? whole_run : std::find(ran.begin(), ran.end(), entry.rule) != ran.end();
    if (entry.used || !judged || names.is_used(entry.name)) continue;
    if (covers_unread(list, entry)) continue;
    Finding finding;
    finding.rule = kUnusedSuppression;
    finding.file = file_index;
    finding.range = entry.name;
    finding.message =
        entry.rule.empty()
            ? "this comment silences nothing; remove it"
            : "`" + entry.rule +
                  "` finds nothing here, so there is nothing to silence; remove its name";
    if (auto fix = removal_of(names, entry)) finding.fixes.push_back(std::move(*fix));
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace soiree
