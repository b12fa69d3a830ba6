#include "rules/bought-followers/goods.h"

#include <algorithm>
#include <string_view>

#include "linter/post/quotations.h"
#include "linter/text/word_table.h"

namespace soiree {
namespace {

enum Role : uint32_t {
  kGoods = 1,      ///< what is counted on a platform
  kWeakGoods = 2,  ///< so are these, among other things
  kQuality = 4,    ///< what sellers say of them
  kPlatform = 8,
  kJoin = 16,    ///< may stand between the words of an offer
  kSell = 32,    ///< before the goods: sells or calls to buy
  kGain = 64,    ///< before the goods: promises them
  kOwned = 128,  ///< before the goods: they are somebody's already
  kDoes = 256,   ///< after the goods: they are people who do something
  kTerms = 512,  ///< after the goods: how they are sold
  kDelivery = 1024,
  kContact = 2048,
  kCheap = 4096,
  kDenied = 8192,  ///< anywhere before the goods in the sentence
  kBulk = 16384,   ///< as good as a number
  kTrade = 32768,  ///< a quality that only sellers of accounts and likes speak of
};

constexpr auto kRoles = [] {
  WordTable<1024> table;
  table.add(
      "followers follower subscribers subs likes retweets upvotes watch-hours watchtime viewbots "
      "viewbot",
      kGoods);
  table.add(
      "views viewers plays streams impressions reposts comments members listeners reviews "
      "reactions votes saves shares fans connections accounts "
      "account downloads installs ratings stars engagement hours badge tick checkmark "
      "verification pages page channel channels profiles",
      kWeakGoods);
  table.add(
      "theme meme positive real active organic genuine hq premium targeted quality high-quality "
      "aged verified bot bots "
      "human authentic non-drop nondrop permanent pva monetized monetised blue mixed worldwide "
      "usa us uk legit niche phone-verified established ready-made drop non high watch five-star "
      "5-star offline online live guaranteed",
      kQuality);
  table.add(
      "instagram ig insta tiktok youtube yt twitter x fb facebook spotify soundcloud twitch "
      "telegram google trustpilot amazon discord snapchat linkedin threads reddit yelp kick "
      "pinterest onlyfans social media",
      kPlatform);
  table.add(
      "and or of new more extra free with to for up a an some the no in your you only just at",
      kJoin);
  table.add(
      "aged verified pva non-drop nondrop hq monetized monetised phone-verified badge tick blue "
      "watch bots theme meme",
      kTrade);
  table.add("k m thousand thousands hundreds million bulk unlimited dozens", kBulk);
  table.add(
      "sell selling sells seller sellers reseller resellers provide provides providing provider "
      "supply supplies supplying supplier suppliers deliver delivers delivering offer offers "
      "offering order buy buying purchase purchasing vendor vendors shop stock",
      kSell);
  table.add(
      "get gain gains gaining grow boost boosts boosting increase skyrocket explode add adds send "
      "sends bring brings want need wants needs earn receive grab push pump inflate attract "
      "unlock skyrockets multiply",
      kGain);
  table.add(
      "my our their his her its these those all many few who whose which lost lose losing hit "
      "reached reach passed have has had got thank thanks because dear hello hi hey fellow among "
      "from than by ask asked tell told asking celebrate celebrating most",
      kOwned);
  table.add(
      "who are were was is will would have had said say asked ask know knew love loved like can "
      "could should may might want wanted think thought get gets got keep kept sent send told "
      "left don't do did voted chose wrote of on here as that today so far this since after when",
      kDoes);
  table.add(
      "start starts package packages panel panels service services plan plans bundle bundles "
      "provider supplier "
      "reseller resellers available delivered guaranteed guarantee instantly overnight fast cheap "
      "sale starting per price prices rates pricing deal deals seller sellers store promo site",
      kTerms);
  table.add(
      "delivery deliver delivered delivers delivering instant instantly overnight refill refills "
      "refilled guaranteed guarantee warranty autopilot gradual gradually refund drop drops "
      "nondrop non-drop password safe safely discreet discreetly lifetime 24/7 automatically "
      "escrow replacement turnaround",
      kDelivery);
  table.add(
      "dm dms inbox whatsapp telegram pm hmu message text paypal cashapp crypto bio link checkout "
      "website site price prices pricing rates packages discount discounts clients customers "
      "order orders",
      kContact);
  table.add("cheap cheapest cheaper affordable lowest low-cost discounted wholesale instant bulk",
            kCheap);
  table.add(
      "don't dont never not stop avoid why without against shouldn't isn't aren't won't quit "
      "instead been they he she caught accused admitted ban bans banned crackdown lawsuit sued "
      "scam "
      "scams fraud risk risks danger dangers problem truth detect detecting purge purged remove "
      "removed removing delete deleted fake bogus spam spammers how should didn't can't if when "
      "people companies celebrities politicians bought paid refuse refused wouldn't "
      "couldn't thanks thank study research article podcast episode report paper prison court "
      "keeps keep emails scammer scammers offered me nobody someone's",
      kDenied);
  return table;
}();

constexpr double kSold = 1;
constexpr double kPromised = 0.5;
constexpr double kOnTerms = 0.8;
constexpr double kForPrice = 1;
constexpr double kPraised = 0.4;  ///< for each word of the seller's praise, at most two
constexpr double kCounted = 0.25;
constexpr double kCheaply = 0.7;
constexpr double kOnPlatform = 0.1;
constexpr double kSign = 0.3;   ///< for each kind of sign elsewhere: delivery, contact, price
constexpr double kLeast = 0.5;  ///< below, the words are no offer whatever else the post says
constexpr uint32_t kReach = 8;  ///< tokens before the goods that may qualify them
constexpr uint32_t kReachOfTerms = 4;

bool is_price(const Post& post, const Token& token) {
  const std::string_view text = post.text(token.span);
  return token.kind == TokenKind::number &&
         (text.starts_with("0.") || text.find('$') != text.npos ||
          text.find("\u20AC") != text.npos || text.find("\u00A3") != text.npos);
}

/// One offer: tokens [first, last), what they say and what they weigh.
struct Offer {
  uint32_t first = 0;
  uint32_t last = 0;
  bool sure = false;      ///< only traders speak of such goods
  bool counted = false;   ///< by the hundred and more
  bool platform = false;  ///< a platform is named
  double praise = 0;
  double weight = 0;

