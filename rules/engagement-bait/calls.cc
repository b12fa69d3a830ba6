#include "rules/engagement-bait/calls.h"

#include <algorithm>
#include <span>
#include <string_view>

#include "linter/text/word_table.h"

namespace soiree {
namespace {

enum Role : uint32_t {
  kPress = 1,    ///< a button of the platform: "like", "repost"
  kAnswer = 2,   ///< "comment", "follow", "share": a call with its usual object only
  kGesture = 4,  ///< "drop", "type", "send": a call with a token as its object
  kObject = 8,   ///< after a press
  kObjectOfAnswer = 16,
  kToken = 32,     ///< what one drops, types or leaves
  kUrges = 64,     ///< stands between the beginning of a clause and its verb
  kCounted = 128,  ///< counted on a post
  kGoal = 256,     ///< in a sentence with a count: it is to be reached
  kReward = 512,
  kDare = 1024,
  kPity = 2048,
  kNegates = 4096,
  kPlace = 8192,  ///< "below", "comments"
  kCan = 16384,
  kGet = 32768,
  kCrowd = 65536,      ///< to whom a post is to be passed on
  kBargain = 131072,   ///< begins a bargain over a count: "if this gets"
  kOnceDone = 262144,  ///< begins one where something is promised: "when we hit ... I'll"
  kPromise = 524288,
  kThisPost = 1048576,
};

constexpr auto kRoles = [] {
  WordTable<512> table;
  table.add(
      "like rt retweet repost reshare reblog react heart upvote doubletap double-tap restack "
      "regram fav boost",
      kPress);
  table.add("share comment follow subscribe sub tag mention reply vote", kAnswer);
  table.add(
      "drop leave type write hit smash press tap send invite say copy paste support "
      "screenshot save bookmark finish swipe prove press",
      kGesture);
  table.add(
      "this if for my our and n or it now to below me us if'n comment share follow retweet "
      "with plus",
      kObject);
  table.add(
      "me us below if this it and for to now my our back everyone all more with who 3 three "
      "two someone somebody your a first",
      kObjectOfAnswer);
  table.add(
      "amen yes hi hello heart hearts emoji emojis paw fire me this it your like follow "
      "button bell link handle handles word love done interested name page post song video "
      "channel line friends two three bestie sentence same answer guess",
      kToken);
  table.add("please pls plz plss just now also then so kindly and first friends all everyone else",
            kUrges);
  table.add(
      "likes like hearts heart retweets retweet rts shares share comments followers follows "
      "subs subscribers reposts votes saves reblogs upvotes ❤️",
      kCounted);
  table.add(
      "if when once can could let's lets help get gets until till before reach reaches hit "
      "hits make push takes goal only almost as",
      kGoal);
  table.add(
      "fb followback follow-back shoutout shout-out moots mutuals giveaway winner win prize "
      "wins winners followed bless reward luck voucher",
      kReward);
  table.add(
      "bet dare prove real only won't wont brave courage ignore scroll scrolling ignoring "
      "balls embarrassed courage dares nine truly actually 99% 97% 98% 95% 1% percent",
      kDare);
  table.add("nobody noone wished lonely sad crying ugly forgotten cares", kPity);
  table.add(
      "no not don't dont never stop hate without isn't against why tired sick instead quit "
      "avoid can't i we you they he she who didn't doesn't",
      kNegates);
  table.add("below comments replies underneath", kPlace);
  table.add("if goal let's lets until help", kBargain);
  table.add("when once as soon only at", kOnceDone);
  table.add("i'll we'll will drops drop giving gonna", kPromise);
  table.add("this we i it us part me goal", kThisPost);
  table.add("can could", kCan);
  table.add("get have reach hit", kGet);
  table.add(
      "friends friend bestie besties people groups mates group everybody everyone wall story "
      "stories contacts family moms mums",
      kCrowd);
  return table;
}();

constexpr double kPressed = 0.6;
constexpr double kAnswered = 0.5;
constexpr double kGestured = 0.5;
constexpr double kCounting = 1;     ///< "if this gets 5k likes", "one share = one treat"
constexpr double kSign = 0.4;       ///< a bargain, a dare, pity or a goal
constexpr double kSmallSign = 0.2;  ///< an emoji or a place beside the call
constexpr double kBegged = 0.7;     ///< "can I get one like?"

/// Tokens; in a longer post a call is not what it is about.
constexpr size_t kLongest = 80;
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

