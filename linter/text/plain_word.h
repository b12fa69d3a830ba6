#ifndef SOIREE_TEXT_PLAIN_WORD_H_
#define SOIREE_TEXT_PLAIN_WORD_H_

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "linter/text/word_reader.h"
#include "linter/text/words.h"

namespace soiree {

/// Bytes after which a word may go on or turn out to be an address.
inline constexpr auto kMayJoinBytes = [] {
  std::array<bool, 256> joins{};
  for (unsigned c = 128; c < 256; ++c) joins[c] = true;
  for (const unsigned char c : {'\'', '-', '_', '.', ':', '@', '+', '%', '`'}) joins[c] = true;
  return joins;
}();

/// ASCII letters and digits in a row.
struct PlainWord {
  uint32_t end = 0;
  uint32_t hash = 0;          ///< hash_word of the lower-case bytes
  bool capital = false;       ///< the first is an upper-case letter
  bool all_capitals = false;  ///< two or more, all of them upper-case letters
  bool digits = false;        ///< all are digits
};

/// Reads the letters and digits from `begin` (where there is one) to no further than `stop`.
[[gnu::noinline]] inline PlainWord read_long_plain_word(std::string_view text, uint32_t begin,
                                                        uint32_t stop) {
  const auto byte = [&](uint32_t at) { return static_cast<unsigned char>(text[at]); };
  PlainWord word;
  uint32_t at = begin;
  uint32_t capitals = 0;
  word.digits = true;
  word.hash = hash_word("");
  for (; at < stop; ++at) {
    const unsigned char folded = kFoldedWordBytes[byte(at)];
    if (folded == 0) break;
    word.hash = hash_byte(word.hash, folded);
    capitals += kUpperBytes[byte(at)];
    if (folded > '9') word.digits = false;
  }
  word.end = at;
  word.capital = kUpperBytes[byte(begin)] != 0;
  word.all_capitals = capitals >= 2 && capitals == at - begin;
  return word;
}

#if defined(__SSE2__)

/// The same. Nearly all words have fewer than eight letters: their class is found for all bytes at
/// once, and the hashes of all beginnings are made to pick one, since a loop that ends after a
/// different number of letters each time costs the processor more than these steps do.
[[gnu::always_inline]] inline PlainWord read_plain_word(std::string_view text, uint32_t begin,
                                                        uint32_t stop) {
  constexpr uint32_t kBlock = 16;
  constexpr uint32_t kHashed = 8;
  if (begin + kBlock > text.size()) return read_long_plain_word(text, begin, stop);
  const auto below = [](__m128i bytes, char first, int count) {
    const __m128i moved = _mm_add_epi8(bytes, _mm_set1_epi8(static_cast<char>(-128 - first)));
    return _mm_cmplt_epi8(moved, _mm_set1_epi8(static_cast<char>(-128 + count)));
  };
  const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + begin));
  const __m128i lower = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
  const __m128i digits = below(bytes, '0', 10);
  const __m128i plain = _mm_or_si128(below(lower, 'a', 26), digits);
  const auto plain_mask = static_cast<uint32_t>(_mm_movemask_epi8(plain));
  const uint32_t length =
      std::min(static_cast<uint32_t>(std::countr_one(plain_mask)), stop - begin);
  if (length > kHashed) return read_long_plain_word(text, begin, stop);
  const auto upper_mask = static_cast<uint32_t>(_mm_movemask_epi8(below(bytes, 'A', 26)));
  auto letters = static_cast<uint64_t>(_mm_cvtsi128_si64(lower));
  std::array<uint32_t, kHashed + 1> hashes;
  hashes[0] = hash_word("");
  for (size_t i = 0; i < kHashed; ++i, letters >>= 8) {
    hashes[i + 1] = hash_byte(hashes[i], static_cast<unsigned char>(letters));
  }
  PlainWord word;
  word.end = begin + length;
  word.hash = hashes[length];
  word.capital = (upper_mask & 1) != 0;
  const uint32_t whole = (1U << length) - 1;
  word.digits = (static_cast<uint32_t>(_mm_movemask_epi8(digits)) & whole) == whole;
  word.all_capitals = length >= 2 && (upper_mask & whole) == whole;
  return word;
}

#else

inline PlainWord read_plain_word(std::string_view text, uint32_t begin, uint32_t stop) {
  return read_long_plain_word(text, begin, stop);
}

#endif

/// "don't", "it’s", "well-known": `first`, which starts at `begin`, and what apostrophes and
/// hyphens join to it. Ends at `begin` when other signs or letters would have to be looked at.
PlainWord join_plain_words(std::string_view text, uint32_t begin, uint32_t stop,
                           const PlainWord& first);

}  // namespace soiree

#endif  // SOIREE_TEXT_PLAIN_WORD_H_
