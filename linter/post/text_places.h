#ifndef SOIREE_POST_TEXT_PLACES_H_
#define SOIREE_POST_TEXT_PLACES_H_

#include <array>
#include <bit>
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

/// A set of words, by their hashes, filled when the program is compiled.
template <size_t Size>
class WordList {
 public:
  /// `words` in the form fold_word gives.
  constexpr explicit WordList(const std::array<std::string_view, Size>& words) {
    for (const std::string_view word : words) {
      const uint32_t hash = hash_word(word);
      if (hash == 0) throw "0 stands for an empty slot";
      size_t slot = hash & (kSlots - 1);
      while (hashes_[slot] != 0 && hashes_[slot] != hash) slot = (slot + 1) & (kSlots - 1);
      hashes_[slot] = hash;
    }
  }
  constexpr bool has(uint32_t hash) const {
    for (size_t slot = hash & (kSlots - 1);; slot = (slot + 1) & (kSlots - 1)) {
      if (hashes_[slot] == 0) return false;
      if (hashes_[slot] == hash) return true;
    }
  }

 private:
  static constexpr size_t kSlots = std::bit_ceil(4 * Size);
  std::array<uint32_t, kSlots> hashes_{};
};

}  // namespace soiree

#endif  // SOIREE_POST_TEXT_PLACES_H_
