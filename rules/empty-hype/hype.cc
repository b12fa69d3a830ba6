#include "rules/empty-hype/hype.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "rules/empty-hype/launch.h"
#include "rules/empty-hype/slogan.h"
#include "rules/location-checkin/place_suffix.h"

namespace soiree {
namespace {

/// In the order of HypeSign.
constexpr std::array<std::string_view, static_cast<size_t>(HypeSign::count)> kCategories = {
    "superlative", "guru", "hustle", "secret", "grand", "drama", "big-word", "praise"};

/// Up to here a social post is judged as a whole; longer ones are read like articles.
constexpr uint32_t kLongestShortPost = 60;
/// In a slogan of so few words two big ones are enough.
constexpr uint32_t kBriefSlogan = 9;
constexpr double kBrief = 1.5;
/// Weights from which a post is hype; how they were measured: rule.md, "Why".
constexpr double kShortWeight = 0.75;
constexpr double kArticleWeight = 0.066;  ///< per square root of the own words
constexpr double kShortestArticle = 100;  ///< words; shorter ones count as that long
/// An article needs these as well: everybody has one big word.
constexpr double kLeastWeight = 1;
constexpr uint32_t kFewestPhrases = 3;
constexpr double kEnoughOfOneKind = 1.5;
/// Short sentences alone are a style.
constexpr double kLeastBesidesDrama = 0.25;
/// Drum rolls: sentences of at most kDrumRoll words count when a quarter of the running text has
/// them, double the weight at half and treble it at three quarters.
constexpr uint32_t kDrumRoll = 4;
constexpr uint32_t kFewestSentences = 10;
constexpr double kUsualDrumRolls = 0.25;
/// From here on an article is one long drum roll: "Not a tool. A revolution." all along needs no
/// other big word. Of 2,061 public articles only those of one site reach it.
constexpr double kDrumRollsThroughout = 0.45;
constexpr uint32_t kFewestThroughout = 25;  ///< sentences
constexpr double kLeastWeightThroughout = 0.75;
/// Links and inline code are evidence to go and see: one in so many words halves the weight.
constexpr double kWordsPerProof = 50;

struct Weights {
  double all = 0;
  double drama = 0;
  uint32_t different = 0;
  uint32_t kinds = 0;
};

double rhythm_factor(const Hype& hype) {
  if (hype.sentences < kFewestSentences) return 1;
  const double share = static_cast<double>(hype.short_sentences) / hype.sentences;
  return 1 + std::clamp((share - kUsualDrumRolls) / kUsualDrumRolls, 0.0, 2.0);
}

double evidence_factor(const Post& post, double words) {
  const auto links = std::count_if(post.document.links.begin(), post.document.links.end(),
                                   [](const Link& link) { return !link.image; });
  const auto code = std::count_if(post.tokens().begin(), post.tokens().end(),
                                  [](const Token& token) { return token.kind == TokenKind::code; });
  return 1 / (1 + static_cast<double>(links + code) * kWordsPerProof / words);
}

double score_article(const Post& post, const Weights& weights, const Hype& hype) {
  if (weights.different < kFewestPhrases) return 0;
  if (!hype.rolls_throughout) {
    if (weights.all < kLeastWeight || weights.all - weights.drama < kLeastBesidesDrama) return 0;
    if (weights.kinds < 2 && weights.all < kEnoughOfOneKind) return 0;
  }
  if (weights.all < kLeastWeightThroughout) return 0;
  const double length = std::max<double>(hype.words, kShortestArticle);
  return weights.all / std::sqrt(length) / kArticleWeight * rhythm_factor(hype) *
         evidence_factor(post, length);
}

void count_sentences(const Post& post, Hype& hype) {
  for (const ProseSentence& sentence : post.prose) {
    if (sentence.form != SentenceForm::prose) continue;
    ++hype.sentences;
    if (sentence.words <= kDrumRoll) ++hype.short_sentences;
  }
  hype.rolls_throughout = hype.sentences >= kFewestThroughout &&
                          hype.short_sentences >= kDrumRollsThroughout * hype.sentences;
}

}  // namespace

HypeMeter::HypeMeter(const RuleContext& context)
    : lexicon_(context.phrases->use("empty-hype", kCategories, {Language::en, Language::unknown})) {
}

Hype HypeMeter::measure(const Post& post, const PhraseMatches& phrases) const {
  Hype hype;
  const std::span<const PhraseMatch> found = phrases.of(lexicon_);
  if (found.empty() || (post.kind != PostKind::article && post.kind != PostKind::social)) {
    return hype;
  }
  if (post.kind == PostKind::article && post.language != Language::en) return hype;
  hype.words = count_own_words(post);
  if (hype.words == 0) return hype;  // hashtags and links promise nothing
  const bool is_short = post.is_short() && hype.words <= kLongestShortPost;
  hype.is_slogan = is_short;
  PhraseTally tally(post);
  Weights weights;
  const TextSpan place = is_short ? find_place_suffix(post.text()) : TextSpan{};
  const bool slogan = is_short && has_slogan_shape(post);
  const bool launch = is_short && presents_a_thing(post);
  for (const PhraseMatch& match : found) {
    const bool big_word = match.category == static_cast<size_t>(HypeSign::big_word);
    if (big_word && !slogan) continue;
    const bool praise = match.category == static_cast<size_t>(HypeSign::praise);
    if (praise && !launch) continue;
    // "@ Hustle Coffee" is where the author is.
    if (!place.empty() && post.tokens()[match.first].span.begin >= place.begin) break;
    const BlockRole role = post.document.blocks[post.block_of(match.first)].role;
    if (match.quoted || role == BlockRole::description) continue;
    const double weight = tally.add(match, big_word && hype.words <= kBriefSlogan ? kBrief : 1);
    if (weight == 0) continue;
    ++hype.signs[match.category];
    if (match.category == static_cast<size_t>(HypeSign::drama)) weights.drama += weight;
  }
  tally.finish();
  if (tally.weight() == 0) return hype;
  hype.passages = tally.passages();
  if (is_short) {
    const bool answers = post.text().starts_with('@') && !post.text().starts_with("@ ");
    const bool mere_rhythm = tally.weight() - weights.drama < kLeastBesidesDrama;
    hype.score = answers || mere_rhythm ? 0 : tally.weight() / kShortWeight;
    return hype;
  }
  count_sentences(post, hype);
  weights.all = tally.weight();
  weights.different = tally.different();
  weights.kinds = static_cast<uint32_t>(std::count_if(hype.signs.begin(), hype.signs.end(),
                                                      [](uint32_t count) { return count > 0; }));
  hype.score = score_article(post, weights, hype);
  return hype;
}

}  // namespace soiree
