#include "linter/lint/rule.h"

#include <fmt/format.h>

#include <algorithm>

#include "rules/bought-followers/goods.h"
#include "rules/bought-followers/offers.h"

namespace soiree {
namespace {

constexpr double kEnoughInShortPost = 1;
constexpr double kEnoughInArticle = 3;
constexpr size_t kFewestInArticle = 3;
/// Who sells comes back to it; who writes about the trade has other things to say.
constexpr size_t kWordsPerOffer = 120;
constexpr size_t kMostNotes = 3;

class BoughtFollowers : public Check {
 public:
  explicit BoughtFollowers(const RuleContext& context)
      : lexicon_(use_offer_lexicon(*context.phrases)) {}

  void on_post(const Post& post, const PhraseMatches& phrases, Report& report) const override {
    FollowerOffers offers = find_offers(post, phrases.of(lexicon_));
    if (post.is_short() && offers.weight < kEnoughInShortPost) {
      GoodsOnOffer goods = find_goods(post);
      if (goods.weight > offers.weight) offers = {std::move(goods.places), goods.weight};
    }
    if (offers.places.empty() || !sells(post, offers)) return;
    FindingHandle finding = report.add(
        offers.places.front(),
        fmt::format(
            "\u201C{}\u201D trades followers or likes for money ({} such {} here); platforms "
            "remove both sides of that trade: win readers with what you make",
            post.text(offers.places.front()), offers.places.size(),
            offers.places.size() == 1 ? "line" : "lines"));
    for (size_t i = 1; i < offers.places.size() && i <= kMostNotes; ++i) {
      finding.note(offers.places[i], "here too");
    }
  }

 private:
  static bool sells(const Post& post, const FollowerOffers& offers) {
    if (post.is_short()) return offers.weight >= kEnoughInShortPost;
    const auto tokens = post.tokens();
    const auto words = static_cast<size_t>(std::count_if(tokens.begin(), tokens.end(), is_word));
    return offers.places.size() >= kFewestInArticle && offers.weight >= kEnoughInArticle &&
           offers.places.size() * kWordsPerOffer >= words;
  }

  LexiconId lexicon_;
};

}  // namespace

std::unique_ptr<Check> make_bought_followers(const RuleOptions& /*options*/,
                                             const RuleContext& context) {
  return std::make_unique<BoughtFollowers>(context);
}

}  // namespace soiree
