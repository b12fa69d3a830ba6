#ifndef SOIREE_LINT_MIXED_FEED_H_
#define SOIREE_LINT_MIXED_FEED_H_

#include <span>
#include <vector>

#include "linter/lint/ruleset.h"

namespace soiree {

/// Runs the feed rules over `feed`, whose files may each have rules of their own (`overrides`): a
/// post is judged as its own file asks. Each rule runs once for the posts that have it with the
/// same options (Facts::judged), and all others are context then; so what is said of a post does
/// not depend on which other files are checked. `rulesets` is indexed by Facts::file; the posts of
/// `feed` are among `facts`, which are as they were afterwards. Appends to `findings`.
void lint_mixed_feed(const Feed& feed, std::span<Facts> facts,
                     std::span<const Ruleset* const> rulesets, std::vector<Finding>& findings);

}  // namespace soiree

#endif  // SOIREE_LINT_MIXED_FEED_H_
