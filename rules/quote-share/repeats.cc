#include "rules/quote-share/repeats.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "linter/text/words.h"

namespace soiree {
namespace {

/// What is near-duplicate's to say.
constexpr double kSamePost = 0.85;

bool are_one_post(const Facts& a, const Facts& b) {
  return (a.text_hash == b.text_hash && a.text_hash != 0) || similarity(a, b) >= kSamePost;
}

}  // namespace

std::vector<RepeatedQuotation> repeated_quotations(const PostSeries& series) {
  std::unordered_map<uint32_t, size_t> index;
  std::vector<RepeatedQuotation> found;
  for (size_t i = 0; i < series.posts.size(); ++i) {
    for (const uint32_t hash : series.posts[i]->quotations) {
      const auto [at, added] = index.emplace(hash, found.size());
      if (added) found.emplace_back();
      RepeatedQuotation& posts = found[at->second];
      if (added || !are_one_post(*series.posts[posts.back()], *series.posts[i])) posts.push_back(i);
    }
  }
  // Quotations that are always quoted together are one thing to say.
  std::set<RepeatedQuotation> different;
  std::vector<RepeatedQuotation> repeated;
  for (RepeatedQuotation& posts : found) {
    if (posts.size() >= 2 && different.insert(posts).second) repeated.push_back(std::move(posts));
  }
  return repeated;
}

std::vector<QuotedPerson> persons_quoted_often(const PostSeries& series, size_t times,
                                               size_t posts) {
  std::map<std::string, std::vector<size_t>> by_name;
  for (size_t i = 0; i < series.posts.size(); ++i) {
    const Facts& post = *series.posts[i];
    if (post.has(Trait::quote) && !post.quoted_person.empty()) {
      by_name[fold_word(post.quoted_person.view())].push_back(i);
    }
  }
  std::vector<QuotedPerson> often;
  for (const auto& named : by_name) {
    const std::vector<size_t>& at = named.second;
    if (times == 0 || at.size() < times) continue;
    size_t begin = 0;  // positions [begin, end) of `at` are in the stretch
    size_t end = 0;
    const auto finish = [&] {
      if (begin == end) return;
      const FeedWindow stretch{at[begin], at[end - 1] + 1, end - begin};
      QuotedPerson person{
          std::string(series.posts[at[end - 1]]->quoted_person.view()), stretch, {}};
      for (size_t i = begin; i < end; ++i) person.posts.push_back(series.posts[at[i]]);
      often.push_back(std::move(person));
    };
    for (size_t last = times - 1; last < at.size(); ++last) {
      const size_t first = last + 1 - times;
      if (at[last] - at[first] >= posts) continue;
      if (first >= end) {
        finish();
        begin = first;
      }
      end = last + 1;
    }
    finish();
  }
  return often;
}

}  // namespace soiree
