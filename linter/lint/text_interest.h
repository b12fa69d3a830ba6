#ifndef SOIREE_LINT_TEXT_INTEREST_H_
#define SOIREE_LINT_TEXT_INTEREST_H_

#include "linter/post/facts.h"

namespace soiree {

/// A feed rule that can tell which posts' texts it reads: their hashes, sketch, skeleton, numbers,
/// and how many words there are beyond whether there are any. A rule without this interface reads
/// those of all posts.
class TextInterest {
 public:
  TextInterest() = default;
  TextInterest(const TextInterest&) = delete;
  TextInterest& operator=(const TextInterest&) = delete;
  virtual ~TextInterest() = default;
  /// False promises that what the rule says of a feed stays the same when the text of `post`
  /// becomes another one of which this is false too, and nothing else of the post changes.
  virtual bool reads_text_of(const Facts& post) const = 0;
};

/// For rules that read no texts at all.
class ReadsNoText : public TextInterest {
 public:
  bool reads_text_of(const Facts& /*post*/) const final { return false; }
};

/// True when two posts may differ in their texts and places, and in nothing else that a feed or its
/// rules read.
bool differ_in_text_only(const Facts& a, const Facts& b);

}  // namespace soiree

#endif  // SOIREE_LINT_TEXT_INTEREST_H_
