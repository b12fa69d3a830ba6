#ifndef SOIREE_LINT_PHRASES_H_
#define SOIREE_LINT_PHRASES_H_

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

#include "linter/lint/phrase_pattern.h"
#include "linter/lint/phrase_trie_builder.h"
#include "linter/lint/shared_work.h"
#include "linter/post/post.h"
#include "linter/text/language.h"
#include "linter/text/result.h"

namespace soiree {

/// A set of languages.
class LanguageSet {
 public:
  LanguageSet(std::initializer_list<Language> languages) {
    for (const Language language : languages) add(language);
  }
  void add(Language language) { bits_ |= 1U << static_cast<unsigned>(language); }
  static LanguageSet all() {
    LanguageSet set{};
    set.bits_ = ~0U;
    return set;
  }
  bool has(Language language) const {
    return (bits_ & (1U << static_cast<unsigned>(language))) != 0;
  }

 private:
  uint32_t bits_ = 0;
};

/// Names one lexicon of a PhraseIndex.
struct LexiconId {
  uint16_t index = 0;
};

/// A phrase of a lexicon, found in a post.
struct PhraseMatch {
  uint32_t first = 0;  ///< tokens [first, last)
  uint32_t last = 0;
  float weight = 1;  ///< as the lexicon says
  uint16_t lexicon = 0;
  uint16_t category = 0;  ///< position in the list that the rule gave for the lexicon
  bool quoted = false;    ///< inside somebody else's words
};

/// The text from the first token of the match to the end of its last.
inline TextSpan span_of(const PhraseMatch& match, const Post& post) {
  return {post.tokens()[match.first].span.begin, post.tokens()[match.last - 1].span.end};
}

/// What the phrase index found in one post: of each lexicon its matches in the order of the text,
/// none overlapping another of the same lexicon.
class PhraseMatches {
 public:
  std::span<const PhraseMatch> of(LexiconId lexicon) const;
  /// What else the rules share that look at this post.
  SharedWork& shared() const { return shared_; }

 private:
  friend class PhraseIndex;
  mutable SharedWork shared_;
  std::vector<PhraseMatch> matches_;  ///< sorted by lexicon
};

/// The phrases of all lexicons that the rules of a run use: each text is looked at once, however
/// many rules there are, and once more when there are phrases that did not come with the program.
/// Filled while the rules are made, then only read.
class PhraseIndex {
 public:
  /// Switches on the lexicon.tsv of a built-in rule and returns its name here; the same lexicon is
  /// kept once. `categories` are the names that its second column may have; a lexicon that does not
  /// fit is a mistake in the program. It is silent in posts whose language is not in `languages`.
  LexiconId use(std::string_view rule, std::span<const std::string_view> categories,
                LanguageSet languages);
  /// Adds a lexicon from a text in the form of lexicon.tsv (see read_lexicon). An error's place is
  /// the line's bytes in `text`, or nothing when a category is not among `categories`.
  Result<LexiconId> add(std::string_view text, std::span<const std::string_view> categories,
                        LanguageSet languages);
  /// Adds a lexicon without phrases, for add_phrase.
  LexiconId add_lexicon(LanguageSet languages);
  /// Adds all ways to say one phrase.
  void add_phrase(LexiconId lexicon, std::span<const PhraseSequence> sequences, uint16_t category,
                  float weight = 1);

  /// Finds all phrases in `post`. Of phrases of one lexicon that overlap the one that starts first
  /// counts, and of these the longest. Punctuation between the words of a phrase does not matter,
  /// the end of a sentence does.
  PhraseMatches find(const Post& post) const;

 private:
  /// A lexicon that came with the program, as the rule that switched it on knows it.
  struct Used {
    int32_t lexicon = -1;              ///< its name here, -1 while no rule uses it
    std::vector<uint16_t> categories;  ///< the rule's numbers of its categories
  };
  class Search;

  std::vector<LanguageSet> languages_;  ///< of each lexicon
  std::vector<Used> used_;              ///< by position in built_in_phrases(); empty for none
  PhraseTrieBuilder added_;
};

}  // namespace soiree

#endif  // SOIREE_LINT_PHRASES_H_
