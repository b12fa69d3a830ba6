#include "linter/lint/rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/canned-message/outreach.h"
#include "rules/canned-message/specifics.h"

namespace soiree {
namespace {

constexpr size_t kMostNotes = 3;
constexpr size_t kLongestShown = 40;  // bytes

enum Category : uint8_t { kOpener, kFlattery, kAsk, kLink, kBulk, kKnown };
constexpr std::array<std::string_view, 6> kCategories = {"opener", "flattery", "ask",
                                                         "link",   "bulk",     "known"};

/// Who introduces a trade to a stranger writes to many.
constexpr float kIntroduction = 2;
/// What only strangers say, with something wanted or promised, makes up for that much weight.
constexpr float kStrange = 1;

/// How much of a message is stock.
struct Stock {
  std::vector<PhraseMatch> phrases;  ///< all but the ones of category `known`
  std::vector<PhraseMatch> praise;   ///< of them, those of category `flattery`
  float opening = 0;                 ///< weight of openers, flattery and bulk addresses
  float ask = 0;
  float link = 0;
  bool to_one = false;      ///< some opening is more than an address to many
  bool strange = false;     ///< some opening is said by strangers only
  bool acquainted = false;  ///< something says that the two know each other
  Outreach outreach = {};   ///< of direct messages

  float score() const {
    const auto one = [](bool part) { return part ? 1.0F : 0.0F; };
    const float introduction = !outreach.introduces ? 0 : opening > 0 ? 1 : kIntroduction;
    return opening + introduction + std::max(ask, one(outreach.asks)) + link +
           one(outreach.anybody) + one(outreach.promises) +
           (is_pushed_by_stranger() ? kStrange : 0);
  }

  bool requests() const { return ask > 0 || outreach.asks; }

 private:
  bool is_pushed_by_stranger() const {
    const bool pushes = requests() || link > 0 || outreach.promises || outreach.anybody;
    return pushes && (strange || outreach.introduces);
  }
};

Stock measure(std::span<const PhraseMatch> matches) {
  Stock stock;
  for (const PhraseMatch& match : matches) {
    if (match.quoted) continue;
    if (match.category == kKnown) {
      stock.acquainted = true;
      continue;
    }
    stock.phrases.push_back(match);
    if (match.category == kFlattery) stock.praise.push_back(match);
    if (match.category == kAsk) {
      stock.ask = std::max(stock.ask, match.weight);
    } else if (match.category == kLink) {
      stock.link = std::max(stock.link, match.weight);
    } else {
      stock.opening += match.weight;
      stock.strange = stock.strange || match.weight > 1;
      stock.to_one = stock.to_one || match.category != kBulk;
    }
  }
  return stock;
}

bool has_address(const Post& post) {
  const auto tokens = post.tokens();
  return std::any_of(tokens.begin(), tokens.end(),
                     [](const Token& token) { return token.kind == TokenKind::url; });
}

class CannedMessage : public Check {
 public:
  CannedMessage(const RuleOptions& options, const RuleContext& context)
      : weight_(static_cast<float>(options.number("weight"))),
        lexicon_(context.phrases->use("canned-message", kCategories,
                                      {Language::en, Language::unknown})) {}

  void on_post(const Post& post, const PhraseMatches& phrases, Report& report) const override {
    if (post.kind != PostKind::direct_message && post.kind != PostKind::reply) return;
    if (post.draft) return;
    Stock stock = measure(phrases.of(lexicon_));
    if (stock.acquainted) return;
    const bool direct = post.kind == PostKind::direct_message;
    if (direct) stock.outreach = read_outreach(post);
    if (stock.opening == 0 && !stock.outreach.is_letter()) return;
    // An address in a public reply is mostly a source, one in a message to a group its subject.
    if (direct && stock.to_one && has_address(post)) stock.link = std::max(stock.link, 1.0F);
    if (!direct && stock.ask + stock.link == 0) return;
    if (stock.score() < weight_) return;
    if (has_specifics(post, stock.phrases, stock.praise, stock.outreach.introduces)) return;
    add_finding(post, stock, report);
  }

 private:
  static void add_finding(const Post& post, Stock& stock, Report& report) {
    const auto rank = [](const PhraseMatch& match) {
      const bool push = match.category == kAsk || match.category == kLink;
      return std::pair(push, -match.weight);
    };
    std::stable_sort(stock.phrases.begin(), stock.phrases.end(),
                     [&](const PhraseMatch& a, const PhraseMatch& b) { return rank(a) < rank(b); });
    if (stock.phrases.empty()) {
      report.add(stock.outreach.place, message(post, stock));
      return;
    }
    FindingHandle finding = report.add(span_of(stock.phrases.front(), post), message(post, stock));
    // The weightiest are told, in the order in which somebody reads them.
    const std::span<PhraseMatch> others = std::span(stock.phrases).subspan(1);
    const std::span<PhraseMatch> told = others.first(std::min(others.size(), kMostNotes));
    std::sort(told.begin(), told.end(),
              [](const PhraseMatch& a, const PhraseMatch& b) { return a.first < b.first; });
    for (const PhraseMatch& match : told) {
      finding.note(span_of(match, post), "another stock phrase");
    }
  }

  static std::string message(const Post& post, const Stock& stock) {
    const size_t count = stock.phrases.size();
    const std::string phrases = count == 0   ? "an offer that fits everybody"
                                : count == 1 ? "one stock phrase"
                                             : fmt::format("{} stock phrases", count);
    const std::string push = stock.link > 0     ? " and a link to follow"
                             : stock.requests() ? " and a request"
                                                : "";
    return fmt::format(
        "{}{}, and nothing that is about {}: this {} could go to anybody, and reads like it. Say "
        "what of theirs you saw and why you write to them",
        phrases, push, reader_of(post), post.kind == PostKind::reply ? "reply" : "message");
  }

  static std::string reader_of(const Post& post) {
    const std::string& name = post.metadata.recipient.value;
    if (name.empty() || name.size() > kLongestShown) return "its reader";
    return name;
  }

  float weight_;
  LexiconId lexicon_;
};

}  // namespace

std::unique_ptr<Check> make_canned_message(const RuleOptions& options, const RuleContext& context) {
  return std::make_unique<CannedMessage>(options, context);
}

}  // namespace soiree
