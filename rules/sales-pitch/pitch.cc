#include "rules/sales-pitch/pitch.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "linter/text/word_table.h"
#include "rules/location-checkin/place_suffix.h"

namespace soiree {
namespace {

constexpr size_t kSigns = static_cast<size_t>(PitchSign::count);
/// In the order of PitchSign, then once more for the phrases that count in short posts only.
constexpr std::array<std::string_view, 2 * kSigns> kCategories = {
    "action",         "offer",       "urgency",   "announce",      "price",       "own",
    "benefit",        "proof",       "word",      "short-action",  "short-offer", "short-urgency",
    "short-announce", "short-price", "short-own", "short-benefit", "short-proof", "short-word"};

/// Up to here a social post is judged as a whole; longer ones are read like articles.
constexpr uint32_t kLongestShortPost = 60;
/// Weights from which a post came to sell; how they were measured: rule.md, "Why".
constexpr double kShortWeight = 0.75;
constexpr double kArticleWeight = 0.108;       ///< per square root of the own words
constexpr double kBriefArticleWeight = 0.097;  ///< below kRoomForABox words
constexpr double kShortestArticle = 60;        ///< words; shorter ones count as that long
/// An article needs all of these as well: one invitation at the end of a useful text is no pitch.
constexpr double kLeastWeight = 0.9;
constexpr double kLeastDensity = 0.003;  ///< weight per word
constexpr uint32_t kFewestPhrases = 2;
constexpr double kLeastBesidesNews = 0.5;
constexpr double kMostOfBlock = 1.75;
constexpr uint32_t kRoomForABox = 300;  ///< words
/// Headings and the title set the tone.
constexpr double kHeading = 1.25;
/// Projects that sell nothing have news as well.
constexpr double kNewsInArticle = 0.5;
constexpr double kShopLink = 0.5;
/// What a product of the author's own adds to the score of an article, and each link to it.
constexpr double kOwnProduct = 0.5;
constexpr double kOwnProductLink = 0.03;
constexpr uint32_t kMostProductLinks = 12;
/// Bytes of program text that count as a word, and what a post with a quarter of them weighs.
constexpr double kCodeBytesPerWord = 8;
constexpr double kTechnicalShare = 0.25;
constexpr double kTechnical = 0.7;
/// A short post that thanks somebody or answers needs more than one weak sign.
constexpr double kSocialWeight = 1.25;

constexpr auto kThanks = [] {
  WordTable<32> table;
  table.add("thank thanks thx thankful congrats congratulations congratulation welcome", 1);
  return table;
}();

bool speaks_to_somebody(const Post& post) {
  if (post.text().starts_with('@') && !post.text().starts_with("@ ")) return true;
  return std::any_of(post.tokens().begin(), post.tokens().end(),
                     [](const Token& token) { return kThanks.find(token.hash) != 0; });
}

/// "v5.2", "14.15.0": a release.
bool names_version(const Post& post) {
  for (const Token& token : post.tokens()) {
    const std::string_view word = token.span.of(post.text());
    const size_t dot = word.find('.');
    if (dot == std::string_view::npos || dot + 1 == word.size() || dot == 0) continue;
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const bool starts = is_digit(word[0]) || ((word[0] | 0x20) == 'v' && is_digit(word[1]));
    if (starts && is_digit(word[dot + 1]) && token.kind != TokenKind::url) return true;
  }
  return false;
}

constexpr auto kDealers = [] {
  WordTable<64> table;
  table.add("you your you're we we're we'll we've our ours us i'm my me i", 1);
  table.add("get grab come set join book order shop buy call text dm learn apply save try visit",
            1);
  return table;
}();

/// Does a short post speak to a buyer or of what is the author's own? Else "free" and "tickets" are
/// news.
bool speaks_to_buyer(const Post& post) {
  return std::any_of(post.tokens().begin(), post.tokens().end(),
                     [](const Token& token) { return kDealers.find(token.hash) != 0; });
}

double technical_factor(const Post& post, uint32_t words) {
  double code = 0;
  for (const CodeBlock& block : post.document.code) code += block.bytes / kCodeBytesPerWord;
  return code >= kTechnicalShare * words ? kTechnical : 1;
}

/// One box of adverts makes no pitch of an article: a paragraph counts up to kMostOfBlock.
class BlockCap {
 public:
  explicit BlockCap(uint32_t words) : capped_(words >= kRoomForABox) {}

  /// What of `weight` still counts in `block`. Blocks come in order.
  double allow(size_t block, double weight) {
    if (!capped_) return weight;
    if (block != block_) left_ = kMostOfBlock;
    block_ = block;
    const double allowed = std::min(weight, left_);
    left_ -= allowed;
    return allowed;
  }

