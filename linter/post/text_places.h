#ifndef SOIREE_POST_TEXT_PLACES_H_
#define SOIREE_POST_TEXT_PLACES_H_

#include <array>
#include <cstdint>
#include <string_view>

#include "linter/post/post.h"

namespace soiree {

/// Index of the first token that begins at or after `offset`.
uint32_t first_token_at(const Post& post, uint32_t offset);

/// Index of the block that holds the text offset, or of the last block before it.
size_t block_at(const Post& post, uint32_t offset);

/// Index of the last sentence whose tokens all stand before token `token`; the number of sentences
/// when there is none.
size_t sentence_before(const Post& post, uint32_t token);

/// Tokens [first, last) of `post` that begin inside `span`.
std::span<const Token> tokens_in(const Post& post, TextSpan span);

/// A sorted list of word hashes for lookups.
template <size_t Size>
class WordList {
 public:
  /// `words` in the form fold_word gives.
  constexpr explicit WordList(const std::array<std::string_view, Size>& words) {
    for (size_t i = 0; i < Size; ++i) hashes_[i] = hash_word(words[i]);
    // Insertion sort: std::sort of few words at compile time is no faster.
    for (size_t i = 1; i < Size; ++i) {
      for (size_t j = i; j > 0 && hashes_[j - 1] > hashes_[j]; --j) {
        const uint32_t larger = hashes_[j - 1];
        hashes_[j - 1] = hashes_[j];
        hashes_[j] = larger;
      }
    }
  }
  constexpr bool has(uint32_t hash) const {
    size_t low = 0;
    size_t high = Size;
    while (low < high) {
      const size_t middle = (low + high) / 2;
      if (hashes_[middle] < hash) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < Size && hashes_[low] == hash;
  }

 private:
  std::array<uint32_t, Size> hashes_{};
};

}  // namespace soiree

#endif  // SOIREE_POST_TEXT_PLACES_H_