  bool qualified() const { return counted || platform; }
};

class GoodsReader {
 public:
  explicit GoodsReader(const Post& post) : post_(post), tokens_(post.tokens()) {}

  GoodsOnOffer read() {
    GoodsOnOffer goods;
    uint32_t end = 0;
    for (const Sentence& sentence : post_.segments.sentences) {
      for (uint32_t i = sentence.first; i < sentence.last; ++i) {
        if (i < end || (role_of(i) & kAnyGoods) == 0 || is_quoted(post_, i)) continue;
        Sentence rest = sentence;
        rest.first = std::max(rest.first, end);
        const Offer offer = read_offer(i, rest);
        if (offer.weight < kLeast) continue;
        goods.places.push_back({tokens_[offer.first].span.begin, tokens_[offer.last - 1].span.end});
        goods.weight = std::max(goods.weight, offer.weight);
        end = offer.last;
      }
    }
    if (!goods.places.empty()) goods.weight += kSign * signs();
    return goods;
  }

 private:
  static constexpr uint32_t kAnyGoods = kGoods | kWeakGoods;
  static constexpr uint32_t kChain = kAnyGoods | kQuality | kPlatform | kJoin | kBulk | kCheap;

  uint32_t role_of(uint32_t i) const { return kRoles.find(tokens_[i].hash); }
  uint32_t hash_of(uint32_t i) const { return tokens_[i].hash; }

  /// May the token stand among the words of an offer?
  bool is_chained(uint32_t i, uint32_t roles = kChain) const {
    return tokens_[i].kind == TokenKind::number || tokens_[i].kind == TokenKind::emoji ||
           (role_of(i) & roles) != 0;
  }

  void look(uint32_t i, Offer& offer) const {
    const uint32_t role = role_of(i);
    offer.counted = offer.counted || is_many(i) || (role & kBulk) != 0;
    offer.platform = offer.platform || (role & kPlatform) != 0;
    offer.sure = offer.sure || (role & (kTrade | kGoods)) != 0;
    if ((role & kQuality) != 0 && offer.praise < 2 * kPraised) offer.praise += kPraised;
    if ((role & kCheap) != 0) offer.weight = kCheaply;
  }

  /// The goods and what qualifies them: "1000 real Instagram followers and likes".
  Offer gather(uint32_t at, const Sentence& sentence) const {
    Offer offer;
    offer.first = at;
    offer.last = at + 1;
    look(at, offer);
    while (offer.first > sentence.first && at - offer.first < kReach &&
           is_chained(offer.first - 1) && (role_of(offer.first - 1) & kSell) == 0) {
      look(--offer.first, offer);
    }
    while (offer.last < sentence.last && (role_of(offer.last) & (kAnyGoods | kTrade)) != 0) {
      look(offer.last++, offer);
    }
    return offer;
  }

