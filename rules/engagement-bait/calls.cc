#include "rules/engagement-bait/calls.h"

#include <algorithm>
#include <span>
#include <string_view>

#include "linter/post/quotations.h"
#include "linter/text/word_table.h"

namespace soiree {
namespace {

enum Role : uint32_t {
  kPress = 1U << 0,    ///< a button of the platform: "like", "repost"
  kAnswer = 1U << 1,   ///< "comment", "follow", "vote": a call with its usual object only
  kDrop = 1U << 2,     ///< "drop", "type", "say": a call with a token as its object
  kHit = 1U << 3,      ///< "hit", "tap": a call with a button as its object
  kKeep = 1U << 4,     ///< "save", "screenshot": a call with "this" or "it"
  kPass = 1U << 5,     ///< "send", "copy": a call where a crowd follows
  kSupport = 1U << 6,  ///< a call with a page or channel as its object
  kObjectOfPress = 1U << 7,
  kObjectOfAnswer = 1U << 8,
  kToken = 1U << 9,    ///< what one drops, types or leaves
  kButton = 1U << 10,  ///< what one hits
  kThis = 1U << 11,
  kCrowd = 1U << 12,  ///< to whom a post is passed on
  kPage = 1U << 13,
  kUrges = 1U << 14,     ///< stands between the beginning of a clause and its verb
  kCounted = 1U << 15,   ///< counted on a post
  kBargain = 1U << 16,   ///< begins a bargain over a count: "if this gets"
  kOnceDone = 1U << 17,  ///< begins one where something is promised: "when we hit ... I'll"
  kPromise = 1U << 18,
  kThisPost = 1U << 19,
  kReward = 1U << 20,
  kDare = 1U << 21,
  kPity = 1U << 22,
  kNegates = 1U << 23,
  kPlace = 1U << 24,  ///< "below", "comments"
  kCan = 1U << 25,
  kGet = 1U << 26,
};

constexpr auto kRoles = [] {
  WordTable<512> table;
  table.add(
      "like rt retweet repost reshare reblog react heart upvote doubletap double-tap restack "
      "regram fav boost",
      kPress);
  table.add("share comment follow subscribe sub tag mention reply vote", kAnswer);
  table.add("drop leave type write say comment reply", kDrop);
  table.add("hit smash press tap", kHit);
  table.add("save bookmark screenshot share prove", kKeep);
  table.add("send copy pass share invite put forward", kPass);
  table.add("support", kSupport);
  table.add(
      "this if for my our and n or it now to below me us comment share follow retweet with plus",
      kObjectOfPress);
  table.add(
      "me us below if this it and for now back everyone all more with who 3 three two someone "
      "somebody your a first my our",
      kObjectOfAnswer);
  table.add(
      "amen yes hi hello heart hearts emoji emojis paw fire word love done interested name handle "
      "handles sentence answer guess line song birthday month number",
      kToken);
  table.add("like heart hearts bell follow button plus subscribe notification", kButton);
  table.add("this it", kThis);
  table.add(
      "friends friend bestie besties people groups mates group everybody everyone wall story "
      "stories contacts family moms mums timeline status",
      kCrowd);
  table.add("page channel profile account video song music me", kPage);
  table.add("please pls plz plss just now also then so kindly and first friends all everyone else",
            kUrges);
  table.add(
      "likes like hearts heart retweets retweet rts shares share comments followers follows subs "
      "subscribers reposts votes saves reblogs upvotes",
      kCounted);
  table.add("if goal let's lets until help", kBargain);
  table.add("when once as soon only at", kOnceDone);
  table.add("i'll we'll will drops drop giving gonna", kPromise);
  table.add("this we i it us part me goal", kThisPost);
  table.add(
      "fb followback follow-back shoutout shout-out moots mutuals giveaway winner win prize wins "
      "winners followed bless reward luck voucher",
      kReward);
  table.add(
      "bet dare prove real only won't wont brave courage dares ignore scroll scrolling ignoring "
      "embarrassed truly percent 99% 98% 97% 95% 1%",
      kDare);
  table.add("nobody noone wished lonely sad crying ugly forgotten cares", kPity);
  table.add(
      "no not don't dont never stop hate without isn't against why tired sick instead quit avoid "
      "can't i we you they he she who didn't doesn't",
      kNegates);
  table.add("below comments replies underneath", kPlace);
  table.add("can could", kCan);
  table.add("get have reach hit", kGet);
  return table;
}();

constexpr double kPressed = 0.6;
constexpr double kAnswered = 0.5;
constexpr double kGestured = 0.5;
constexpr double kLegend = 0.6;     ///< "thumb = yes, heart = no"
constexpr double kCounting = 1;     ///< "if this gets 5k likes", "one share = one treat"
constexpr double kSign = 0.4;       ///< a reward or pity
constexpr double kSmallSign = 0.2;  ///< an emoji, a dare, a crowd, a place, "if you"
constexpr double kBegged = 0.7;     ///< "can I get one like?"

/// Tokens; in a longer post a call is not what it is about.
constexpr size_t kLongest = 80;
constexpr uint32_t kReachOfToken = 3;
constexpr uint32_t kReachOfCrowd = 6;
constexpr ptrdiff_t kMostCapitals = 3;  ///< words; with more of them they are a tone of voice

class CallReader {
 public:
  explicit CallReader(const Post& post) : post_(post), tokens_(post.tokens()) {
    capitals_ = std::count_if(tokens_.begin(), tokens_.end(),
                              [](const Token& token) { return token.all_capitals; });
  }

