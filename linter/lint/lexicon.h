#ifndef SOIREE_LINT_LEXICON_H_
#define SOIREE_LINT_LEXICON_H_

#include <string_view>
#include <vector>

#include "linter/lint/phrase_pattern.h"
#include "linter/text/result.h"

namespace soiree {

/// One line of a lexicon: all ways to say a phrase, and what it counts for.
struct LexiconPhrase {
  std::vector<PhraseSequence> sequences;
  std::string_view category;
  float weight = 1;
};

/// Reads a text in the form of lexicon.tsv: a line is a pattern (see read_phrase_pattern), a tab, a
/// category, and optionally a tab and a weight; empty lines and those that start with "# " are left
/// out. An error's place is the line's bytes in `text`.
Result<std::vector<LexiconPhrase>> read_lexicon(std::string_view text);

}  // namespace soiree

#endif  // SOIREE_LINT_LEXICON_H_
