#include "linter/lint/rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "linter/lint/text_interest.h"
#include "rules/near-duplicate/posts_by_hash.h"

namespace soiree {
namespace {

/// Four-word runs that make a text: five words of a social post. An article with less is a frame
/// around a picture or a list of links.
constexpr uint32_t kFewestOfSocialPost = 2;
constexpr uint32_t kFewestOfArticle = 40;
/// Posts with a share J of shingles in common miss each other's smallest kKeys hashes with a chance
/// of about (1 - J)^kKeys.
constexpr size_t kKeys = 8;
/// Posts remembered per hash; a phrase that every post carries would make the search quadratic.
constexpr uint32_t kPostsPerKey = 8;
constexpr size_t kMostNotes = 5;
constexpr size_t kNone = SIZE_MAX;
/// Copies on the calendar's beat that make a series, and how many are looked at for one text.
constexpr ptrdiff_t kFewestOfSeries = 3;
constexpr ptrdiff_t kMostOfSeries = 64;
/// What a month is to a post that comes each month; a post on a Sunday may go out on Friday.
constexpr int64_t kShortestMonth = 27;  // days
constexpr double kDaysPerMonth = 365.2425 / 12;
constexpr double kWeekendShift = 3.5;

/// An earlier post that says the same.
struct Match {
  size_t post = kNone;
  double similarity = 0;
};

/// Pairs of similar posts, found in time order: every post looks for earlier ones that share one of
/// its smallest shingle hashes.
class Index {
 public:
  Index(const Feed& feed, double threshold)
      : feed_(feed),
        threshold_(threshold),
        same_text_(feed.posts.size(), kPostsPerKey),
        by_hash_(count_keys(feed), kPostsPerKey),
        tried_by_(feed.posts.size(), kNone) {
    numbers_.reserve(feed.posts.size());
    for (const Facts* post : feed.posts) numbers_.push_back(post->number_hash);
  }
  /// The most similar earlier post; adds `post` for later ones.
  Match find_and_add(size_t post);

 private:
  static size_t count_keys(const Feed& feed);
  void try_post(size_t post, size_t earlier, Match& match);
  bool is_in_series(const Facts& facts);
  void collect_copies();

  const Feed& feed_;
  double threshold_;
  std::vector<const Facts*> copies_;  ///< dated social posts by text, made when asked for
  PostsByHash<uint64_t> same_text_;
  PostsByHash<uint32_t> by_hash_;
  std::vector<uint32_t> numbers_;  ///< Facts::number_hash, close together
  std::vector<size_t> tried_by_;   ///< the last post that was compared with each
};

/// True when two posts are meant to be alike: versions for several channels, translations, an
/// article and the post that announces it.
bool may_be_alike(const Facts& a, const Facts& b) {
  const bool versions = a.group != 0 && a.group == b.group && a.file == b.file;
  const bool languages = a.language != b.language && a.language != Language::unknown &&
                         b.language != Language::unknown;
  return versions || languages || a.kind != b.kind;
}

/// Days between two social posts, or 0 where one of them has no date.
int64_t days_between(const Facts& a, const Facts& b) {
  constexpr int64_t kDay = 24 * 60 * 60;
  if (!a.has_moment || !b.has_moment) return 0;
  return std::abs(a.moment.unix_seconds - b.moment.unix_seconds + kDay / 2) / kDay;
}

/// Is the day `days` later on the calendar's beat: the same day of a later month, give or take what
/// a weekend shifts, or the same weekday after four weeks or more?
bool is_on_the_beat(int64_t days) {
  if (days < kShortestMonth) return false;
  const double months = static_cast<double>(days) / kDaysPerMonth;
  return days % 7 == 0 || std::abs(months - std::round(months)) * kDaysPerMonth <= kWeekendShift;
}

/// Social posts that come again on purpose: a meeting under its next date, and entries without
/// times in several lists of a file, which is a pool that a program picks from.
bool comes_again_on_purpose(const Facts& a, const Facts& b) {
  if (a.kind != PostKind::social || b.kind != PostKind::social) return false;
  const bool pool = !a.has_moment && !b.has_moment && a.file == b.file && a.list != b.list;
  return pool || a.number_hash != b.number_hash;
}

size_t keys_of(const Facts& facts) { return std::min(kKeys, facts.sketch.size()); }

size_t Index::count_keys(const Feed& feed) {
  size_t keys = 0;
  for (const Facts* post : feed.posts) keys += keys_of(*post);
  return keys;
}

bool has_smaller_hash(const Facts* a, const Facts* b) { return a->text_hash < b->text_hash; }

void Index::collect_copies() {
  for (const Facts* post : feed_.posts) {
    const bool dated = post->kind == PostKind::social && post->has_moment && !post->draft;
    if (dated) copies_.push_back(post);
  }
  std::stable_sort(copies_.begin(), copies_.end(), has_smaller_hash);
}

/// The same text for at least the third time on the calendar's beat, this one and the later ones
/// counted.
bool Index::is_in_series(const Facts& facts) {
  if (copies_.empty()) collect_copies();
  auto [begin, end] = std::equal_range(copies_.begin(), copies_.end(), &facts, has_smaller_hash);
  if (end - begin > kMostOfSeries) end = begin + kMostOfSeries;
  const auto on_beat = std::count_if(begin, end, [&](const Facts* other) {
    return other == &facts || is_on_the_beat(days_between(facts, *other));
  });
  return on_beat >= kFewestOfSeries;
}

void Index::try_post(size_t post, size_t earlier, Match& match) {
  // Announcements from one template differ in numbers or dates; a copy that was edited does not.
  if (numbers_[post] != numbers_[earlier]) return;
  if (std::exchange(tried_by_[earlier], post) == post) return;
  const Facts& facts = *feed_.posts[post];
  const Facts& other = *feed_.posts[earlier];
  if (may_be_alike(facts, other) || facts.text_hash == other.text_hash) return;
  if (comes_again_on_purpose(facts, other)) return;
  const double found = similarity(facts, other);
  if (found >= threshold_ && found > match.similarity) match = {earlier, found};
}

Match Index::find_and_add(size_t post) {
  const Facts& facts = *feed_.posts[post];
  const auto number = static_cast<uint32_t>(post);
  Match match;
  const auto differs_on_purpose = [&](size_t earlier) {
    const Facts& other = *feed_.posts[earlier];
    const bool yearly = facts.kind == PostKind::article && facts.number_hash != other.number_hash;
    const bool on_purpose = yearly || may_be_alike(facts, other) ||
                            comes_again_on_purpose(facts, other) ||
                            (is_on_the_beat(days_between(facts, other)) && is_in_series(facts));
    if (!on_purpose) match = {earlier, 1.0};
    return on_purpose;
  };
  if (!same_text_.visit_and_add(facts.text_hash, number, differs_on_purpose)) return match;
  for (size_t i = 0; i < keys_of(facts); ++i) {
    by_hash_.visit_and_add(facts.sketch[i], number, [&](size_t earlier) {
      try_post(post, earlier, match);
      return true;
    });
  }
  return match;
}

class NearDuplicate : public Check, public TextInterest {
 public:
  explicit NearDuplicate(const RuleOptions& options) : similarity_(options.number("similarity")) {}
  void on_feed(const Feed& feed, FeedReport& report) const override;
  bool reads_text_of(const Facts& post) const override { return !post.draft; }

