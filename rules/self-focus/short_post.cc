#include "rules/self-focus/short_post.h"

#include <algorithm>
#include <string_view>

#include "linter/post/quotations.h"
#include "linter/text/pronouns.h"
#include "rules/location-checkin/check_in.h"
#include "rules/location-checkin/opening_hours.h"
#include "rules/self-focus/short_words.h"
#include "rules/self-focus/team_words.h"

namespace soiree {
namespace {

constexpr double kEverybodysWe = 0.25;
constexpr double kUsAlone = 0.5;  ///< "this prompts us to ask": a single "us" is anybody
constexpr double kObjectOnly = 0.5;
constexpr uint32_t kFewestThird = 2;  ///< "he", "their" ...: at least as many as of the author
constexpr double kFrame = 0.5;        ///< all of the "I think" of a post that has no other "I"

constexpr uint32_t kMostBetween = 3;    ///< words between "I" and "think"
constexpr uint32_t kReachOfGerund = 4;  ///< words from "Flying" to the "is" of its sentence

/// From so many words on, a post that is about its author says so in one word of ten; where numbers
/// stand in it, in one of eight. On the labelled posts 3 of 86 right findings are lost by this, and
/// of 410 posts written as matter-of-fact counterparts 104 fewer are flagged (rule.md, "Why").
constexpr uint32_t kManyWords = 18;
constexpr double kShareOfMany = 0.1;
constexpr uint32_t kWordsBesideNumber = 10;
constexpr double kShareBesideNumber = 0.12;

constexpr uint32_t kRt = hash_word("rt");
constexpr uint32_t kMt = hash_word("mt");
constexpr uint32_t kMy = hash_word("my");
constexpr uint32_t kOur = hash_word("our");
constexpr uint32_t kUs = hash_word("us");
constexpr uint32_t kMe = hash_word("me");
constexpr uint32_t kToo = hash_word("too");
constexpr uint32_t kI = hash_word("i");
constexpr uint32_t kWe = hash_word("we");
constexpr uint32_t kLets = hash_word("let's");

bool is_body_word(const Token& token) {
  return token.kind == TokenKind::word || token.kind == TokenKind::number ||
         token.kind == TokenKind::cjk;
}

/// Hash of a hashtag's word, its sign left out.
uint32_t hashtag_word(std::string_view text, const Token& token) {
  uint32_t hash = hash_word("");
  for (const char c : token.span.of(text).substr(1)) {
    const bool upper = c >= 'A' && c <= 'Z';
    hash = hash_byte(hash, static_cast<unsigned char>(upper ? c - 'A' + 'a' : c));
  }
  return hash;
}

class ShortReader {
 public:
  explicit ShortReader(const Post& post) : post_(post), text_(post.text()) {}

  ShortFocus read() {
    const TextSpan check_in = find_stated_place(post_);
    focus_.check_in = !check_in.empty();
    body_end_ = focus_.check_in ? check_in.begin : static_cast<uint32_t>(text_.size());
    focus_.words = count_short_words(post_);
    if (is_spared(check_in)) return focus_;
    for (uint32_t i = 0; i < post_.tokens().size(); ++i) read_token(i);
    question_ = question_ || has_question_mark(previous_end_, static_cast<uint32_t>(text_.size()));
    if (social_) return focus_;
    invites_ = invites_ || has_hours(text_);
    add_up();
    if (place_.empty()) place_ = check_in;
    focus_.place = place_;
    return focus_;
  }

 private:
  /// Answers, reposts and posts that open with somebody's words.
  bool is_spared(TextSpan check_in) const {
    if (post_.tokens().empty()) return true;
    const Token& first = post_.tokens().front();
    if (focus_.check_in && check_in.begin <= first.span.begin) return false;
    const bool repost = first.kind == TokenKind::word && (first.hash == kRt || first.hash == kMt);
    if (first.kind == TokenKind::mention || repost) return true;
    const std::string_view before = text_.substr(0, first.span.begin);
    for (const std::string_view mark : {"\"", "\u201C", "\u00AB"}) {
      if (before.find(mark) != std::string_view::npos) return true;
    }
    return false;
  }

  bool has_question_mark(uint32_t begin, uint32_t end) const {
    return text_.substr(begin, end - begin).find('?') != std::string_view::npos;
  }