  EngagementCalls read() {
    if (tokens_.size() > kLongest) return {};
    if (3 * capitals_ > static_cast<ptrdiff_t>(tokens_.size())) return {};
    for (const Sentence& sentence : post_.segments.sentences) read_sentence(sentence);
    if (calls_.places.empty()) return {};
    calls_.weight += signs();
    return std::move(calls_);
  }

 private:
  uint32_t role_of(uint32_t i) const {
    if (tokens_[i].kind == TokenKind::word || tokens_[i].kind == TokenKind::number) {
      return kRoles.find(tokens_[i].hash);
    }
    return 0;
  }
  bool is_emoji(uint32_t i) const {
    return i < tokens_.size() && tokens_[i].kind == TokenKind::emoji;
  }

  void add(double weight, uint32_t first, uint32_t last) {
    calls_.weight += weight;
    calls_.places.push_back({tokens_[first].span.begin, tokens_[last - 1].span.end});
  }

  void read_sentence(const Sentence& sentence) {
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (is_quoted(post_, i)) continue;
      if (const uint32_t end = (role_of(i) & kCan) != 0 ? end_of_begging(i, sentence) : 0) {
        add(kBegged, i, end);
        return;
      }
      const double count = weigh_count(i, sentence);
      if (count > 0) {
        add(count, i, std::min(i + 2, sentence.last));
        if (count < kCounting) return;
        continue;
      }
      const Call call = is_told(i, sentence) ? read_call(i, sentence) : Call{};
      if (call.weight == 0) continue;
      add(call.weight, i, call.end);
      ++i;
    }
  }

  double weigh_count(uint32_t i, const Sentence& sentence) const {
    if (reaches_count(i, sentence) || equals_treat(i)) return kCounting;
    return is_legend(i) ? kLegend : 0;
  }

  /// What a call weighs, and one past its last token.
  struct Call {
    double weight = 0;
    uint32_t end = 0;
  };

  Call read_call(uint32_t i, const Sentence& sentence) const {
    const uint32_t role = role_of(i);
    if (i + 1 >= sentence.last) {
      const bool after_another = i > sentence.first && tokens_[i - 1].hash == hash_word("and");
      return (role & kPress) != 0 && after_another ? Call{kPressed, i + 1} : Call{};
    }
    const uint32_t next = role_of(i + 1);
    const bool pressed = (next & kObjectOfPress) != 0 || is_emoji(i + 1);
    if ((role & kPress) != 0) return pressed ? Call{kPressed, i + 2} : Call{};
    if ((role & kAnswer) != 0 && takes_answer(i, next)) return {kAnswered, i + 2};
    if (const uint32_t end = (role & kHit) != 0 ? past(i, sentence, kButton, true) : 0) {
      return {kPressed, end};
    }
    if (const uint32_t end = (role & kPass) != 0 ? past(i, sentence, kCrowd, false) : 0) {
      return {kPressed, end};
    }
    if (const uint32_t end = (role & kDrop) != 0 ? past(i, sentence, kToken, true) : 0) {
      return {kGestured, end};
    }
    if ((role & kKeep) != 0 && (next & kThis) != 0) return {kGestured, i + 2};
    if (const uint32_t end = (role & kSupport) != 0 ? past(i, sentence, kPage, false) : 0) {
      return {kGestured, end};
    }
    return {};
  }

  /// "follow me", "comment YES", "share this"; not "share your recipes", "tag us", "reply to".
  bool takes_answer(uint32_t i, uint32_t next) const {
    const uint32_t verb = tokens_[i].hash;
    const uint32_t object = tokens_[i + 1].hash;
    const bool yours = object == hash_word("your") || object == hash_word("my");
    if (verb == hash_word("share") && yours) return false;
    if (verb == hash_word("tag") && (next & kPage) != 0) return false;
    if (verb == hash_word("tag") && object == hash_word("us")) return false;
    if (verb == hash_word("comment") && object == hash_word("the")) return true;
    return is_shown(i + 1) || is_emoji(i + 1) || (next & kObjectOfAnswer) != 0;
  }

  /// One past the first of the next words that has a role of `roles` or (with `shown`) is an emoji
  /// or a word in capitals; 0 when none does.
  uint32_t past(uint32_t i, const Sentence& sentence, uint32_t roles, bool shown) const {
    const uint32_t reach = shown ? kReachOfToken : kReachOfCrowd;
    for (uint32_t k = i + 1; k < std::min(i + 1 + reach, sentence.last); ++k) {
      if ((role_of(k) & roles) != 0 || (shown && (is_shown(k) || is_emoji(k)))) return k + 1;
    }
    return 0;
  }

