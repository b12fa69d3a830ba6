#ifndef SOIREE_LINT_BUILT_IN_PHRASES_H_
#define SOIREE_LINT_BUILT_IN_PHRASES_H_

#include <span>
#include <string_view>

#include "linter/lint/phrase_trie.h"

namespace soiree {

/// A lexicon that came with the program.
struct BuiltInLexicon {
  std::string_view rule;
  /// Names of its categories: an output's category is a position here.
  std::span<const std::string_view> categories;
};

/// The phrases of all lexicons that came with the program.
struct BuiltInPhrases {
  PhraseTrie trie;
  std::span<const BuiltInLexicon> lexicons;  ///< an output's lexicon is a position here
};

/// Generated from rules/*/lexicon.tsv when the program is built: reading thousands of patterns at
/// every start would take most of a hook's time (linter/decisions/hook-start.md).
const BuiltInPhrases& built_in_phrases();

}  // namespace soiree

#endif  // SOIREE_LINT_BUILT_IN_PHRASES_H_
