#ifndef SOIREE_POST_CALLOUTS_H_
#define SOIREE_POST_CALLOUTS_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "linter/post/post.h"

namespace soiree {

/// Tells quotations from boxes of the author's own: GitHub alerts, notices by class or in an
/// attribute list, quotes that begin like a remark ("Note:", "Update (3 May):", an emoji), short
/// notices on affiliate links, first publication, translation or a newsletter, and templates for
/// the reader to fill in.
class Callouts {
 public:
  /// `post` must outlive the object.
  explicit Callouts(const Post& post) : post_(post) {}

  bool has(const QuoteBlock& quote);

 private:
  bool is_template(TextSpan quote);

  const Post& post_;
  /// Where "[Name]" and the like begin, sorted; empty until asked for. Nested quotes share their
  /// text, so it is searched once.
  std::optional<std::vector<uint32_t>> fields_;
};

}  // namespace soiree

#endif  // SOIREE_POST_CALLOUTS_H_
