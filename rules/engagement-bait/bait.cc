#include "rules/engagement-bait/bait.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "linter/text/word_table.h"
#include "rules/engagement-bait/bait_tags.h"
#include "rules/engagement-bait/calls.h"

namespace soiree {
namespace {

/// Categories of lexicon.tsv, in this order.
enum Category : uint8_t {
  kTrade,     ///< engagement for engagement
  kTrain,     ///< what a row of handles is for; weight 1 says so outright
  kBeg,       ///< begs wherever it stands
  kAsk,       ///< begs when it tells the reader to do it
  kHint,      ///< two of these beg
  kTag,       ///< asks to tag whom or what follows
  kGiveaway,  ///< a prize; weight 1 announces it
  kAction,    ///< what a prize may be for
  kOver,      ///< the giveaway is over, or for people in need
  kAbout,     ///< the post speaks about bait
  kNeed,      ///< somebody is in need
  kTagTrade,  ///< hashtags that trade
};
constexpr std::array<std::string_view, 12> kCategories = {
    "trade",    "train",  "beg",  "ask",   "hint", "tag",
    "giveaway", "action", "over", "about", "need", "tag-trade"};

constexpr uint32_t kManyHandles = 6;          ///< more than an answer has
constexpr uint32_t kHandlesOfTrain = 4;       ///< with "follow all"
constexpr uint32_t kHandlesOfLongTrain = 10;  ///< with a mere "follow"
constexpr uint32_t kFewestInArticle = 2;
constexpr uint32_t kWordsPerPlace = 300;    ///< in an article
constexpr uint32_t kReachOfNegation = 4;    ///< words
constexpr uint32_t kLongestScareQuote = 4;  ///< words; longer quotations are somebody else's

enum Use : uint32_t {
  kNegates = 1,
  kUrges = 2,     ///< before an imperative
  kReminds = 4,   ///< "don't forget to tag"
  kIsNoCall = 8,  ///< before "tag": it is a noun or somebody else's deed
  kThing = 16,    ///< what one tags without meaning people
  kPerson = 32,
  kParty = 64,  ///< who trades
};

constexpr auto kUses = [] {
  WordTable<512> table;
  table.add(
      "no not don't dont never stop hate without isn't against why tired sick instead quit avoid",
      kNegates);
  table.add("please pls plz plss kindly just and n then or so must also now", kUrges);
  table.add("forget remember sure need have", kReminds);
  table.add(
      "i we you they price name dog git my your our who blog html a the this each can will how "
      "would "
      "us meta title hash new every add bag luggage",
      kIsNoCall);
  table.add("me us i we i'll we'll ill", kParty);
  table.add(
      "tweet tweets post posts photo photos pic pics picture pictures release commit image images "
      "version issue issues story stories video videos repo bug branch build ticket page product "
      "products location item items file bag bags url urls link links email emails",
      kThing);
  table.add(
      "friend friends someone somebody some1 sum1 buddy bestie besties bff mate mates partner "
      "person "
      "people wife husband mom mum dad sister brother crew squad girl girls guy guys entrepreneur "
      "twin twins cousin roommate boyfriend girlfriend bae fam companion colleague coworker "
      "workmate boss lover teammate everyone anyone",
      kPerson);
  return table;
}();

uint32_t uses(const Token& token) { return kUses.find(token.hash); }

bool speaks_to_somebody(const Post& post, uint32_t handles) {
  if (post.kind == PostKind::reply || post.kind == PostKind::direct_message) return true;
  return post.tokens().front().kind == TokenKind::mention && handles < kManyHandles;
}

class BaitReader {
 public:
  BaitReader(const Post& post, std::span<const PhraseMatch> matches)
      : post_(post),
        tokens_(post.tokens()),
        matches_(matches),
        english_(post.language == Language::en || post.language == Language::unknown) {}

  Bait read() {
    if (tokens_.empty() || post_.kind == PostKind::repost) return {};
    for (const Token& token : tokens_) {
      if (token.kind == TokenKind::mention) ++bait_.handles;
    }
    answers_ = speaks_to_somebody(post_, bait_.handles);
    read_hashtags();
    if (english_ && !has(kAbout)) {
      for (const PhraseMatch& match : matches_) read_match(match);
      read_train();
      read_giveaway();
      if (bait_.places.empty()) read_hints();
      if (bait_.places.empty()) read_calls();
    }
    if (!post_.is_short() && !is_dense()) bait_.places.clear();
    std::stable_sort(bait_.places.begin(), bait_.places.end(),
                     [](const BaitPlace& a, const BaitPlace& b) { return a.kind < b.kind; });
    return std::move(bait_);
  }

