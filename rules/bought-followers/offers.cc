#include "rules/bought-followers/offers.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "linter/text/word_table.h"

namespace soiree {
namespace {

/// Categories of lexicon.tsv, in this order.
enum Category : uint8_t {
  kOffer,  ///< sells outright
  kBuy,    ///< a call to buy, when the words between qualify the goods
  kGain,   ///< promises many followers
  kRate,   ///< "1,000 followers in 2 days": a promise at the beginning of a clause
  kTag,    ///< a hashtag of the trade
  kCall,   ///< tells where to order
};
constexpr std::array<std::string_view, 6> kCategories = {"offer", "buy", "gain",
                                                         "rate",  "tag", "call"};
/// Half of what is needed for a post to sell; a price or address beside them does the rest.
constexpr std::array<double, 6> kWeights = {1, 0.7, 0.6, 1, 0.5, 0};
constexpr double kWeightOfCall = 0.4;
constexpr uint32_t kReachOfDenial = 6;  ///< words

enum Use : uint32_t { kDenies = 1, kQualifies = 2, kPromises = 4 };

constexpr auto kUses = [] {
  WordTable<512> table;
  table.add(
      "don't dont never not stop avoid why without against shouldn't isn't aren't won't no quit "
      "instead "
      "than tempted who they he she caught accused admitted ban bans banned crackdown lawsuit sued "
      "scam "
      "scams fraud risk risks danger dangers problem truth detect detecting purge purged remove "
      "removed "
      "removing delete deleted fake bogus spam spammers how should didn't can't if when people "
      "someone "
      "companies celebrities politicians bought buying paid refuse refused wouldn't couldn't got "
      "had "
      "reached passed hit thanks thank",
      kDenies);
  table.add(
      "instagram twitter facebook tiktok youtube ig insta fb linkedin spotify soundcloud pinterest "
      "telegram twitch x real active cheap targeted organic quality high genuine usa us premium "
      "instant page post profile video photo "
      "more permanent social media non drop verified aged tik tok new free fast extra followers "
      "likes and "
      "or sell offer provide deliver",
      kQualifies);
  table.add("want need get gain your for add to buy deliver delivers guarantee guaranteed",
            kPromises);
  return table;
}();

class OfferReader {
 public:
  OfferReader(const Post& post, std::span<const PhraseMatch> matches)
      : post_(post), tokens_(post.tokens()), matches_(matches) {}

  FollowerOffers read() {
    for (const PhraseMatch& match : matches_) read_match(match);
    if (!offers_.places.empty() && calls()) offers_.weight += kWeightOfCall;
    return std::move(offers_);
  }

 private:
  void read_match(const PhraseMatch& match) {
    if (match.category == kCall || match.quoted || is_denied(match.first)) return;
    if (match.category == kBuy && !is_qualified(match)) return;
    if (match.category == kRate && !is_promise(match.first)) return;
    offers_.places.push_back(span_of(match, post_));
    offers_.weight += kWeights[match.category] * match.weight;
  }

  bool is_denied(uint32_t token) const {
    for (uint32_t steps = 0; steps < kReachOfDenial && token > 0; ++steps, --token) {
      if (tokens_[token].sentence_start) return false;
      if ((kUses.find(tokens_[token - 1].hash) & kDenies) != 0) return true;
    }
    return false;
  }

  /// "buy real Instagram followers", but not "buy a gift your followers".
  bool is_qualified(const PhraseMatch& match) const {
    const auto between = tokens_.subspan(match.first + 1, match.last - match.first - 2);
    return std::all_of(between.begin(), between.end(), [](const Token& token) {
      return token.kind == TokenKind::number || (kUses.find(token.hash) & kQualifies) != 0;
    });
  }

  bool is_promise(uint32_t token) const {
    if (token == 0 || tokens_[token].sentence_start) return true;
    const Token& before = tokens_[token - 1];
    if (before.kind != TokenKind::word) return true;
    const std::string_view gap = post_.text({before.span.end, tokens_[token].span.begin});
    return gap.find_first_of("\n.!?:;|()-") != std::string_view::npos ||
           (kUses.find(before.hash) & kPromises) != 0;
  }

  /// Does the post say where to order, or what it costs?
  bool calls() const {
    if (!post_.document.links.empty()) return true;
    for (const PhraseMatch& match : matches_) {
      if (match.category == kCall) return true;
    }
    return std::any_of(tokens_.begin(), tokens_.end(), [&](const Token& token) {
      return token.kind == TokenKind::url ||
             (token.kind == TokenKind::number &&
              post_.text(token.span).find_first_of("$") != std::string_view::npos);
    });
  }

  const Post& post_;
  std::span<const Token> tokens_;
  std::span<const PhraseMatch> matches_;
  FollowerOffers offers_;
};

}  // namespace

LexiconId use_offer_lexicon(PhraseIndex& phrases) {
  return phrases.use("bought-followers", kCategories, LanguageSet{Language::en, Language::unknown});
}

FollowerOffers find_offers(const Post& post, std::span<const PhraseMatch> matches) {
  if (matches.empty() || post.kind == PostKind::repost) return {};
  return OfferReader(post, matches).read();
}

}  // namespace soiree
