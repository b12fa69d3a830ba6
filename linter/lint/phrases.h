#ifndef SOIREE_LINT_PHRASES_H_
#define SOIREE_LINT_PHRASES_H_

#include <array>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/lint/phrase_pattern.h"
#include "linter/lint/shared_work.h"
#include "linter/post/post.h"
#include "linter/text/hash_filter.h"
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

/// The phrases of all lexicons that the rules of a run use, in one trie over tokens: each text is
/// looked at once, however many rules there are. Filled while the rules are made, then only read.
class PhraseIndex {
 public:
  /// Adds the lexicon.tsv of a built-in rule and returns its name here; the same lexicon is kept
  /// once. `categories` are the names that its second column may have; a lexicon that does not fit
  /// is a mistake in the program. It is silent in posts whose language is not in `languages`.
  LexiconId use(std::string_view rule, std::span<const std::string_view> categories,
                LanguageSet languages);
  /// Adds a lexicon from a text in the form of lexicon.tsv: a line is a pattern (see
  /// read_phrase_pattern), a tab, a category, and optionally a tab and a weight; empty lines and
  /// those that start with "# " are left out. An error's place is the line's bytes in `text`.
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
  struct Node {
    int32_t output = -1;   ///< first of its outputs
    uint32_t classes = 0;  ///< what goes on from here: kinds of elements, bits for literals
  };
  struct Output {
    float weight = 1;
    uint16_t lexicon = 0;
    uint16_t category = 0;
    bool ends_sentence = false;
    int32_t next = -1;
  };
  struct Edge {
    uint32_t node = kNone;
    uint32_t label = 0;
    uint32_t target = 0;
  };
  /// Tells from two tokens in a row, nearly always without a look into the trie, that no phrase
  /// starts there: many phrases start with "the" or "I", few go on as a text does.
  class Beginnings {
   public:
    void add(const PhraseSequence& sequence);
    /// May a phrase start with a token of the label `first` when a token of the label `second` and
    /// of `classes` comes next? Now and then true where none does.
    bool may_be(uint32_t first, uint32_t second, uint32_t classes) const;

   private:
    HashFilter<32768> alone_;         ///< by label: phrases of one token
    HashFilter<131072> pairs_;        ///< by the first two labels
    HashFilter<131072> pairs_again_;  ///< by another hash of them
    uint32_t classes_ = 0;            ///< that come second in a phrase
  };
  struct Search;
  static constexpr uint32_t kNone = UINT32_MAX;
  static constexpr uint32_t kAnywhere = 0;       ///< root of the phrases that may start anywhere
  static constexpr uint32_t kSentenceStart = 1;  ///< root of those that start a sentence

  void add_sequence(const PhraseSequence& sequence, const Output& output);
  uint32_t step(uint32_t node, const PhraseElement& element);
  uint32_t target(uint32_t node, uint32_t label) const;
  void insert(Edge edge);
  void walk(Search& search, uint32_t node, uint32_t token) const;

  std::vector<Node> nodes_ = {{}, {}};
  std::vector<Output> outputs_;
  std::vector<Edge> edges_ = std::vector<Edge>(64);  ///< hash table, at most half full
  size_t edge_count_ = 0;
  Beginnings beginnings_;
  std::vector<LanguageSet> languages_;  ///< of each lexicon
  std::vector<std::string> used_;       ///< the rule each lexicon is of, empty for others
};

}  // namespace soiree

#endif  // SOIREE_LINT_PHRASES_H_
