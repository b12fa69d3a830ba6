#ifndef SOIREE_LINT_FEED_H_
#define SOIREE_LINT_FEED_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/lint/feed_kind.h"
#include "linter/lint/finding.h"
#include "linter/post/facts.h"

namespace soiree {

/// The posts of one voice in canonical order: time, then path, then place.
struct Feed {
  std::string name;
  FeedKind kind = FeedKind::blog;
  std::vector<const Facts*> posts;
};

/// The only way for a rule to say something about a feed.
class FeedReport {
 public:
  explicit FeedReport(std::vector<Finding>& findings) : findings_(findings) {}

  void set_rule(std::string_view rule, Severity severity);
  /// A finding about `post`, which must be a checked one; `related` are other posts with a word on
  /// each. `homes` are the judged posts that it would be about if all were checked; where it is
  /// `post` itself, they may be left out.
  struct Related {
    const Facts* post;
    std::string message;
  };
  void add(const Facts& post, std::string message, const std::vector<Related>& related,
           const std::vector<const Facts*>& homes = {});

 private:
  std::vector<Finding>& findings_;
  std::string_view rule_;
  Severity severity_ = Severity::warning;
};

}  // namespace soiree

#endif  // SOIREE_LINT_FEED_H_
