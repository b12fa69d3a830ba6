#include "linter/lint/rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "linter/lint/feed_windows.h"
#include "linter/lint/text_interest.h"
#include "rules/insular-mentions/circle.h"
#include "rules/insular-mentions/mentions.h"

namespace soiree {
namespace {

/// A feed that mentions somebody in fewer of its posts is not about its circle, whoever that is.
constexpr double kMentioningPosts = 0.4;

struct Settings {
  double top_share = 0;
  double herfindahl = 0;
  double own_share = 0;
  size_t posts = 0;
  size_t minimum_posts = 0;
};

/// A window in which the same few handles are mentioned again and again.
struct Insular {
  FeedWindow window;
  std::vector<std::string> circle;
  bool own = false;  ///< the circle is the author's own handles
  size_t inside = 0;
  size_t mentions = 0;
  double herfindahl = 0;
  size_t past_stretch = 0;  ///< where the windows end that overlap each other and this one
  double share() const { return static_cast<double>(inside) / static_cast<double>(mentions); }
};

using Handles = std::vector<std::vector<std::string_view>>;

class InsularMentions : public Check, public ReadsNoText {
 public:
  InsularMentions(const Settings& settings, const RuleContext& context)
      : settings_(settings), own_(context.self) {}

  void observe(const Post& post, const PhraseMatches& /*phrases*/, Facts& facts) const override {
    facts.mentions = std::string_view(mentioned_handles(post));
  }
  void on_feed(const Feed& feed, FeedReport& report) const override;

 private:
  std::optional<Insular> judge(const MentionCounts& counts, const FeedWindow& window,
                               const Handles& handles) const;
  std::vector<std::string> own_handles(const FeedWindow& window, const Handles& handles) const;
  std::vector<Insular> worst_windows(const PostSeries& series, const Handles& handles,
                                     bool Facts::*which) const;