 private:
  bool has(Category category) const {
    return std::any_of(matches_.begin(), matches_.end(),
                       [category](const PhraseMatch& match) { return match.category == category; });
  }
  void add(BaitKind kind, TextSpan place) { bait_.places.push_back({kind, place}); }

  std::string_view gap_before(uint32_t token) const {
    if (token == 0) return {};
    return post_.text({tokens_[token - 1].span.end, tokens_[token].span.begin});
  }

  void read_hashtags() {
    if (!post_.is_short()) return;
    for (const Token& token : tokens_) {
      if (token.kind != TokenKind::hashtag) continue;
      if (is_trade_tag(post_.text(token.span).substr(1))) add(BaitKind::trade, token.span);
    }
  }

  void read_match(const PhraseMatch& match) {
    const TextSpan place = span_of(match, post_);
    if (match.category == kTagTrade) {
      add(BaitKind::trade, place);
      return;
    }
    if (match.category != kTrade && match.category != kBeg && match.category != kAsk &&
        match.category != kTag) {
      return;
    }
    if (is_somebody_elses(match) || is_negated(match.first)) return;
    if (!post_.is_short() && !is_call_in_article(match)) return;
    switch (match.category) {
      case kTrade:
        if (answers_ && has_word(hash_word("dm"))) break;
        add(BaitKind::trade, place);
        offers_trade_ = offers_trade_ || names_party(match);
        break;
      case kTag:
        if (tags_people(match)) add(BaitKind::tagging, with_next_word(match));
        break;
      default:
        if (answers_ || has(kNeed)) break;
        if (post_.text(place).find(':') != std::string_view::npos) break;  // "Type: Link"
        if (match.category == kBeg || is_imperative(match.first)) add(BaitKind::begging, place);
        break;
    }
  }

  /// Articles name such calls to talk about them.
  bool is_call_in_article(const PhraseMatch& match) const {
    const BlockRole role = post_.document.blocks[post_.block_of(match.first)].role;
    const bool heading =
        role == BlockRole::title || role == BlockRole::description || role == BlockRole::heading;
    return !heading && !match.quoted && is_imperative(match.first);
  }

  bool names_party(const PhraseMatch& match) const {
    return std::any_of(tokens_.begin() + match.first, tokens_.begin() + match.last,
                       [](const Token& token) { return (uses(token) & kParty) != 0; });
  }

  /// Inside a quotation that is more than a word in marks, such as comment "YES".
  bool is_somebody_elses(const PhraseMatch& match) const {
    if (!match.quoted) return false;
    const auto quotation = std::partition_point(
        post_.quotations.begin(), post_.quotations.end(),
        [&](const Quotation& other) { return other.last_token <= match.first; });
    return quotation == post_.quotations.end() || quotation->words > kLongestScareQuote ||
           quotation->form == QuotationForm::repost;
  }

  bool is_negated(uint32_t token) const {
    for (uint32_t steps = 0; steps < kReachOfNegation && token > 0; ++steps, --token) {
      if (tokens_[token].sentence_start) return false;
      if (gap_before(token).find_first_of(",;:\n-") != std::string_view::npos) return false;
      if ((uses(tokens_[token - 1]) & kNegates) != 0) {
        const bool reminder = (uses(tokens_[token]) & kReminds) != 0;  // "don't forget to tag"
        return !reminder;
      }
    }
    return false;
  }

  bool starts_clause(uint32_t token) const {
    if (token == 0 || tokens_[token].sentence_start) return true;
    const TokenKind before = tokens_[token - 1].kind;
    if (before != TokenKind::word && before != TokenKind::number) return true;
    const std::string_view gap = gap_before(token);
    return std::any_of(gap.begin(), gap.end(), [](char c) {
      return static_cast<unsigned char>(c) > 127 ||
             std::string_view("\n.!?:;|()\"-/,").find(c) != std::string_view::npos;
    });
  }