 private:
  double similarity_;
};

bool takes_part(const Facts& facts) {
  if (facts.draft) return false;
  if (facts.kind == PostKind::article) return facts.shingles >= kFewestOfArticle;
  return facts.kind == PostKind::social && facts.shingles >= kFewestOfSocialPost;
}

std::string likeness(double similarity) {
  if (similarity >= 1.0) return "the same text";
  return fmt::format("{:.0f} % the same text", std::floor(similarity * 100));
}

/// Of a post that is checked while they are not.
struct LaterCopies {
  std::vector<FeedReport::Related> notes;
  std::vector<const Facts*> homes;  ///< each copy has a finding of its own when it is checked
};

void NearDuplicate::on_feed(const Feed& feed, FeedReport& report) const {
  Index index(feed, similarity_);
  std::vector<size_t> first(feed.posts.size(), kNone);  // of the posts that say the same
  std::map<size_t, LaterCopies> later_copies;
  for (size_t i = 0; i < feed.posts.size(); ++i) {
    const Facts& post = *feed.posts[i];
    if (!takes_part(post)) continue;
    Match match = index.find_and_add(i);
    if (match.post == kNone) continue;
    const size_t root = first[match.post];
    if (root != kNone) {
      const double to_root = similarity(post, *feed.posts[root]);
      if (to_root >= similarity_ && !may_be_alike(post, *feed.posts[root])) match = {root, to_root};
    }
    first[i] = match.post;
    const Facts& earlier = *feed.posts[match.post];
    if (post.checked) {
      report.add(post,
                 fmt::format("This post is {} as an earlier one of this feed; who follows you "
                             "reads it twice. Say something new, or leave one of them out",
                             likeness(match.similarity)),
                 {{&earlier, "the earlier post"}});
    } else if (earlier.checked) {
      LaterCopies& copies = later_copies[match.post];
      if (copies.notes.size() < kMostNotes) {
        copies.notes.push_back({&post, likeness(match.similarity)});
      }
      copies.homes.push_back(post.judged ? &post : &earlier);
    }
  }
  for (const auto& [earlier, copies] : later_copies) {
    report.add(*feed.posts[earlier],
               "This post comes again, nearly word for word, later in this feed; who "
               "follows you reads it twice. Say something new, or leave one of them out",
               copies.notes, copies.homes);
  }
}

}  // namespace

std::unique_ptr<Check> make_near_duplicate(const RuleOptions& options,
                                           const RuleContext& /*context*/) {
  return std::make_unique<NearDuplicate>(options);
}

}  // namespace soiree
