#ifndef SOIREE_RULES_EMPTY_HYPE_HYPE_H_
#define SOIREE_RULES_EMPTY_HYPE_HYPE_H_

#include <array>
#include <cstddef>
#include <cstdint>

#include "linter/lint/phrase_tally.h"
#include "linter/lint/rule.h"

namespace soiree {

/// What a phrase of hype is; the categories of rules/empty-hype/lexicon.tsv in this order.
enum class HypeSign : uint8_t {
  superlative,  ///< "game-changer"
  guru,         ///< "unlock your potential"
  hustle,       ///< "passive income"
  secret,       ///< "secrets nobody tells you"
  grand,        ///< "nothing will ever be the same"
  drama,        ///< "Not a tool. A revolution."
  big_word,     ///< "dreams", "greatness": in short posts with the shape of a slogan only
  praise,       ///< "stunning", "set the standard": in short posts that present a thing only
  count,
};

/// How much a post promises and how little stands behind it.
struct Hype {
  double score = 0;    ///< 1 is the measured threshold (rule.md, "Why"), 0 nothing of the kind
  uint32_t words = 0;  ///< of the author's own
  std::array<uint32_t, static_cast<size_t>(HypeSign::count)> signs{};  ///< phrases by what they are
  uint32_t sentences = 0;                                              ///< of running text
  uint32_t short_sentences = 0;           ///< of these with at most four words
  bool is_slogan = false;                 ///< judged as a whole, as short posts are
  bool rolls_throughout = false;          ///< nearly every second sentence is that short
  std::array<PhrasePassage, 3> passages;  ///< heaviest first
};

/// Measures posts by the lexicon of empty-hype.
class HypeMeter {
 public:
  explicit HypeMeter(const RuleContext& context);

  /// Social posts in English or in no known language, articles in English; all else scores 0, as do
  /// answers, reposts and direct messages.
  Hype measure(const Post& post, const PhraseMatches& phrases) const;

 private:
  LexiconId lexicon_;
};

}  // namespace soiree

#endif  // SOIREE_RULES_EMPTY_HYPE_HYPE_H_