  /// A word in capitals that is to be typed; not where everything is in capitals.
  bool is_shown(uint32_t i) const { return tokens_[i].all_capitals && capitals_ <= kMostCapitals; }

  /// The reader is told to: the verb begins a clause, or follows "and", "please", an emoji.
  bool is_told(uint32_t i, const Sentence& sentence) const {
    if (i == sentence.first) return true;
    if (tokens_[i - 1].kind != TokenKind::word) return true;
    const std::string_view gap = post_.text({tokens_[i - 1].span.end, tokens_[i].span.begin});
    if (gap.find_first_of(",;:\n.!?()-/+&|") != std::string_view::npos) return true;
    if ((role_of(i - 1) & kUrges) == 0) return false;
    for (uint32_t k = i - 1; k > sentence.first && k + 5 > i; --k) {
      if ((role_of(k - 1) & kNegates) != 0) return false;
    }
    return true;
  }

  /// Past "can I get at least one like?"; 0 when it is none.
  uint32_t end_of_begging(uint32_t i, const Sentence& sentence) const {
    bool gets = false;
    for (uint32_t k = i + 1; k < std::min(i + 9, sentence.last); ++k) {
      gets = gets || (role_of(k) & kGet) != 0;
      const bool liking = tokens_[k].hash == hash_word("like") && !is_counted_noun(k);
      if (gets && !liking && (role_of(k) & kCounted) != 0) return k + 1;
    }
    return 0;
  }

  /// "a like", "one like"; not "like" as in "like most people".
  bool is_counted_noun(uint32_t k) const {
    const uint32_t before = tokens_[k - 1].hash;
    return tokens_[k - 1].kind == TokenKind::number || before == hash_word("a") ||
           before == hash_word("one") || before == hash_word("single");
  }

  /// "If this gets to 5k likes", "when part 1 gets 5k hearts, I'll ...".
  bool reaches_count(uint32_t i, const Sentence& sentence) const {
    if (tokens_[i].kind != TokenKind::number || i + 1 >= sentence.last) return false;
    if ((role_of(i + 1) & kCounted) == 0 && !is_emoji(i + 1)) return false;
    uint32_t before = 0;
    for (uint32_t k = sentence.first; k < i; ++k) {
      before |= role_of(k);
      if ((role_of(k) & (kNegates | kThisPost)) == kNegates) return false;
    }
    if ((before & kThisPost) == 0) return false;
    if ((before & kBargain) != 0) return true;
    uint32_t all = before;
    for (uint32_t k = i + 1; k < sentence.last; ++k) all |= role_of(k);
    return (before & kOnceDone) != 0 && (all & kPromise) != 0;
  }

  bool has_equals_after(uint32_t i) const {
    if (i + 1 >= tokens_.size()) return false;
    const std::string_view gap = post_.text({tokens_[i].span.end, tokens_[i + 1].span.begin});
    return gap.find('=') != std::string_view::npos;
  }

  /// "One share = one treat".
  bool equals_treat(uint32_t i) const {
    return i > 0 && (role_of(i) & kCounted) != 0 && has_equals_after(i) &&
           (tokens_[i - 1].kind == TokenKind::number || tokens_[i - 1].hash == hash_word("one"));
  }

  /// "(thumb) = yes, (heart) = no": bait where readers are told to react, else a legend.
  bool is_legend(uint32_t i) const {
    if (!is_emoji(i) || !has_equals_after(i)) return false;
    const uint32_t end = std::min<uint32_t>(i + 7, static_cast<uint32_t>(tokens_.size()));
    for (uint32_t k = i + 1; k < end; ++k) {
      if (is_emoji(k)) return true;
    }
    return false;
  }

  double signs() const {
    uint32_t seen = 0;
    bool emoji = false;
    bool if_you = false;
    for (uint32_t i = 0; i < tokens_.size(); ++i) {
      seen |= role_of(i);
      if_you = if_you || (i > 0 && tokens_[i - 1].hash == hash_word("if") &&
                          post_.text(tokens_[i].span).starts_with("you"));
      emoji = emoji || is_emoji(i);
    }
    const auto sign = [seen](Role role, double weight) { return (seen & role) != 0 ? weight : 0; };
    return sign(kReward, kSign) + sign(kDare, kSmallSign) + sign(kPity, kSign) +
           sign(kPlace, kSmallSign) + sign(kCrowd, kSmallSign) + (emoji ? kSmallSign : 0) +
           (if_you ? kSmallSign : 0);
  }

  const Post& post_;
  std::span<const Token> tokens_;
  ptrdiff_t capitals_ = 0;
  EngagementCalls calls_;
};

}  // namespace

EngagementCalls find_calls(const Post& post) { return CallReader(post).read(); }

}  // namespace soiree
