#include "linter/lint/rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "linter/lint/feed_windows.h"
#include "linter/lint/text_interest.h"
#include "linter/text/pronouns.h"
#include "rules/monologue/social_signs.h"
#include "rules/self-focus/own_names.h"
#include "rules/self-focus/verdict.h"

namespace soiree {
namespace {

/// Language of a post; few words in Cyrillic letters are read as Russian, since the pronouns of its
/// neighbours are the same.
Language language_of(const Post& post) {
  if (post.language != Language::unknown || post.tokens().empty()) return post.language;
  const std::string_view first = post.text(post.tokens().front().span);
  const bool cyrillic = first.starts_with('\xD0') || first.starts_with('\xD1');
  return cyrillic ? Language::ru : Language::unknown;
}

/// A short post in a language without a measure of its own: somebody says "I" or "we" there, and
/// nobody else is spoken of.
bool speaks_of_itself_only(const Post& post, Language language) {
  bool self = false;
  for (size_t i = 0; i < post.tokens().size(); ++i) {
    const Token& token = post.tokens()[i];
    if (token.kind == TokenKind::url) return false;
    if (token.kind != TokenKind::word) continue;
    const Person person = person_at(post.text(), post.tokens(), i, language);
    if (person == Person::reader || person == Person::other_person) return false;
    const Person verb = first_person_verb(token, language);
    self = self || person != Person::none || verb != Person::none;
  }
  return self && post.quotations.empty();
}

bool is_about_its_author(const Post& post, const PhraseMatches& phrases, const OwnNames& names) {
  if (post.kind != PostKind::article && post.kind != PostKind::social) return false;
  if (is_read_as_short(post)) {
    const Language language = language_of(post);
    if (language == Language::en || language == Language::unknown) {
      const ShortFocus focus = measure_short_focus(post);
      const bool speaks = focus.singular + focus.omitted > 0 || focus.plural > 0;
      return speaks && is_self_focused(focus);  // bare check-ins are checkin-share's to count
    }
    return is_known_to_focus(language) && speaks_of_itself_only(post, language);
  }
  if (!is_known_to_focus(post.language)) return false;
  const auto& focus = phrases.shared().get<Focus>([&] { return measure_focus(post, names); });
  return is_self_focused(post, focus, FocusLimits{});
}

class SelfFocusShare : public Check, public ReadsNoText {
 public:
  SelfFocusShare(const RuleOptions& options, const RuleContext& context)
      : signs_(context),
        names_(context.self),
        share_(options.number("share")),
        blog_share_(options.number("blog-share")),
        size_{static_cast<size_t>(options.integer("window-posts")),
              static_cast<uint32_t>(options.integer("window-days"))} {}

  void observe(const Post& post, const PhraseMatches& phrases, Facts& facts) const override {
    if (!is_about_its_author(post, phrases, names_)) return;
    signs_.note(post, phrases, facts);
    const bool turned =
        facts.has(Trait::question) || facts.has(Trait::thanks) || facts.has(Trait::engagement);
    if (post.kind == PostKind::article || !turned) facts.set(Trait::self_focus);
  }
  void on_feed(const Feed& feed, FeedReport& report) const override;

 private:
  SocialSigns signs_;
  OwnNames names_;
  double share_;
  double blog_share_;
  WindowSize size_;
};

void SelfFocusShare::on_feed(const Feed& feed, FeedReport& report) const {
  const double limit = feed.kind == FeedKind::blog ? blog_share_ : share_;
  const auto takes_part = [](const Facts& post) {
    return post.words > 0 || post.kind == PostKind::repost;
  };
  for (const PostSeries& series : series_of(feed, takes_part)) {
    std::vector<bool> selfish(series.posts.size());
    for (size_t i = 0; i < selfish.size(); ++i) {
      selfish[i] = series.posts[i]->has(Trait::self_focus);
    }
    for (const FeedStretch& stretch : stretches_above(series, selfish, size_, limit)) {
      add_stretch(
          report, series, selfish, stretch,
          fmt::format("{} are mostly about you ({}); ask how others do "
                      "it, tell what readers can use, or name who helped",
                      hits_words(series, stretch.worst), share_words(series, stretch, limit)),
          "is about you as well");
    }
  }
}

}  // namespace

std::unique_ptr<Check> make_self_focus_share(const RuleOptions& options,
                                             const RuleContext& context) {
  return std::make_unique<SelfFocusShare>(options, context);
}

}  // namespace soiree