  bool is_quoted(uint32_t i) const {
    return std::any_of(post_.quotations.begin(), post_.quotations.end(),
                       [i](const Quotation& quotation) {
                         return quotation.first_token <= i && i < quotation.last_token;
                       });
  }

  void add(double weight, uint32_t first, uint32_t last) {
    calls_.weight += weight;
    calls_.places.push_back({tokens_[first].span.begin, tokens_[last - 1].span.end});
  }

  void read_sentence(const Sentence& sentence) {
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (is_quoted(i)) continue;
      const uint32_t role = role_of(i);
      if ((role & kCan) != 0 && begs(i, sentence)) {
        add(kBegged, i, std::min(i + 3, sentence.last));
        return;
      }
      if (reaches_count(i, sentence) || equals(i)) {
        add(kCounting, i, std::min(i + 2, sentence.last));
        continue;
      }
      if ((role & (kPress | kAnswer | kGesture)) == 0 || !is_told(i, sentence)) continue;
      if (i + 1 >= sentence.last) {
        const bool after_another = i > sentence.first && tokens_[i - 1].hash == hash_word("and");
        if ((role & kPress) != 0 && after_another) add(kPressed, i, i + 1);
        continue;
      }
      const double weight = weigh_call(role, i, sentence.last);
      if (weight == 0) continue;
      add(weight, i, i + 2);
      ++i;
    }
  }

  double weigh_call(uint32_t role, uint32_t i, uint32_t last) const {
    const uint32_t next = role_of(i + 1);
    if ((role & kPress) != 0) return (next & kObject) != 0 || is_emoji(i + 1) ? kPressed : 0;
    if ((role & kAnswer) != 0) {
      const bool open =
          tokens_[i].hash == hash_word("comment") && tokens_[i + 1].hash == hash_word("the");
      return open || is_shown(i + 1) || is_emoji(i + 1) || (next & kObjectOfAnswer) != 0 ? kAnswered
                                                                                         : 0;
    }
    for (uint32_t k = i + 1; k < std::min(i + 4, last); ++k) {
      if ((role_of(k) & kToken) != 0 || is_shown(k) || is_emoji(k)) return kGestured;
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

  /// "can I get at least one like?"
  bool begs(uint32_t i, const Sentence& sentence) const {
    bool gets = false;
    for (uint32_t k = i + 1; k < std::min(i + 9, sentence.last); ++k) {
      gets = gets || (role_of(k) & kGet) != 0;
      const bool liking = tokens_[k].hash == hash_word("like") && !is_counted_noun(k);
      if (gets && !liking && (role_of(k) & kCounted) != 0) return true;
    }
    return false;
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

  /// "One share = one treat", "thumb = yes, heart = no".
  bool equals(uint32_t i) const {
    if (i + 1 >= tokens_.size()) return false;
    const std::string_view gap = post_.text({tokens_[i].span.end, tokens_[i + 1].span.begin});
    if (gap.find('=') == std::string_view::npos) return false;
    if (is_emoji(i)) {
      const uint32_t end = std::min<uint32_t>(i + 7, static_cast<uint32_t>(tokens_.size()));
      for (uint32_t k = i + 1; k < end; ++k) {
        if (is_emoji(k)) return true;
      }
      return false;
    }
    return i > 0 && (role_of(i) & kCounted) != 0 &&
           (tokens_[i - 1].kind == TokenKind::number || tokens_[i - 1].hash == hash_word("one"));
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
