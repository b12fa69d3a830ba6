#ifndef SOIREE_LINT_PHRASE_TALLY_H_
#define SOIREE_LINT_PHRASE_TALLY_H_

#include <array>
#include <cstdint>

#include "linter/lint/phrases.h"
#include "linter/post/post.h"

namespace soiree {

/// A sentence that holds counted phrases.
struct PhrasePassage {
  double weight = 0;  ///< of its phrases
  TextSpan sentence;
  TextSpan phrase;  ///< the heaviest of them
  double phrase_weight = 0;
  uint32_t phrases = 0;
};

/// Adds up phrases that a lexicon found in a post. A phrase that comes again weighs half, then a
/// quarter, then nothing: a post about testimonials says the word often and advertises nothing.
class PhraseTally {
 public:
  explicit PhraseTally(const Post& post) : post_(post) {}

  /// Counts a phrase with `factor` times its weight in the lexicon. Returns what it added, 0 when
  /// the phrase has been said often. Matches come in the order of the text.
  double add(const PhraseMatch& match, double factor);
  /// To be called once after the last phrase.
  void finish() { keep(current_); }

  double weight() const { return weight_; }
  uint32_t different() const { return different_; }
  /// The sentences that weigh most, heaviest first; empty ones have weight 0.
  const std::array<PhrasePassage, 3>& passages() const { return passages_; }

 private:
  void keep(PhrasePassage passage);
  TextSpan sentence_of(uint32_t token) const;

  const Post& post_;
  double weight_ = 0;
  uint32_t different_ = 0;
  PhrasePassage current_;
  std::array<PhrasePassage, 3> passages_;
  /// How often a phrase was said, by its hash. Two phrases in one slot only weigh less.
  std::array<uint8_t, 1024> said_{};
};

/// Words of the author's own text: headings, paragraphs, lists and tables outside quotations.
uint32_t count_own_words(const Post& post);

}  // namespace soiree

#endif  // SOIREE_LINT_PHRASE_TALLY_H_
