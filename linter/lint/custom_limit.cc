// Custom rules of the kind `limit`: too many or too few of something, in a post or over a window.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "linter/lint/custom_checks.h"
#include "linter/lint/custom_filter.h"

namespace soiree {
namespace {

constexpr size_t kMostNotes = 5;
constexpr int64_t kSecondsPerDay = 24 * 60 * 60;

std::string_view name_of(Counted counted, bool one) {
  switch (counted) {
    case Counted::phrases:
      return one ? "phrase" : "phrases";
    case Counted::links:
      return one ? "link" : "links";
    case Counted::mentions:
      return one ? "mention" : "mentions";
    case Counted::hashtags:
      return one ? "hashtag" : "hashtags";
    case Counted::words:
      return one ? "word" : "words";
    case Counted::questions:
      return one ? "question" : "questions";
  }
  return "things";
}

/// Where the counted things of one post stand, and how many words it has where the rule looks,
/// counted handles, hashtags and addresses among them: a share is never above 1.
struct Tally {
  std::vector<TextSpan> places;
  size_t words = 0;
};

/// The words of all links that the markup makes, in order. An image has none.
std::vector<TextSpan> linked_words(const Post& post) {
  std::vector<TextSpan> links;
  for (const Link& link : post.document.links) {
    if (!link.image && !link.text.empty()) links.push_back(link.text);
  }
  std::sort(links.begin(), links.end());
  return links;
}

/// True when one of the links, which are sorted and apart from each other, is at `place` too.
bool touches(const std::vector<TextSpan>& links, TextSpan place) {
  const auto link = std::partition_point(
      links.begin(), links.end(), [&](TextSpan before) { return before.end <= place.begin; });
  return link != links.end() && link->begin < place.end;
}

/// Index of the block that holds `place`.
size_t block_at(const Post& post, TextSpan place) {
  const std::vector<Block>& blocks = post.document.blocks;
  const auto block = std::partition_point(blocks.begin(), blocks.end(), [&](const Block& before) {
    return before.text.end <= place.begin;
  });
  return std::min(static_cast<size_t>(block - blocks.begin()), blocks.size() - 1);
}

class LimitCheck : public Check {
 public:
  LimitCheck(const CustomRule& rule, PhraseIndex& phrases)
      : rule_(rule), limit_(rule.limit), key_(hash_word(rule.id)) {
    if (limit_.counted == Counted::phrases) lexicon_ = add_phrases(rule, phrases);
  }

  void on_post(const Post& post, const PhraseMatches& phrases, Report& report) const override {
    if (!limit_.per_post() || !applies_to(rule_.filter, post)) return;
    const Tally tally = count(post, phrases);
    const double value = value_of(tally.places.size(), tally.words);
    const bool over = limit_.most && value > *limit_.most;
    if (!over && !(limit_.least && value < *limit_.least)) return;
    TextSpan anchor = opening_of(post);
    if (over && !tally.places.empty()) {
      const auto allowed = static_cast<size_t>(limit_.share ? 0 : *limit_.most);
      anchor = tally.places[std::min(allowed, tally.places.size() - 1)];
    }
    report.add(anchor, message(tally.places.size(), value, over, "this post"));
  }

  void observe(const Post& post, const PhraseMatches& phrases, Facts& facts) const override {
    if (limit_.per_post() || !applies_to(rule_.filter, post)) return;
    std::vector<uint32_t> counts(facts.counts.begin(), facts.counts.end());
    const Tally tally = count(post, phrases);
    counts.push_back(key_);
    counts.push_back(static_cast<uint32_t>(tally.places.size()));
    counts.push_back(limit_.share ? static_cast<uint32_t>(tally.words) : 0);
    facts.counts = HashList(counts);
  }

  void on_feed(const Feed& feed, FeedReport& report) const override {
    if (!limit_.per_post()) check_windows(feed, report);
  }

