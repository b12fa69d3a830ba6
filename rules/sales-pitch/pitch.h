#ifndef SOIREE_RULES_SALES_PITCH_PITCH_H_
#define SOIREE_RULES_SALES_PITCH_PITCH_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "linter/lint/phrase_tally.h"
#include "linter/lint/rule.h"
#include "rules/sales-pitch/own_product.h"
#include "rules/sales-pitch/shop_links.h"

namespace soiree {

/// What a selling phrase does; the categories of rules/sales-pitch/lexicon.tsv in this order, and
/// with "short-" before them once more.
enum class PitchSign : uint8_t {
  action,    ///< "book now"
  offer,     ///< "20% off"
  urgency,   ///< "last chance"
  announce,  ///< "now available"
  price,     ///< "only $20"
  own,       ///< "our shop", "hire me"
  benefit,   ///< "saves you time"
  proof,     ///< "trusted by thousands"
  word,      ///< "free", "tickets": in short posts that speak to a buyer only
  count,
};

/// How much a post sells or promotes what is its author's own.
struct Pitch {
  double score = 0;    ///< 1 is the measured threshold (rule.md, "Why"), 0 nothing of the kind
  uint32_t words = 0;  ///< of the author's own
  std::array<uint32_t, static_cast<size_t>(PitchSign::count)> signs{};  ///< phrases by what they do
  uint32_t shop_links = 0;                ///< addresses of shops, tickets and affiliate programmes
  OwnProduct product;                     ///< of articles
  std::array<PhrasePassage, 3> passages;  ///< heaviest first
};

/// Measures posts. Its phrases are the lexicon of sales-pitch, shared by all rules that use it.
class PitchMeter {
 public:
  explicit PitchMeter(const RuleContext& context);

  /// Social posts in English or in no known language, articles in English; all else scores 0, as do
  /// answers, reposts and direct messages. A post is measured once, whoever asks.
  const Pitch& measure(const Post& post, const PhraseMatches& phrases) const;

 private:
  Pitch measure(const Post& post, std::span<const PhraseMatch> found) const;

  LexiconId lexicon_;
  ShopLinks shops_;
};

}  // namespace soiree

#endif  // SOIREE_RULES_SALES_PITCH_PITCH_H_
