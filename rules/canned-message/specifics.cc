#include "rules/canned-message/specifics.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "linter/text/word_table.h"
#include "rules/unfilled-placeholder/field_names.h"
#include "rules/unfilled-placeholder/slots.h"
#include "rules/unfilled-placeholder/stand_ins.h"

namespace soiree {
namespace {

/// How far a name may stand from the "you" or the praise it belongs to, in tokens.
constexpr uint32_t kNearYou = 6;
constexpr uint32_t kNearPraise = 4;
constexpr uint32_t kLongestGreeting = 5;  // tokens of a name after a greeting
constexpr uint32_t kShortestQuestion = 6;
constexpr uint32_t kShortestQuoted = 2;
constexpr size_t kShortestField = 4;

enum Bits : uint32_t {
  kYou = 1,
  kYour = 2,
  kTheirs = 1024,   ///< counts in a question only
  kTaker = 4,       ///< "help you", "for you": what follows is about the sender's offer
  kNoName = 8,      ///< capitalised and still nobody's name
  kPraise = 16,     ///< "loved", "read", "congrats"
  kWork = 32,       ///< what people make
  kLink = 64,       ///< joins a work and its subject
  kMade = 128,      ///< "you wrote"
  kUnit = 256,      ///< numbers before it are nobody's
  kNoDeed = 2048,   ///< after "saw you": nothing that a person does
  kSubject = 4096,  ///< joins praise and what is praised
  kNoSubject = 8192,
  kSales = 512,  ///< words of a question that anybody is asked
  kOwn = 16384,  ///< in a question: it is about what the sender has
};

constexpr auto kWords = [] {
  WordTable<1024> table;
  table.add("you you've you're you'd you'll u", kYou);
  table.add("your ur", kYour);
  table.add("yours", kTheirs);
  table.add(
      "help helps helping show showing give giving send sending tell telling offer offering get "
      "getting "
      "let for with to make making bring bringing save saving thank thanks hope if like between "
      "ask "
      "asking teach teaching invite inviting connect reach reaching contact contacting add message",
      kTaker);
  table.add(
      "i i'm i've i'd i'll linkedin instagram twitter facebook tiktok youtube whatsapp telegram "
      "snapchat pinterest threads x ig fb google zoom calendly discord slack reddit medium "
      "substack "
      "google's linkedin's instagram's youtube's amazon's spotify kindle paypal java ios android "
      "flutter nodejs "
      "shopify amazon etsy upwork fiverr onlyfans gmail email internet web online social media seo "
      "saas ai ceo cto cfo coo cmo vp hr it pr b2b b2c ceos ctos founder founders dm dms roi crm "
      "usa "
      "us uk america american monday tuesday wednesday thursday friday saturday sunday january "
      "february march april june july august september october november december christmas "
      "english digital marketing business development sales design engineering management finance "
      "technology tech data science software product industry god sir madam mr mrs ms dr team ps "
      "pps asap fyi btw lol omg thanks "
      "regards "
      "best cheers sincerely hi hey hello dear",
      kNoName);
  table.add(
      "love loved enjoyed enjoying saw read watched heard attended congrats congratulations fan "
      "following followed admire admired respect remember using visited tried bought",
      kPraise);
  table.add(
      "post posts article articles talk talks talk's book books paper papers library repo "
      "project "
      "podcast newsletter episode comment comments question thread threads video videos blog photo "
      "photos piece essay series app package patch release issue answer tweet tweets story "
      "interview recipe painting song album track poem exhibition workshop course guide tutorial "
      "research thesis site plugin game film documentary review column take point report review "
      "keynote presentation session lecture webinar stream shop menu garden bakery bread loaf",
      kWork);
  table.add("on about at from with that where called titled in of", kLink);
  table.add(
      "wrote built made baked painted drew played sang spoke presented published released shipped "
      "maintain maintained posted shared taught recorded designed photographed said asked "
      "mentioned "
      "gave won opened organised organized translated founded coded grew studied cooked knitted "
      "planted fixed found started curated edited run ran led",
      kMade);
  table.add(
      "min mins minute minutes hour hours hr hrs day days week weeks month months year years x k "
      "clients customers leads followers sales dollars usd percent people brands businesses "
      "companies",
      kUnit);
  table.add(
      "interested open help call chat time minutes connect more free want need ready looking like "
      "love earn money business grow scale income opportunity struggling struggle available meet "
      "offer service services leads clients customers collaborate partner discuss schedule book "
      "zoom "
      "well today doing interest hear learn owner account page website profile ever tried heard "
      "considered",
      kSales);
  table.add("my our", kOwn);
  table.add("on about of with from for behind", kSubject);
  table.add("me us my our your everything all here this that it you these connecting", kNoSubject);
  table.add("are were have had might may could would here there guys all too online around work",
            kNoDeed);
  return table;
}();

uint32_t bits_of(const Token& token) {
  return token.kind == TokenKind::word ? kWords.find(token.hash) : 0;
}

/// A field that somebody is going to fill with what this reader did.
bool is_personal_field(const Slot& slot) {
  const std::string field = plain_field(slot.name);
  const FieldName meaning = field_name(field);
  if (meaning == FieldName::none) return field.size() >= kShortestField;
  if (meaning != FieldName::thing) return false;
  return !field.ends_with("link") && !field.ends_with("url") && !field.starts_with("email") &&
         !field.starts_with("phone") && !field.ends_with("website");
}

class Message {
 public:
  Message(const Post& post, std::span<const PhraseMatch> stock, bool introduced)
      : post_(post),
        tokens_(post.tokens()),
        stock_(tokens_.size(), false),
        introduced_(introduced) {
    for (const PhraseMatch& match : stock) {
      std::fill(stock_.begin() + match.first, stock_.begin() + match.last, true);
    }
    mark_greeting();
  }