  Settings settings_;
  OwnHandles own_;
};

/// The handles of the author's own that `window` mentions, sorted.
std::vector<std::string> InsularMentions::own_handles(const FeedWindow& window,
                                                      const Handles& handles) const {
  std::vector<std::string> own;
  for (size_t i = window.first; i < window.last; ++i) {
    for (const std::string_view handle : handles[i]) {
      if (own_.has(handle)) own.emplace_back(handle);
    }
  }
  std::sort(own.begin(), own.end());
  own.erase(std::unique(own.begin(), own.end()), own.end());
  return own;
}

std::optional<Insular> InsularMentions::judge(const MentionCounts& counts, const FeedWindow& window,
                                              const Handles& handles) const {
  if (counts.posts() < settings_.minimum_posts) return std::nullopt;
  Insular found;
  found.window = window;
  found.mentions = counts.mentions();
  found.herfindahl = counts.herfindahl();
  const auto all = static_cast<double>(found.mentions);
  found.own = static_cast<double>(counts.own()) >= settings_.own_share * all && counts.own() > 0;
  if (found.own) {
    found.circle = own_handles(window, handles);
    found.inside = counts.own();
    return found;
  }
  const auto size = static_cast<double>(window.size());
  if (static_cast<double>(counts.posts()) < kMentioningPosts * size) return std::nullopt;
  if (found.herfindahl < settings_.herfindahl) return std::nullopt;
  found.circle = counts.circle();
  for (const std::string& handle : found.circle) found.inside += counts.count(handle);
  if (static_cast<double>(found.inside) < settings_.top_share * all) return std::nullopt;
  return found;
}

std::string list_of(const std::vector<std::string>& handles) {
  constexpr size_t kMostShown = 3;
  std::string list;
  for (size_t i = 0; i < handles.size() && i < kMostShown; ++i) {
    const bool last = i + 1 == std::min(handles.size(), kMostShown);
    list += (i == 0 ? "@" : last ? " and @" : ", @") + handles[i];
  }
  return list;
}

std::string describe(const Insular& found, const PostSeries& series) {
  const std::string numbers = fmt::format("{} of {} mentions in {}", found.inside, found.mentions,
                                          window_words(series, found.window));
  if (found.own) {
    return fmt::format(
        "{} are of your own {} ({}): readers know whose feed this is. Name the people you work "
        "with, learn from and thank instead",
        numbers, list_of(found.circle), percent_words(found.share()));
  }
  return fmt::format(
      "{} are of {} ({}, Herfindahl index {:.2f}): to everybody else this is a closed circle. "
      "Mention others who made, asked or taught you something",
      numbers, list_of(found.circle), percent_words(found.share()), found.herfindahl);
}

bool mentions_circle(const std::vector<std::string_view>& handles,
                     const std::vector<std::string>& circle) {
  return std::any_of(handles.begin(), handles.end(), [&](std::string_view handle) {
    return std::find(circle.begin(), circle.end(), handle) != circle.end();
  });
}

/// The posts of the window that mention the circle, in order.
std::vector<const Facts*> members_of(const PostSeries& series, const Insular& found,
                                     const Handles& handles) {
  std::vector<const Facts*> posts;
  for (size_t i = found.window.first; i < found.window.last; ++i) {
    if (mentions_circle(handles[i], found.circle)) posts.push_back(series.posts[i]);
  }
  return posts;
}

bool has_member(const PostSeries& series, const Insular& found, const Handles& handles,
                bool Facts::*which) {
  const std::vector<const Facts*> members = members_of(series, found, handles);
  return std::any_of(members.begin(), members.end(),
                     [&](const Facts* post) { return post->*which; });
}

bool speaks(const Facts& post) {
  return post.kind == PostKind::social || post.kind == PostKind::article;
}

/// The worst window of each stretch of overlapping ones that have a member with `which`.
std::vector<Insular> InsularMentions::worst_windows(const PostSeries& series,
                                                    const Handles& handles,
                                                    bool Facts::*which) const {
  MentionCounts counts(own_);
  std::vector<Insular> worst;
  for (size_t i = 0; i < handles.size(); ++i) {
    counts.add(handles[i]);
    const size_t first = i + 1 > settings_.posts ? i + 1 - settings_.posts : 0;
    if (first > 0) counts.remove(handles[first - 1]);
    // A window that could still grow is the beginning of the feed and says little.
    if (i + 1 < std::min(settings_.posts, handles.size())) continue;
    std::optional<Insular> found = judge(counts, {first, i + 1, 0}, handles);
    if (!found || !has_member(series, *found, handles, which)) continue;
    if (worst.empty() || first >= worst.back().past_stretch) {
      worst.push_back(std::move(*found));
    } else if (found->share() >= worst.back().share()) {
      worst.back() = std::move(*found);
    }
    worst.back().past_stretch = i + 1;
  }
  return worst;
}

void InsularMentions::on_feed(const Feed& feed, FeedReport& report) const {
  for (const PostSeries& series : series_of(feed, speaks)) {
    Handles handles;
    for (const Facts* post : series.posts) handles.push_back(split_handles(post->mentions.view()));
    const std::vector<Insular> worst = worst_windows(series, handles, &Facts::checked);
    const bool context =
        !worst.empty() && std::any_of(series.posts.begin(), series.posts.end(),
                                      [](const Facts* post) { return !post->checked; });
    const std::vector<Insular> of_all =
        context ? worst_windows(series, handles, &Facts::judged) : worst;
    auto around = of_all.begin();  // each stretch lies in one of all
    for (const Insular& found : worst) {
      while (around->past_stretch < found.past_stretch) ++around;
      add_posts(report, members_of(series, found, handles), describe(found, series),
                found.own ? "mentions you as well" : "mentions them as well",
                members_of(series, *around, handles));
    }
  }
}

Settings settings_from(const RuleOptions& options) {
  Settings settings;
  settings.top_share = options.number("top-share");
  settings.herfindahl = options.number("herfindahl");
  settings.own_share = options.number("own-share");
  settings.posts = static_cast<size_t>(options.integer("posts"));
  settings.minimum_posts = static_cast<size_t>(options.integer("minimum-posts"));
  return settings;
}

}  // namespace

std::unique_ptr<Check> make_insular_mentions(const RuleOptions& options,
                                             const RuleContext& context) {
  return std::make_unique<InsularMentions>(settings_from(options), context);
}

}  // namespace soiree