  /// Does a sentence end in the gap between two tokens?
  bool ends_sentence(uint32_t begin, uint32_t end) const {
    const std::string_view gap = text_.substr(begin, end - begin);
    if (gap.find_first_of("\n|") != std::string_view::npos) return true;
    const bool blank = gap.find(' ') != std::string_view::npos;
    return blank && (gap.find_first_of(".!?") != std::string_view::npos ||
                     gap.find("\u2026") != std::string_view::npos);
  }

  void read_token(uint32_t index) {
    const Token& token = post_.tokens()[index];
    const uint32_t gap = previous_end_;
    previous_end_ = token.span.end;
    question_ = question_ || has_question_mark(gap, token.span.begin);
    if (index > 0 && ends_sentence(gap, token.span.begin)) starts_sentence_ = true;
    if (token.kind == TokenKind::url) url_ = true;
    if (token.kind == TokenKind::hashtag) read_hashtag(token);
    if (is_body_word(token)) read_use(index);
    if (token.span.begin >= body_end_ || is_quoted(post_, index)) return;
    if (token.kind == TokenKind::mention) mention_ = true;
    if (token.kind == TokenKind::number) ++numbers_;
    if (!is_body_word(token)) return;
    read_person(index);
    if (starts_sentence_) read_opening(index);
    starts_sentence_ = false;
  }

  void read_hashtag(const Token& token) {
    const std::string_view word = token.span.of(text_).substr(1);
    const uint32_t uses = short_uses(hashtag_word(text_, token));
    if ((uses & kSocial) != 0) social_ = true;
    for (const std::string_view start : {"thank", "congrat", "repost"}) {
      if (word.size() < start.size()) continue;
      bool equal = true;
      for (size_t i = 0; i < start.size(); ++i) equal = equal && (word[i] | 0x20) == start[i];
      social_ = social_ || equal;
    }
  }

  /// Uses that count anywhere in the post.
  void read_use(uint32_t index) {
    const Token& token = post_.tokens()[index];
    uint32_t uses = short_uses(token.hash);
    if ((uses & kPhrase) != 0) uses |= phrase_uses(post_.tokens(), index);
    if ((uses & kSocial) != 0) social_ = true;
    if ((uses & kInvites) != 0) invites_ = true;
    if (token.span.begin >= body_end_) return;
    if ((uses & kThird) != 0) ++third_;
    if ((uses & kThird) != 0 && is_subject(token.hash)) ++subjects_;
    if ((uses & kCredits) != 0 && is_credit(index)) credits_ = true;
    if (token.hash == kMy && is_my_friend(index)) credits_ = true;
  }

  static bool is_subject(uint32_t hash) {
    return hash == hash_word("he") || hash == hash_word("she") || hash == hash_word("they");
  }

  /// "by Kim", "w/ @kim".
  bool is_credit(uint32_t index) const {
    if (index + 1 >= post_.tokens().size()) return false;
    const Token& token = post_.tokens()[index];
    const Token& next = post_.tokens()[index + 1];
    if (next.kind != TokenKind::word && next.kind != TokenKind::mention &&
        next.kind != TokenKind::number) {
      return false;
    }
    const std::string_view gap = text_.substr(token.span.end, next.span.begin - token.span.end);
    const bool slashed = token.span.size() == 1;
    const bool named = next.kind == TokenKind::mention || next.capital;
    if (!named && (short_uses(next.hash) & kFellows) == 0) return false;
    return next.span.begin < body_end_ && gap == (slashed ? "/ " : " ");
  }

  bool is_my_friend(uint32_t index) const {
    constexpr uint32_t kFriends[] = {
        hash_word("friend"), hash_word("friends"), hash_word("bro"),      hash_word("brother"),
        hash_word("sister"), hash_word("brotha"),  hash_word("daughter"), hash_word("son"),
        hash_word("girl"),   hash_word("best"),    hash_word("guy"),      hash_word("man")};
    if (index + 1 >= post_.tokens().size()) return false;
    for (const uint32_t hash : kFriends) {
      if (post_.tokens()[index + 1].hash == hash) return true;
    }
    return false;
  }