 private:
  struct PostCount {
    const Facts* post;
    size_t value;
    size_t words;
  };
  /// The posts `first` to `last` of a list.
  struct Window {
    size_t first = 0;
    size_t last = 0;
    size_t sum = 0;
    size_t words = 0;
    bool over = false;  ///< too much is counted in it, not too little
  };

  double value_of(size_t things, size_t words) const {
    if (!limit_.share) return static_cast<double>(things);
    return words == 0 ? 0 : static_cast<double>(things) / static_cast<double>(words);
  }

  Tally count(const Post& post, const PhraseMatches& phrases) const {
    Tally tally;
    const auto take = [&](size_t block, TextSpan place) {
      if (looks_at(rule_.filter, post, block, place)) tally.places.push_back(place);
    };
    if (limit_.counted == Counted::phrases) {
      for (const PhraseMatch& match : phrases.of(lexicon_)) {
        take(post.block_of(match.first), span_of(match, post));
      }
    }
    if (limit_.counted == Counted::questions) {
      for (const Sentence& sentence : post.segments.sentences) {
        if (sentence.end != SentenceEnd::question) continue;
        take(post.block_of(sentence.first), sentence.span);
      }
    }
    const std::vector<TextSpan> links =
        limit_.counted == Counted::links ? linked_words(post) : std::vector<TextSpan>();
    for (size_t i = 0; i < post.document.blocks.size(); ++i) count_tokens(post, i, links, tally);
    for (const TextSpan link : links) take(block_at(post, link), link);
    std::sort(tally.places.begin(), tally.places.end());
    tally.words = std::max(tally.words, tally.places.size());  // a link may have no word
    return tally;
  }

  /// `links` are those of the markup; an address among their words is no link of its own.
  void count_tokens(const Post& post, size_t block, const std::vector<TextSpan>& links,
                    Tally& tally) const {
    for (const Token& token : post.tokens_of(block)) {
      const bool word = is_word(token);
      const bool address = token.kind == TokenKind::url && limit_.counted == Counted::links;
      const bool wanted =
          (word && limit_.counted == Counted::words) || address ||
          (token.kind == TokenKind::mention && limit_.counted == Counted::mentions) ||
          (token.kind == TokenKind::hashtag && limit_.counted == Counted::hashtags);
      if (!word && !wanted) continue;
      if (!looks_at(rule_.filter, post, block, token.span)) continue;
      ++tally.words;
      if (wanted && !(address && touches(links, token.span))) tally.places.push_back(token.span);
    }
  }

  std::string message(size_t count, double value, bool over, std::string_view where) const {
    const double bound = over ? *limit_.most : *limit_.least;
    const std::string limit =
        limit_.share ? fmt::format("{:.0f} %", bound * 100) : fmt::format("{:g}", bound);
    const std::string shown =
        limit_.share ? fmt::format("{:.0f} % of the words", value * 100) : std::string(where);
    const std::string usual =
        fmt::format("{} {} in {}, {} {} {}: {}", count, name_of(limit_.counted, count == 1),
                    limit_.share ? fmt::format("{} ({})", where, shown) : std::string(where),
                    over ? "at most" : "at least", limit, over ? "are welcome" : "should be there",
                    clause_of(rule_));
    if (rule_.message.empty()) return usual;
    return fill_message(rule_.message, {{"count", fmt::format("{}", count)},
                                        {"limit", limit},
                                        {"share", fmt::format("{:.0f} %", value * 100)},
                                        {"window", std::string(where)},
                                        {"summary", clause_of(rule_)}});
  }

  /// First post of the window that ends with `last`.
  size_t window_start(const std::vector<PostCount>& posts, size_t first, size_t last) const {
    if (limit_.window_posts > 0) {
      return std::max<size_t>(first, last + 1 - std::min<size_t>(last + 1, limit_.window_posts));
    }
    const int64_t start = days_begin(posts[last]);
    while (posts[first].post->moment.unix_seconds <= start) ++first;
    return first;
  }

