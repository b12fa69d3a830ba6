#include "linter/lint/rule.h"

#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

#include "linter/lint/feed_windows.h"
#include "linter/lint/text_interest.h"
#include "rules/monologue/social_signs.h"

namespace soiree {
namespace {

WindowSize window_of(const RuleOptions& options, std::string_view posts, std::string_view days) {
  return {static_cast<size_t>(options.integer(posts)),
          static_cast<uint32_t>(options.integer(days))};
}

/// Whether thanks in that language would be noticed.
bool is_understood(Language language) {
  return language != Language::zh && language != Language::ja && language != Language::other;
}

class Monologue : public Check, public ReadsNoText {
 public:
  Monologue(const RuleOptions& options, const RuleContext& context)
      : signs_(context),
        social_(window_of(options, "window-posts", "window-days")),
        blog_(window_of(options, "blog-window-posts", "blog-window-days")) {}

  void observe(const Post& post, const PhraseMatches& phrases, Facts& facts) const override {
    signs_.note(post, phrases, facts);
  }
  void on_feed(const Feed& feed, FeedReport& report) const override;

 private:
  SocialSigns signs_;
  WindowSize social_;
  WindowSize blog_;
};

void Monologue::on_feed(const Feed& feed, FeedReport& report) const {
  const uint32_t house = house_of(feed);
  const WindowSize& size = feed.kind == FeedKind::blog ? blog_ : social_;
  if (size.posts == 0) return;
  const auto takes_part = [](const Facts& post) {
    return post.words > 0 || post.kind == PostKind::repost;
  };
  for (const PostSeries& series : series_of(feed, takes_part)) {
    std::vector<bool> silent(series.posts.size());
    for (size_t i = 0; i < silent.size(); ++i) {
      const Facts& post = *series.posts[i];
      silent[i] = is_understood(post.language) && !turns_to_others(post, house);
    }
    for (const FeedWindow& run : runs_of(series, silent, size)) {
      add_window(report, series, silent, run,
                 fmt::format("{} ask, answer, thank and credit nobody and link to nobody else; "
                             "people stay where they are spoken with: ask them something, answer "
                             "somebody, or point to what others made",
                             window_words(series, run)),
                 "turns to nobody either");
    }
  }
}

}  // namespace

std::unique_ptr<Check> make_monologue(const RuleOptions& options, const RuleContext& context) {
  return std::make_unique<Monologue>(options, context);
}

}  // namespace soiree