  void read_person(uint32_t index) {
    const Token& token = post_.tokens()[index];
    if (token.hash == kLets || is_in_title(index)) return;
    switch (person_at(text_, post_.tokens(), index, Language::en)) {
      case Person::self_singular:
        if (is_mere_frame(index)) {
          ++frames_;
          break;
        }
        ++focus_.singular;
        if (token.hash == kMe) ++objects_;
        set_place(index);
        break;
      case Person::self_plural:
        focus_.plural += weight_of_we(index);
        set_place(index);
        break;
      case Person::reader:
        ++focus_.reader_words;
        break;
      default:
        break;
    }
  }

  /// "Caspa - Where's My Money?": the capitals of the words around say that it is a name.
  bool is_in_title(uint32_t index) const {
    const auto tokens = post_.tokens();
    const Token& token = tokens[index];
    if (token.hash != kMy && token.hash != kMe && token.hash != kOur) return false;
    const bool inside = index > 0 && index + 1 < tokens.size() && !token.sentence_start;
    if (!inside || token.all_capitals || !token.capital) return false;
    return tokens[index - 1].capital && tokens[index + 1].capital;
  }

  /// "I think the bridge ...", "I'm told", "my guess is", "#metoo, me too": the matter follows, or
  /// no one is meant.
  bool is_mere_frame(uint32_t index) const {
    const auto tokens = post_.tokens();
    if (index + 1 >= tokens.size()) return false;
    const uint32_t hash = tokens[index].hash;
    if (hash == kMe) return tokens[index + 1].hash == kToo;
    if (hash == kMy) return has_use(index + 1, kFrameNoun | kCommon);
    const bool state = hash == hash_word("i'm") || hash == hash_word("im");
    if (!state && hash != kI && hash != hash_word("i'd")) return false;
    uint32_t verb = index + 1;
    for (uint32_t last = index + kMostBetween; verb < last && has_use(verb, kBetween);) ++verb;
    return has_use(verb, state ? kFrameState : kFrames) && goes_on_about_others(verb);
  }

  bool has_use(uint32_t index, uint32_t use) const {
    return index < post_.tokens().size() && (short_uses(post_.tokens()[index].hash) & use) != 0;
  }

  /// Does something follow the word at `index` in its sentence, and is it not about the author?
  bool goes_on_about_others(uint32_t index) const {
    const auto tokens = post_.tokens();
    if (index + 1 >= tokens.size() ||
        ends_sentence(tokens[index].span.end, tokens[index + 1].span.begin)) {
      return false;
    }
    return !has_use(index + 1, kOneself) && !has_use(index + 2, kOneself);
  }

  double weight_of_we(uint32_t index) {
    const uint32_t hash = post_.tokens()[index].hash;
    if (is_everybodys_we(index)) return kEverybodysWe;
    if (hash == kOur && has_use(index + 1, kCommon)) return kEverybodysWe;
    if (!means_particular_people(text_, post_.tokens(), index)) ++vague_;
    const bool news = (hash == kWe || hash == hash_word("we've")) && has_use(index + 1, kNewsVerb);
    return hash == kUs || news ? kUsAlone : 1;
  }

  bool is_everybodys_we(uint32_t index) const {
    const auto tokens = post_.tokens();
    const bool announces = index + 2 < tokens.size() &&
                           tokens[index + 1].hash == hash_word("are") &&
                           (short_uses(tokens[index + 2].hash) & kElated) != 0;
    if (announces) return false;
    return tokens[index].hash == kWe && index + 1 < tokens.size() &&
           (short_uses(tokens[index + 1].hash) & kEverybody) != 0;
  }

  void read_opening(uint32_t index) {
    const auto tokens = post_.tokens();
    const bool more = index + 1 < tokens.size() && is_body_word(tokens[index + 1]) &&
                      tokens[index + 1].span.begin < body_end_ &&
                      !ends_sentence(tokens[index].span.end, tokens[index + 1].span.begin);
    if (!more) return;
    uint32_t uses = short_uses(tokens[index].hash);
    if ((uses & kPhrase) != 0) uses |= phrase_uses(tokens, index);
    if ((uses & kOmitted) == 0 || is_about_the_deed(index)) return;
    ++focus_.omitted;
    if (omitted_place_.empty()) omitted_place_ = sentence_of(index);
  }

