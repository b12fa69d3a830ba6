#include "linter/lint/rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "rules/engagement-bait/bait.h"
#include "rules/engagement-bait/bait_tags.h"

namespace soiree {
namespace {

constexpr size_t kMostNotes = 3;

std::string message(const Post& post, const Bait& bait) {
  const std::string_view words = post.text(bait.places.front().place);
  switch (bait.places.front().kind) {
    case BaitKind::trade:
      return fmt::format(
          "\u201C{}\u201D trades engagement; who comes for the trade does not read you: give "
          "people "
          "something worth following instead",
          words);
    case BaitKind::train:
      return fmt::format(
          "{} handles in a row and a call to follow; nobody listed here was spoken to: write to "
          "one "
          "of them about something they made",
          bait.handles);
    case BaitKind::giveaway:
      return fmt::format(
          "\u201C{}\u201D pays for engagement with a prize; readers come for the prize and leave "
          "with it: let people take part without a follow, like or tag",
          words);
    default:
      break;
  }
  return fmt::format(
      "\u201C{}\u201D asks for engagement ({} such {} here); readers feel used and platforms show "
      "such posts to fewer people: ask a question that you want answered",
      words, bait.places.size(), bait.places.size() == 1 ? "call" : "calls");
}

class EngagementBait : public Check {
 public:
  EngagementBait(const RuleOptions& options, const RuleContext& context)
      : lexicon_(use_bait_lexicon(*context.phrases)),
        hashtags_(static_cast<size_t>(options.integer("hashtags"))),
        hashtag_share_(options.number("hashtag-share")) {}

  void on_post(const Post& post, const PhraseMatches& phrases, Report& report) const override {
    const Bait bait = find_bait(post, phrases.of(lexicon_));
    if (bait) {
      FindingHandle finding = report.add(bait.places.front().place, message(post, bait));
      for (size_t i = 1; i < bait.places.size() && i <= kMostNotes; ++i) {
        finding.note(bait.places[i].place, "here too");
      }
      return;
    }
    if (!post.is_short() || post.kind == PostKind::repost || answers(post)) return;
    if (check_tag_field(post, report)) return;
    check_stuffing(post, report);
  }

 private:
  static bool answers(const Post& post) {
    return post.kind == PostKind::reply || post.tokens().empty() ||
           post.tokens().front().kind == TokenKind::mention;
  }

  /// Hashtags that the schedule keeps apart from the text.
  static bool check_tag_field(const Post& post, Report& report) {
    for (const PlacedText& tag : post.metadata.tags) {
      std::string_view word = tag.value;
      if (word.starts_with('#')) word.remove_prefix(1);
      if (!is_trade_tag(word) || tag.place.empty()) continue;
      report.add(tag, fmt::format("\u201C{}\u201D trades engagement; who comes for the trade does "
                                  "not read you: name what the post is about instead",
                                  tag.value));
      return true;
    }
    return false;
  }

  void check_stuffing(const Post& post, Report& report) const {
    const auto tokens = post.tokens();
    size_t hashtags = post.metadata.tags.size();
    size_t words = 0;
    TextSpan place;
    for (const Token& token : tokens) {
      if (is_word(token)) ++words;
      if (token.kind != TokenKind::hashtag) continue;
      ++hashtags;
      if (place.empty()) place.begin = token.span.begin;
      place.end = token.span.end;
    }
    const auto all = static_cast<double>(hashtags + words);
    if (hashtags < hashtags_ || static_cast<double>(hashtags) < hashtag_share_ * all) return;
    std::string text = fmt::format(
        "{} hashtags beside {} words; readers see a wall of tags: keep the two or three that "
        "somebody would look for",
        hashtags, words);
    if (!place.empty()) {
      report.add(place, std::move(text));
    } else if (!post.metadata.tags.front().place.empty()) {
      report.add(post.metadata.tags.front(), std::move(text));
    }
  }

  LexiconId lexicon_;
  size_t hashtags_;
  double hashtag_share_;
};

}  // namespace

std::unique_ptr<Check> make_engagement_bait(const RuleOptions& options,
                                            const RuleContext& context) {
  return std::make_unique<EngagementBait>(options, context);
}

}  // namespace soiree
