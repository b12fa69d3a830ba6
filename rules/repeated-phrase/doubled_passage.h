#ifndef SOIREE_RULES_REPEATED_PHRASE_DOUBLED_PASSAGE_H_
#define SOIREE_RULES_REPEATED_PHRASE_DOUBLED_PASSAGE_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "linter/post/post.h"
#include "linter/post/prose_sentences.h"

namespace soiree {

/// A passage that stands in the post once more, sentence for sentence; list items take no part.
struct DoubledPassage {
  size_t sentences = 0;  ///< 0 when there is none
  uint32_t words = 0;
  TextSpan first;
  TextSpan again;
};

/// The longest one, in words.
DoubledPassage find_doubled_passage(const Post& post, const std::vector<ProseSentence>& sentences);

}  // namespace soiree

#endif  // SOIREE_RULES_REPEATED_PHRASE_DOUBLED_PASSAGE_H_
