#ifndef SOIREE_LINT_SUPPRESSIONS_H_
#define SOIREE_LINT_SUPPRESSIONS_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/lint/comment_removal.h"
#include "linter/lint/finding.h"
#include "linter/parse/placed_text.h"
#include "linter/parse/problem.h"
#include "linter/text/source_file.h"

namespace soiree {

inline constexpr std::string_view kUnusedSuppression = "unused-suppression";

/// One rule silenced over one range of a file.
struct Suppression {
  std::string rule;      ///< empty: every rule
  SourceSpan directive;  ///< the comment or front matter value that says so
  SourceSpan name;       ///< the rule's name inside it, or the directive when there is none
  SourceSpan range;      ///< findings that begin here are silenced
  bool used = false;
  std::vector<std::string> but = {};  ///< of an entry for every rule: those that are on again
  CommentRemoval removal = {};        ///< of the comment; empty where there is none
};

/// Everything one file says about our own rules.
struct SuppressionList {
  std::vector<Suppression> entries;
  std::vector<Finding> findings;  ///< `unknown-rule` and malformed directives
  /// Where something could not be read, sorted: nobody knows what would be found there.
  std::vector<uint32_t> unread = {};
};

/// Reads the directives in `comments` and the rules that the file's own settings disable
/// (`disabled`). `known_rules` are those that may be named. Directives: soiree-disable-next-line,
/// soiree-disable-line, soiree-disable, soiree-enable, soiree-disable-file, each with rule names
/// and ` -- reason` after them.
SuppressionList read_suppressions(const SourceFile& file, uint32_t file_index,
                                  std::span<const Comment> comments,
                                  std::span<const DisabledRule> disabled,
                                  std::span<const std::string_view> known_rules);

/// What decides whether a finding is silenced.
struct RulePlace {
  std::string_view rule;
  uint32_t begin = 0;  ///< of the finding's range
};

/// Which of `places` the list silences; the entries that do are marked used. What is said of
/// suppressions is silenced only by those that name it.
std::vector<bool> silenced_places(SuppressionList& list, std::span<const RulePlace> places);

/// Removes from `findings` those that `list` silences and marks the entries used. Returns what was
/// removed. Neither list changes its order.
std::vector<Finding> apply_suppressions(SuppressionList& list, std::vector<Finding>& findings);

/// `unused-suppression` findings for entries that silenced nothing, each with a fix where removing
/// the directive is safe. `ran` holds the rules that were part of this run: an entry for any other
/// rule may be of use elsewhere, and so may one that covers what could not be read. Entries for all
/// rules are called unused only when `whole_run` is true.
std::vector<Finding> unused_suppressions(const SuppressionList& list, uint32_t file_index,
                                         std::span<const std::string_view> ran, bool whole_run);

}  // namespace soiree

#endif  // SOIREE_LINT_SUPPRESSIONS_H_