  int64_t days_begin(const PostCount& last) const {
    return last.post->moment.unix_seconds -
           static_cast<int64_t>(limit_.window_days) * kSecondsPerDay;
  }

  /// The window is as long as the rule asks for, so that "too few" can be told: as many posts, or
  /// all of the days, of which none belongs to a window that had a finding.
  bool is_full(const std::vector<PostCount>& posts, size_t first, size_t last) const {
    if (limit_.window_posts > 0) return last + 1 - first == limit_.window_posts;
    return first > 0 && posts[first - 1].post->moment.unix_seconds <= days_begin(posts[last]);
  }

  std::string window_name(size_t posts) const {
    if (limit_.window_posts > 0) return fmt::format("{} posts in a row", posts);
    return fmt::format("{} {} within {} days", posts, posts == 1 ? "post" : "posts",
                       limit_.window_days);
  }

  /// Each post counts in one finding at most: after a finding the next window starts behind it.
  void check_windows(const Feed& feed, FeedReport& report) const {
    std::vector<PostCount> posts;
    for (const Facts* post : feed.posts) {
      if (post->draft || (limit_.window_days > 0 && !post->has_moment)) continue;
      for (size_t i = 0; i + 2 < post->counts.size(); i += 3) {
        if (post->counts[i] != key_) continue;
        posts.push_back({post, post->counts[i + 1], post->counts[i + 2]});
      }
    }
    const std::vector<Window> found = windows_with(posts, &Facts::checked);
    const bool context = !found.empty() && std::any_of(posts.begin(), posts.end(), [](auto& each) {
      return !each.post->checked;
    });
    const std::vector<Window> all = context ? windows_with(posts, &Facts::judged) : found;
    auto around = all.begin();
    for (const Window& window : found) {
      while (around != all.end() && around->last < window.first) ++around;
      const bool overlaps = around != all.end() && around->first <= window.last;
      add(posts, window, *posts[overlaps ? around->last : window.last].post, report);
    }
  }

  /// The windows beyond the limit whose last post is one with `which`.
  std::vector<Window> windows_with(const std::vector<PostCount>& posts, bool Facts::*which) const {
    std::vector<Window> found;
    size_t first = 0;
    Window window;
    for (size_t last = 0; last < posts.size(); ++last) {
      window.last = last;
      window.sum += posts[last].value;
      window.words += posts[last].words;
      for (const size_t start = window_start(posts, first, last); window.first < start;
           ++window.first) {
        window.sum -= posts[window.first].value;
        window.words -= posts[window.first].words;
      }
      const double value = value_of(window.sum, window.words);
      window.over = limit_.most && value > *limit_.most;
      const bool under =
          limit_.least && value < *limit_.least && is_full(posts, window.first, last);
      if ((!window.over && !under) || !(posts[last].post->*which)) continue;
      found.push_back(window);
      first = last + 1;
      window = {first};
    }
    return found;
  }

  /// `home` has the finding when all posts are checked.
  void add(const std::vector<PostCount>& posts, const Window& window, const Facts& home,
           FeedReport& report) const {
    std::vector<FeedReport::Related> related;
    for (size_t i = window.last; i-- > window.first && related.size() < kMostNotes;) {
      if (posts[i].value == 0) continue;
      related.push_back({posts[i].post, fmt::format("{} here", posts[i].value)});
    }
    report.add(*posts[window.last].post,
               message(window.sum, value_of(window.sum, window.words), window.over,
                       window_name(window.last + 1 - window.first)),
               related, {&home});
  }

  const CustomRule& rule_;
  const CustomLimit& limit_;
  uint32_t key_;
  LexiconId lexicon_;
};

}  // namespace

std::unique_ptr<Check> make_limit_check(const CustomRule& rule, PhraseIndex& phrases) {
  return std::make_unique<LimitCheck>(rule, phrases);
}

}  // namespace soiree