  /// "love your photos of the harbour", "love what you do with rye": the praise has a subject.
  bool goes_on(const PhraseMatch& match) const {
    const uint32_t next = match.last;
    return next + 1 < tokens_.size() && has(next, kSubject) && !tokens_[next].sentence_start &&
           !tokens_[next + 1].sentence_start && !has(next + 1, kNoName | kNoSubject | kYou);
  }

  bool has_quotation() const {
    return std::any_of(post_.quotations.begin(), post_.quotations.end(), [](const Quotation& q) {
      return q.form == QuotationForm::inline_marks && q.words >= kShortestQuoted;
    });
  }

  bool has_personal_field() const {
    const std::vector<Slot> slots = find_slots(post_.text());
    return std::any_of(slots.begin(), slots.end(), is_personal_field);
  }

  bool speaks_of_reader(const Sentence& sentence) {
    near_you_ = near_praise_ = sentence.first;
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (at(i, sentence)) return true;
    }
    return !introduced_ && sentence.end == SentenceEnd::question && is_own_question(sentence);
  }

 private:
  /// The reader's name after a greeting is no more than a slot.
  void mark_greeting() {
    const auto first = std::find_if(tokens_.begin(), tokens_.end(), is_word);
    if (first == tokens_.end()) return;
    auto token = first;
    if (is_greeting(*token)) ++token;
    const auto end = token + std::min<ptrdiff_t>(kLongestGreeting, tokens_.end() - token);
    for (; token != end && (token->capital || token->kind == TokenKind::mention); ++token) {
      stock_[static_cast<size_t>(token - tokens_.begin())] = true;
    }
  }

  bool at(uint32_t i, const Sentence& sentence) {
    const uint32_t bits = bits_of(tokens_[i]);
    const bool subject = (bits & kYou) != 0 && (i == sentence.first || !has(i - 1, kTaker));
    if (!stock_[i]) {
      if (tokens_[i].kind == TokenKind::mention && i > 0 && !is_senders(i)) return true;
      if (i < near_you_ && (is_name(i) || is_their_number(i))) return true;
      if (i < near_praise_ && is_name(i)) return true;
    }
    if (subject && i + 1 < sentence.last && has(i + 1, kMade) && !stock_[i + 1]) return true;
    if ((bits & kYou) != 0 && i > sentence.first && has(i - 1, kPraise) && does(i + 1, sentence)) {
      return true;
    }
    if ((bits & kYour) != 0 && names_work(i, sentence.last)) return true;
    if (subject || (bits & kYour) != 0) near_you_ = i + 1 + kNearYou;
    const bool wish = i + 1 < sentence.last && tokens_[i + 1].hash == hash_word("to");
    if ((bits & kPraise) != 0 && !wish) near_praise_ = i + 1 + kNearPraise;
    return false;
  }

