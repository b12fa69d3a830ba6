#include "rules/canned-message/outreach.h"

#include <algorithm>
#include <span>

#include "linter/text/word_table.h"

namespace soiree {
namespace {

enum Role : uint32_t {
  kI = 1,       ///< the sender
  kOur = 2,     ///< what the sender has
  kTrades = 4,  ///< what a sender does for a living
  kTrade = 8,   ///< who or what introduces itself to strangers
  kYour = 16,
  kYou = 32,
  kAnything = 64,  ///< every reader has one
  kGain = 128,     ///< what is promised to it
  kGood = 256,     ///< of what there shall be more
  kMore = 512,
  kFree = 1024,
  kSample = 2048,
  kWant = 4096,      ///< asks of a stranger
  kTalk = 8192,      ///< what is asked for
  kRequest = 16384,  ///< tells the reader what to do for the sender
  kPolite = 32768,
};

constexpr auto kRoles = [] {
  WordTable<1024> table;
  table.add("i i'm im we we're i've we've i'd i'll we'd we'll", kI);
  table.add("my our", kOur);
  table.add(
      "hiring launched inviting buy recruiting offering write am are is run represent work works "
      "help build specialise specialize provide offer create "
      "make produce manufacture supply coach host lead head handle manage recruit consult design "
      "develop teach train sell edit write partner place source own founded launched started "
      "built run'm connect connecting helping building working offering running been mentor "
      "translate publish distribute export",
      kTrades);
  table.add("i'm im we're", kTrades);
  table.add(
      "agency company studio platform startup start-up firm coach consultant recruiter designer "
      "developer founder co-founder cofounder ceo podcast newsletter tool app software "
      "marketplace services service seo marketing mentor freelancer freelance editor photographer "
      "videographer author artist musician songwriter dj illustrator digest infographic notetaker "
      "ai "
      "graphic copywriter strategist trader investor manufacturer supplier distributor "
      "wholesaler brand brands businesses founders creators coaches agencies teams companies "
      "startups influencers solution solutions product products saas program programme course "
      "masterclass webinar community plugin extension crm dashboard affiliate outreach ghostwriter "
      "trading local company's accounts roles positions openings roundtable summit survey signals "
      "orphanage charity article "
      "articles producer label publisher advisor adviser expert specialist entrepreneur "
      "entrepreneurs "
      "boutique collective network owners professionals clients leads growth directory "
      "writer writers analyst manager experts certified licensed virtual assistant assistants "
      "bookkeeping factory packaging",
      kTrade);
  table.add("your ur", kYour);
  table.add("you u you're you've you'd", kYou);
  table.add("yours yourself", kYou | kAnything);
  table.add(
      "business brand company website site store shop page profile content account channel "
      "audience team sales revenue growth marketing seo traffic product products startup portfolio "
      "goals industry niche space feed followers customers clients blog posts readers listeners "
      "pipeline roadmap hiring stack budget operations workflow organisation organization "
      "agency firm career income finances skills background experience expertise field engagement "
      "presence visibility bottom reach network practice firm's rankings ranking conversions "
      "journey achievements potential sector category niche prospects leads inbox calendar "
      "profile's setup strategy team's credentials resume cv "
      "socials social online instagram linkedin youtube facebook tiktok",
      kAnything);
  table.add(
      "help helps helping save saves boost boosts grow grows growing double triple scale scales "
      "increase increases skyrocket automate cut cuts land attract generate turn turns drive "
      "drives "
      "rank earn maximise maximize unlock transform level elevate improve",
      kGain);
  table.add(
      "leads clients customers sales traffic revenue bookings followers listeners readers "
      "conversions sales-calls income subscribers orders appointments deals meetings reach money "
      "engagement exposure visibility patients views streams passive",
      kGood);
  table.add("more new extra additional high-quality qualified steady consistent daily warm", kMore);
  table.add("free complimentary no-obligation no-cost gratis", kFree);
  table.add(
      "audit trial sample samples consultation mockup mock-up demo guide ebook e-book template "
      "checklist session call review analysis training masterclass webinar report strategy quote "
      "access month version product products gift pdf shipping",
      kSample);
  table.add(
      "happy glad love who interested open worth curious keen willing available free mind shall "
      "should may can could "
      "would want wanna care fancy up",
      kWant);
  table.add(
      "join place seat survey article topics address list sponsored posts post seat prospect "
      "question moment budget call chat minutes mins min demo meeting conversation details info "
      "deck pricing portfolio "
      "link rates samples sample zoom calendar slot coffee talk connect collaborate collab "
      "collaboration partner partnership partnering opportunity idea ideas explore discuss sense "
      "fit guest post swap feature trade proposal quote examples brochure catalogue catalog media "
      "kit contribute shoutout sponsor sponsorship role roles position interview review feedback "
      "try audit",
      kTalk);
  table.add(
      "reply respond revert message dm add contact text email mail whatsapp ping inbox follow "
      "subscribe visit click book schedule join share forward recommend send check download "
      "register apply introduce repost retweet vote sign grab",
      kRequest);
  table.add("please kindly just simply", kPolite);
  return table;
}();

constexpr uint32_t kReachOfIntroduction = 9;  ///< tokens from "I" to the trade
constexpr uint32_t kReachOfVerb = 3;
constexpr uint32_t kReachOfOwner = 3;
constexpr uint32_t kReachOfPromise = 4;
constexpr uint32_t kShortQuestion = 5;  ///< tokens: "Interested?", "Worth a try?"

class OutreachReader {
 public:
  explicit OutreachReader(const Post& post) : post_(post), tokens_(post.tokens()) {}