 private:
  bool capped_;
  size_t block_ = SIZE_MAX;
  double left_ = 0;
};

/// "@ Half Price Books" is where the author is, whatever the shop calls itself.
uint32_t start_of_place(const Post& post) {
  const TextSpan place = post.is_short() ? find_place_suffix(post.text()) : TextSpan{};
  return place.empty() ? static_cast<uint32_t>(post.text().size()) : place.begin;
}

constexpr auto kTellers = [] {
  WordTable<64> table;
  table.add("they he she paid pay charge charges charged cost costs spent was were", 1);
  return table;
}();

/// "They charge 2 euros for a bag", "In 1989 he paid 18": told of a price.
bool tells_of_price(const Post& post) {
  return std::any_of(post.tokens().begin(), post.tokens().end(),
                     [](const Token& token) { return kTellers.find(token.hash) != 0; });
}

struct Weights {
  double all = 0;
  double news = 0;
  double price = 0;
  uint32_t different = 0;
};

double score_short(const Post& post, const Weights& weights) {
  if (weights.all < kSocialWeight && speaks_to_somebody(post)) return 0;
  if (weights.all <= weights.news && names_version(post)) return 0;
  const bool price_decides = weights.price > 0 && weights.all - weights.price < kShortWeight;
  if (price_decides && tells_of_price(post)) return 0;
  return weights.all / kShortWeight;
}

/// Articles that tell all along what their author's product can do need little else to sell it.
double score_product(const OwnProduct& product) {
  if (product.mentions == 0) return 0;
  return kOwnProduct + kOwnProductLink * std::min(product.links, kMostProductLinks);
}

double score_article(const Post& post, const Weights& weights, uint32_t words, double product) {
  if (product == 0) {
    if (weights.all < kLeastWeight || weights.different < kFewestPhrases) return 0;
    if (weights.all - weights.news < kLeastBesidesNews) return 0;
    if (weights.all < kLeastDensity * words) return 0;
  }
  const double length = std::max<double>(words, kShortestArticle);
  const double enough = words < kRoomForABox ? kBriefArticleWeight : kArticleWeight;
  const double phrases = weights.all / std::sqrt(length) / enough;
  return (phrases + product) * technical_factor(post, words);
}

}  // namespace

PitchMeter::PitchMeter(const RuleContext& context)
    : lexicon_(context.phrases->use("sales-pitch", kCategories, {Language::en, Language::unknown})),
      shops_(context.self) {}

const Pitch& PitchMeter::measure(const Post& post, const PhraseMatches& phrases) const {
  return phrases.shared().get<Pitch>([&] { return measure(post, phrases.of(lexicon_)); });
}

Pitch PitchMeter::measure(const Post& post, std::span<const PhraseMatch> found) const {
  Pitch pitch;
  if (found.empty() || (post.kind != PostKind::article && post.kind != PostKind::social)) {
    return pitch;
  }
  if (post.kind == PostKind::article && post.language != Language::en) return pitch;
  pitch.words = count_own_words(post);
  const bool is_short = post.is_short() && pitch.words <= kLongestShortPost;
  PhraseTally tally(post);
  Weights weights;
  BlockCap cap(pitch.words);
  const uint32_t place = start_of_place(post);
  const bool to_buyer = is_short && speaks_to_buyer(post);
  for (const PhraseMatch& match : found) {
    if (post.tokens()[match.first].span.begin >= place) break;
    const size_t block = post.block_of(match.first);
    const BlockRole role = post.document.blocks[block].role;
    if (match.quoted || role == BlockRole::description) continue;
    if (match.category >= kSigns && !is_short) continue;
    const size_t sign = match.category % kSigns;
    if (sign == static_cast<size_t>(PitchSign::word) && !to_buyer) continue;
    const bool news = sign == static_cast<size_t>(PitchSign::announce);
    double factor = role == BlockRole::heading || role == BlockRole::title ? kHeading : 1;
    if (news && !post.is_short()) factor *= kNewsInArticle;
    const double weight = tally.add(match, factor);
    if (weight == 0) continue;
    ++pitch.signs[sign];
    weights.all += cap.allow(block, weight);
    if (news) weights.news += weight;
    if (sign == static_cast<size_t>(PitchSign::price)) weights.price += weight;
  }
  tally.finish();
  if (tally.weight() == 0) return pitch;
  pitch.passages = tally.passages();
  pitch.shop_links = shops_.count(post);
  weights.all += kShopLink * pitch.shop_links;
  weights.different = tally.different();
  if (is_short) {
    pitch.score = score_short(post, weights);
    return pitch;
  }
  pitch.product = post.kind == PostKind::article ? find_own_product(post) : OwnProduct{};
  pitch.score = score_article(post, weights, pitch.words, score_product(pitch.product));
  return pitch;
}

}  // namespace soiree