  /// "Working on it is fine", "Finally a law", "Home prices fell": nobody was left out.
  bool is_about_the_deed(uint32_t index) const {
    const auto tokens = post_.tokens();
    const uint32_t hash = tokens[index].hash;
    if (hash == hash_word("finally") || hash == hash_word("home")) {
      return has_use(index + 1, kGeneral);
    }
    if (index + 1 < tokens.size() && tokens[index + 1].hash == hash_word("by")) return true;
    if (!tokens[index].span.of(text_).ends_with("ing")) return false;
    for (uint32_t i = index + 1; i < tokens.size() && i <= index + kReachOfGerund; ++i) {
      if (ends_sentence(tokens[i - 1].span.end, tokens[i].span.begin)) return false;
      if (has_use(i, kVerb)) return true;
    }
    return false;
  }

  void set_place(uint32_t index) {
    if (place_.empty()) place_ = sentence_of(index);
  }

  TextSpan sentence_of(uint32_t index) const {
    for (const Sentence& sentence : post_.segments.sentences) {
      if (sentence.first <= index && index < sentence.last) return sentence.span;
    }
    return post_.tokens()[index].span;
  }

  void add_up() {
    const bool check_in = focus_.check_in;
    const double self = focus_.singular + focus_.plural;
    double& score = focus_.score;
    const bool about_reader = focus_.reader_words > self;
    if (check_in && !invites_ && !about_reader && !(subjects_ > 0 && self == 0)) score += 1;
    // "Bumblebees fascinate me", "the world we live in": somebody is there, nobody is the matter.
    const bool object_only = focus_.singular > 0 && objects_ >= focus_.singular;
    if (focus_.singular > 0) score += object_only ? kObjectOnly : 1;
    if (focus_.singular == 0 && frames_ > 0) score += kFrame;
    if (focus_.plural >= 1) score += url_ || (vague_ == 1 && self < 2) ? 0.5 : 1;
    if (focus_.omitted > 0) score += 1;
    if (focus_.reader_words > 0 && focus_.reader_words >= self) score -= 1;
    if (question_ && (focus_.reader_words > 0 || focus_.singular == 0)) score -= 0.5;
    const bool others = !check_in && focus_.singular < 2;
    if (!check_in && third_ >= kFewestThird && third_ >= self) score -= 0.5;
    if (mention_ && others) score -= 0.5;
    if (credits_ && others) score -= 0.5;
    if (invites_) score -= 0.5;
    if (url_ && focus_.singular == 0) score -= 0.5;
    if (!check_in && has_other_matter(self)) score = 0;
    if (place_.empty()) place_ = omitted_place_;
  }

  /// Longer posts and those with facts in them say "my" once and are about something.
  bool has_other_matter(double self) const {
    const double share = (self + focus_.omitted) / std::max<uint32_t>(focus_.words, 1);
    if (focus_.words >= kManyWords && share < kShareOfMany) return true;
    return numbers_ > 0 && focus_.words >= kWordsBesideNumber && share < kShareBesideNumber;
  }

  const Post& post_;
  std::string_view text_;
  ShortFocus focus_;
  uint32_t body_end_ = 0;
  uint32_t previous_end_ = 0;
  bool starts_sentence_ = true;
  bool social_ = false;
  bool question_ = false;
  bool url_ = false;
  bool mention_ = false;
  bool credits_ = false;
  bool invites_ = false;
  uint32_t third_ = 0;     ///< "he", "her", "their" ...
  uint32_t subjects_ = 0;  ///< of these "he", "she" and "they"
  uint32_t frames_ = 0;
  uint32_t numbers_ = 0;
  uint32_t objects_ = 0;  ///< "me"
  uint32_t vague_ = 0;    ///< "we" and "our" of nobody in particular
  TextSpan place_;
  TextSpan omitted_place_;
};

}  // namespace

uint32_t count_short_words(const Post& post) {
  uint32_t words = 0;
  for (const Token& token : post.tokens()) words += is_body_word(token) ? 1 : 0;
  return words;
}

ShortFocus measure_short_focus(const Post& post) { return ShortReader(post).read(); }

}  // namespace soiree