  /// Is the reader told to do it?
  bool is_imperative(uint32_t token) const {
    if (starts_clause(token)) return true;
    const Token& before = tokens_[token - 1];
    if (before.hash == hash_word("to")) {
      return token > 1 && (uses(tokens_[token - 2]) & kReminds) != 0;
    }
    return (uses(before) & (kUrges | kReminds)) != 0;
  }

  bool tags_people(const PhraseMatch& match) const {
    if (gap_before(match.first + 1) != " ") return false;  // "tag -a" is a command
    const uint32_t end = std::min<uint32_t>(match.last + 2, static_cast<uint32_t>(tokens_.size()));
    bool person = false;
    for (uint32_t i = match.last - 1; i < end; ++i) {
      if (i >= match.last && tokens_[i].sentence_start) break;
      if ((uses(tokens_[i]) & kThing) != 0) return false;
      person = person || (uses(tokens_[i]) & kPerson) != 0;
    }
    if (!is_imperative(match.first)) {
      if (!person || (uses(tokens_[match.first - 1]) & kIsNoCall) != 0) return false;
    }
    if (person) return true;
    if (answers_ || !post_.is_short()) return false;
    // "Tag an entrepreneur": anything that is no thing. "Tag your scars" is about something else.
    const uint32_t article = tokens_[match.first + 1].hash;
    return article == hash_word("a") || article == hash_word("an");
  }

  TextSpan with_next_word(const PhraseMatch& match) const {
    TextSpan place = span_of(match, post_);
    const bool more = match.last < tokens_.size() && !tokens_[match.last].sentence_start &&
                      tokens_[match.last].kind == TokenKind::word && gap_before(match.last) == " ";
    if (more) place.end = tokens_[match.last].span.end;
    return place;
  }

  bool has_word(uint32_t hash) const {
    return std::any_of(tokens_.begin(), tokens_.end(),
                       [hash](const Token& token) { return token.hash == hash; });
  }

  void read_train() {
    if (!post_.is_short() || bait_.handles < kHandlesOfTrain) return;
    for (const PhraseMatch& match : matches_) {
      if (match.category != kTrain || match.quoted) continue;
      if (match.weight < 1 && bait_.handles < kHandlesOfLongTrain) continue;
      add(BaitKind::train, span_of(match, post_));
      return;
    }
  }

  void read_giveaway() {
    if (!post_.is_short() || answers_ || has(kOver)) return;
    const PhraseMatch* prize = nullptr;
    bool asks = !bait_.places.empty();
    for (const PhraseMatch& match : matches_) {
      if (match.quoted) continue;
      if (match.category == kGiveaway && (prize == nullptr || match.weight > prize->weight)) {
        prize = &match;
      }
      if (match.category == kAction && is_imperative(match.first)) asks = true;
    }
    if (prize == nullptr || (prize->weight < 1 && !asks)) return;
    add(BaitKind::giveaway, span_of(*prize, post_));
  }

  void read_hints() {
    if (!post_.is_short() || answers_) return;
    std::vector<BaitPlace> hints;
    for (const PhraseMatch& match : matches_) {
      if (match.category != kHint || match.quoted || is_negated(match.first)) continue;
      hints.push_back({BaitKind::hints, span_of(match, post_)});
    }
    if (hints.size() >= 2) bait_.places = std::move(hints);
  }

  void read_calls() {
    if (!post_.is_short() || answers_ || has(kNeed)) return;
    const EngagementCalls calls = find_calls(post_);
    if (calls.weight < 1) return;
    for (const TextSpan place : calls.places) add(BaitKind::begging, place);
  }

  bool is_dense() const {
    const auto words = static_cast<size_t>(std::count_if(tokens_.begin(), tokens_.end(), is_word));
    const size_t places = bait_.places.size() + (offers_trade_ ? 1 : 0);
    return places >= kFewestInArticle && places * kWordsPerPlace >= words;
  }

  const Post& post_;
  std::span<const Token> tokens_;
  std::span<const PhraseMatch> matches_;
  bool english_;
  bool answers_ = false;
  bool offers_trade_ = false;  ///< "follow us and we follow back", with the two parties named
  Bait bait_;
};

}  // namespace

LexiconId use_bait_lexicon(PhraseIndex& phrases) {
  return phrases.use("engagement-bait", kCategories, LanguageSet::all());
}

Bait find_bait(const Post& post, std::span<const PhraseMatch> matches) {
  return BaitReader(post, matches).read();
}

}  // namespace soiree