  Offer read_offer(uint32_t at, const Sentence& sentence) const {
    Offer offer = gather(at, sentence);
    if (is_denied(sentence, offer.first)) return {};
    const uint32_t head = offer.first > sentence.first ? role_of(offer.first - 1) : 0;
    const uint32_t next = offer.last < sentence.last ? role_of(offer.last) : 0;
    const bool have = head != 0 && hash_of(offer.first - 1) == hash_word("have");
    const double link = (head & kSell) != 0 ? kSold : (head & kGain) != 0 ? kPromised : 0;
    if (link > 0) --offer.first;
    const double terms = std::max(weigh_terms(sentence, offer), weigh_label(sentence, offer));
    if ((head & kOwned) != 0 && !(have && terms > 0)) return {};
    if (terms == 0 && link == 0 && (next & kDoes) != 0) return {};
    if (!offer.sure && !is_trade(offer, link, terms, sentence)) return {};
    if (link + terms + offer.weight + offer.praise == 0) return {};
    offer.weight += link + terms + offer.praise;
    if (offer.counted) offer.weight += kCounted;
    if (offer.platform) offer.weight += kOnPlatform;
    return offer;
  }

  /// Goods that others sell as well ("plays", "pages") need more around them.
  bool is_trade(const Offer& offer, double link, double terms, const Sentence& sentence) const {
    if (!offer.qualified()) return false;
    if (terms > 0 || link == kSold) return true;
    return link > 0 && offer.counted && (offer.platform || by_sender(sentence, offer));
  }

  /// "for $5", "from 3 €", "package", "delivered", "from premium listeners": right after the goods.
  double weigh_terms(const Sentence& sentence, Offer& offer) const {
    const uint32_t end = std::min(sentence.last, offer.last + kReachOfTerms);
    for (uint32_t i = offer.last; i < end; ++i) {
      if (is_price(post_, tokens_[i])) {
        offer.last = i + 1;
        return kForPrice;
      }
      const bool source =
          i > 0 && hash_of(i - 1) == hash_word("from") && (role_of(i) & kQuality) != 0;
      if (source || (role_of(i) & kTerms) != 0) {
        offer.last = i + 1;
        return kOnTerms;
      }
      const bool from = hash_of(i) == hash_word("from");
      if (!from && !is_chained(i, kJoin | kPlatform | kAnyGoods)) break;
    }
    return 0;
  }

  /// "Upvotes for Reddit posts", "Members for your server": a label on a shelf.
  double weigh_label(const Sentence& sentence, const Offer& offer) const {
    if (offer.first != sentence.first) return 0;
    uint32_t last = offer.last;
    while (last < sentence.last && is_chained(last, kQuality)) ++last;
    if (last + 1 >= sentence.last || hash_of(last) != hash_word("for")) return 0;
    const bool buyer =
        hash_of(last + 1) == hash_word("your") || (role_of(last + 1) & kPlatform) != 0;
    return buyer ? kOnTerms : 0;
  }

  /// "We add 2k members".
  bool by_sender(const Sentence& sentence, const Offer& offer) const {
    if (offer.first == sentence.first) return false;
    const uint32_t before = hash_of(offer.first - 1);
    return before == hash_word("we") || before == hash_word("i");
  }

  /// A number of three digits and more, or "10k".
  bool is_many(uint32_t i) const {
    if (tokens_[i].kind != TokenKind::number) return false;
    const std::string_view text = post_.text(tokens_[i].span);
    const auto digits =
        std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits >= 3 || text.ends_with('k') || text.ends_with('K') || text.ends_with('M');
  }

  bool is_denied(const Sentence& sentence, uint32_t before) const {
    for (uint32_t i = before; i > sentence.first; --i) {
      if ((role_of(i - 1) & kDenied) != 0) return true;
    }
    return false;
  }

  /// How many kinds of signs of a trade stand anywhere in the post.
  double signs() const {
    bool price = false;
    uint32_t seen = 0;
    for (const Token& token : tokens_) {
      seen |= kRoles.find(token.hash);
      price = price || is_price(post_, token);
    }
    const bool contact = (seen & kContact) != 0 || !post_.document.links.empty();
    return (price ? 1 : 0) + (contact ? 1 : 0) + ((seen & kDelivery) != 0 ? 1 : 0) +
           ((seen & kSell) != 0 ? 1 : 0);
  }

  const Post& post_;
  std::span<const Token> tokens_;
};

}  // namespace

GoodsOnOffer find_goods(const Post& post) {
  if (!post.is_short() || post.kind == PostKind::repost) return {};
  if (post.language != Language::en && post.language != Language::unknown) return {};
  return GoodsReader(post).read();
}

}  // namespace soiree
