#include "linter/post/text_places.h"

#include <algorithm>

namespace soiree {

uint32_t first_token_at(const Post& post, uint32_t offset) {
  const auto tokens = post.tokens();
  const auto found = std::partition_point(
      tokens.begin(), tokens.end(), [&](const Token& token) { return token.span.begin < offset; });
  return static_cast<uint32_t>(found - tokens.begin());
}

size_t block_at(const Post& post, uint32_t offset) {
  const auto& blocks = post.document.blocks;
  const auto after = std::partition_point(
      blocks.begin(), blocks.end(), [&](const Block& block) { return block.text.begin <= offset; });
  return after == blocks.begin() ? 0 : static_cast<size_t>(after - blocks.begin()) - 1;
}

size_t sentence_before(const Post& post, uint32_t token) {
  const auto& sentences = post.segments.sentences;
  const auto after =
      std::partition_point(sentences.begin(), sentences.end(),
                           [&](const Sentence& sentence) { return sentence.last <= token; });
  return after == sentences.begin() ? sentences.size()
                                    : static_cast<size_t>(after - sentences.begin()) - 1;
}

std::span<const Token> tokens_in(const Post& post, TextSpan span) {
  const uint32_t first = first_token_at(post, span.begin);
  const uint32_t last = first_token_at(post, span.end);
  return post.tokens().subspan(first, last - first);
}

}  // namespace soiree
