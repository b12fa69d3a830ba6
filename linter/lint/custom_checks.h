#ifndef SOIREE_LINT_CUSTOM_CHECKS_H_
#define SOIREE_LINT_CUSTOM_CHECKS_H_

#include <memory>

#include "linter/lint/custom_rule.h"

namespace soiree {

/// Puts the phrases of a custom rule into the index; the category of each is its position.
LexiconId add_phrases(const CustomRule& rule, PhraseIndex& phrases);

/// The check of a rule of the kind `limit`.
std::unique_ptr<Check> make_limit_check(const CustomRule& rule, PhraseIndex& phrases);

}  // namespace soiree

#endif  // SOIREE_LINT_CUSTOM_CHECKS_H_