  bool has(uint32_t i, uint32_t bits) const { return (bits_of(tokens_[i]) & bits) != 0; }

  /// "dm @ourbrand", "follow @me".
  bool is_senders(uint32_t i) const {
    constexpr auto kPointers = [] {
      WordTable<64> table;
      table.add(
          "dm message follow check on at add contact visit our my account page main instagram "
          "telegram ig to via",
          1);
      return table;
    }();
    return kPointers.find(tokens_[i - 1].hash) != 0;
  }

  /// "I saw you play the cello"; not "I saw you on LinkedIn".
  bool does(uint32_t i, const Sentence& sentence) const {
    return i + 1 < sentence.last && tokens_[i].kind == TokenKind::word && !stock_[i] &&
           !has(i, kLink | kNoName | kNoDeed);
  }

  bool is_name(uint32_t i) const {
    const Token& token = tokens_[i];
    return token.kind == TokenKind::word && token.capital && !token.sentence_start &&
           !token.all_capitals && !has(i, kNoName);
  }

  bool is_their_number(uint32_t i) const {
    if (tokens_[i].kind != TokenKind::number) return false;
    const std::string_view text = post_.text(tokens_[i].span);
    if (text.find_first_of("%$") != text.npos || text.ends_with('+')) return false;
    return i + 1 == tokens_.size() || !has(i + 1, kUnit);
  }

  /// "your talk at the", "your recent post about sourdough"; not "your post on LinkedIn".
  bool names_work(uint32_t your, uint32_t last) const {
    constexpr uint32_t kReach = 4;
    for (uint32_t i = your + 1; i + 2 < last && i < your + kReach; ++i) {
      const bool work_on =
          tokens_[i].hash == hash_word("work") && tokens_[i + 1].hash == hash_word("on");
      if (!has(i, kWork) && !work_on) continue;
      return has(i + 1, kLink) && !has(i + 2, kNoName | kYou) && !stock_[i + 1] && !stock_[i + 2];
    }
    return false;
  }

  /// A question with a "you" and none of the phrases and words of sales, nor of "my channel".
  bool is_own_question(const Sentence& sentence) const {
    uint32_t words = 0;
    bool asks_reader = false;
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (stock_[i] || has(i, kSales | kOwn)) return false;
      asks_reader = asks_reader || has(i, kYou | kYour | kTheirs);
      if (is_word(tokens_[i])) ++words;
    }
    return asks_reader && words >= kShortestQuestion;
  }

  const Post& post_;
  std::span<const Token> tokens_;
  std::vector<bool> stock_;
  bool introduced_;           ///< whoever introduces a trade asks everybody
  uint32_t near_you_ = 0;     ///< tokens before this one stand near a "you"
  uint32_t near_praise_ = 0;  ///< tokens before this one stand near a word of praise
};

}  // namespace

bool has_specifics(const Post& post, std::span<const PhraseMatch> stock,
                   std::span<const PhraseMatch> praise, bool introduced) {
  Message message(post, stock, introduced);
  const auto goes_on = [&](const PhraseMatch& match) { return message.goes_on(match); };
  if (std::any_of(praise.begin(), praise.end(), goes_on)) return true;
  if (message.has_quotation() || message.has_personal_field()) return true;
  const std::vector<Sentence>& sentences = post.segments.sentences;
  return std::any_of(sentences.begin(), sentences.end(),
                     [&](const Sentence& sentence) { return message.speaks_of_reader(sentence); });
}

}  // namespace soiree
