#ifndef SOIREE_RULES_INSULAR_MENTIONS_CIRCLE_H_
#define SOIREE_RULES_INSULAR_MENTIONS_CIRCLE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace soiree {

/// The author's own handles, as the configuration gives them.
class OwnHandles {
 public:
  explicit OwnHandles(const std::vector<std::string>& names);
  /// `handle` is folded and without `@`; "ada@example.social" is "ada" as well.
  bool has(std::string_view handle) const;

 private:
  std::vector<std::string> handles_;  ///< sorted
};

/// Who is mentioned how often in a window of posts that moves along a feed.
class MentionCounts {
 public:
  explicit MentionCounts(const OwnHandles& own) : own_(own) {}
  /// Adds or removes a post that mentions `handles`, each once.
  void add(const std::vector<std::string_view>& handles);
  void remove(const std::vector<std::string_view>& handles);

  /// Mentions in all.
  size_t mentions() const { return mentions_; }
  /// Posts that mention somebody.
  size_t posts() const { return posts_; }
  /// Mentions of the author's own handles.
  size_t own() const { return own_mentions_; }
  /// Sum of the squared shares of all handles: 1 when there is one, 0.1 for ten mentioned alike.
  double herfindahl() const;
  /// The handles mentioned most, at most three and each more than once, most mentioned first.
  std::vector<std::string> circle() const;
  size_t count(std::string_view handle) const;

 private:
  const OwnHandles& own_;
  std::unordered_map<std::string_view, size_t> counts_;
  size_t mentions_ = 0;
  size_t posts_ = 0;
  size_t own_mentions_ = 0;
  uint64_t squares_ = 0;
};

}  // namespace soiree

#endif  // SOIREE_RULES_INSULAR_MENTIONS_CIRCLE_H_
