#ifndef SOIREE_TEXT_BLOCKED_FILTER_H_
#define SOIREE_TEXT_BLOCKED_FILTER_H_

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace soiree {

/// A Bloom filter over 32-bit hashes whose two bits of a member lie in one word, so that a
/// question costs one access to memory (Putze, Sanders and Singler, "Cache-, Hash- and
/// Space-Efficient Bloom Filters", 2007). It always has what was added, and with 24 bits a member
/// it has about one in 300 of what was not.
template <size_t bits>
class BlockedFilter {
  static_assert(std::has_single_bit(bits) && bits >= 64);

 public:
  using Words = std::array<uint64_t, bits / 64>;

  constexpr BlockedFilter() = default;
  /// A set that `words()` was taken from.
  constexpr explicit BlockedFilter(const Words& words) : words_(words) {}
  constexpr const Words& words() const { return words_; }
  constexpr void add(uint32_t hash) { words_[place(hash)] |= mask(hash); }
  constexpr bool may_have(uint32_t hash) const {
    const uint64_t member = mask(hash);
    return (words_[place(hash)] & member) == member;
  }

 private:
  static constexpr unsigned kPlaceBits = static_cast<unsigned>(std::countr_zero(bits / 64));
  static_assert(kPlaceBits + 12 <= 32, "the bits of a member and its word come of one hash");

  static constexpr size_t place(uint32_t hash) { return hash >> (32 - kPlaceBits); }
  static constexpr uint64_t mask(uint32_t hash) {
    return uint64_t{1} << (hash & 63U) | uint64_t{1} << ((hash >> 6) & 63U);
  }

  Words words_{};
};

}  // namespace soiree

#endif  // SOIREE_TEXT_BLOCKED_FILTER_H_