  Outreach read() {
    for (const Sentence& sentence : post_.segments.sentences) {
      end_ = sentence.last;
      for (uint32_t i = sentence.first; i < sentence.last; ++i) {
        note(found_.introduces, i, introduction(i));
        note(found_.anybody, i, anybody(i));
        note(found_.promises, i, promise(i));
      }
      if (asks(sentence)) note(found_.asks, sentence.first, sentence.last);
    }
    return found_;
  }

 private:
  uint32_t role_of(uint32_t i) const {
    return tokens_[i].kind == TokenKind::word ? kRoles.find(tokens_[i].hash) : 0;
  }

  /// Tokens [first, last) are such a part of a letter, if there are any.
  void note(bool& part, uint32_t first, uint32_t last) {
    if (last == 0) return;
    part = true;
    if (found_.place.empty()) {
      found_.place = {tokens_[first].span.begin, tokens_[last - 1].span.end};
    }
  }

  /// One past the first of the `reach` tokens from `from` on, in this sentence, that has a role of
  /// `roles`; 0 when none has.
  uint32_t past(uint32_t from, uint32_t reach, uint32_t roles) const {
    for (uint32_t i = from; i < std::min(from + reach, end_); ++i) {
      if ((role_of(i) & roles) != 0) return i + 1;
    }
    return 0;
  }

  /// "I run a small agency", "we're a startup", "our platform", "my name is".
  uint32_t introduction(uint32_t i) const {
    const uint32_t role = role_of(i);
    if (tokens_[i].hash == hash_word("my") && i + 2 < end_ &&
        tokens_[i + 1].hash == hash_word("name") && tokens_[i + 2].hash == hash_word("is")) {
      return i + 3;
    }
    if ((role & kOur) != 0) return past(i + 1, kReachOfOwner, kTrade);
    if ((role & kI) == 0) return 0;
    const bool does = (role & kTrades) != 0 || past(i + 1, kReachOfVerb, kTrades) != 0;
    return does ? past(i + 1, kReachOfIntroduction, kTrade) : 0;
  }

  /// "your business", "companies like yours".
  uint32_t anybody(uint32_t i) const {
    if ((role_of(i) & kYour) != 0) return past(i + 1, kReachOfOwner, kAnything);
    const bool like_you = tokens_[i].hash == hash_word("like") && i > 0 && i + 1 < end_ &&
                          (role_of(i + 1) & kYou) != 0 && tokens_[i - 1].hash != hash_word("would");
    return like_you ? i + 2 : 0;
  }

  /// "a free audit", "more leads", "grow your team".
  uint32_t promise(uint32_t i) const {
    const uint32_t role = role_of(i);
    if ((role & kFree) != 0) return past(i + 1, kReachOfOwner, kSample);
    if ((role & kMore) != 0) return past(i + 1, kReachOfOwner, kGood);
    if ((role & kGain) == 0) return 0;
    return past(i + 1, kReachOfPromise, kYou | kYour | kTrade | kGood);
  }

  bool asks(const Sentence& sentence) const {
    if (requests(sentence)) return true;
    if (sentence.end != SentenceEnd::question) return false;
    uint32_t roles = 0;
    for (uint32_t i = sentence.first; i < sentence.last; ++i) roles |= role_of(i);
    if ((roles & kWant) == 0) return false;
    return (roles & (kTalk | kRequest)) != 0 || sentence.last - sentence.first <= kShortQuestion;
  }

  /// "Kindly share your price list", "Message me", "Let me know which dates".
  bool requests(const Sentence& sentence) const {
    for (uint32_t i = sentence.first; i + 1 < sentence.last; ++i) {
      const bool begins = i == sentence.first || (role_of(i - 1) & kPolite) != 0;
      if (begins && (role_of(i) & kRequest) != 0) return true;
      if (tokens_[i].hash == hash_word("let") && tokens_[i + 1].hash == hash_word("me")) {
        return i + 2 < sentence.last && tokens_[i + 2].hash == hash_word("know");
      }
    }
    return false;
  }

  const Post& post_;
  std::span<const Token> tokens_;
  uint32_t end_ = 0;  ///< of the sentence
  Outreach found_;
};

}  // namespace

Outreach read_outreach(const Post& post) { return OutreachReader(post).read(); }

}  // namespace soiree
