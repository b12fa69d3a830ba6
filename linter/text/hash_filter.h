#ifndef SOIREE_TEXT_HASH_FILTER_H_
#define SOIREE_TEXT_HASH_FILTER_H_

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace soiree {

/// A set of 32-bit hashes that sometimes has what was never added, about one in `bits` / (number of
/// hashes) times, and always has what was. Most words of a text are in no list: a bit tells that
/// without the comparisons of a table, whose outcomes the processor cannot foresee.
template <size_t bits>
class HashFilter {
  static_assert(std::has_single_bit(bits) && bits >= 64);

 public:
  using Words = std::array<uint64_t, bits / 64>;

  constexpr HashFilter() = default;
  /// A set that `words()` was taken from.
  constexpr explicit HashFilter(const Words& words) : words_(words) {}
  constexpr const Words& words() const { return words_; }
  constexpr void add(uint32_t hash) { words_[place(hash) / 64] |= mask(hash); }
  constexpr bool may_have(uint32_t hash) const {
    return (words_[place(hash) / 64] & mask(hash)) != 0;
  }

 private:
  /// The high bits of the hash: tables use the low ones.
  static constexpr size_t place(uint32_t hash) {
    return hash >> (32 - static_cast<unsigned>(std::countr_zero(bits)));
  }
  static constexpr uint64_t mask(uint32_t hash) { return uint64_t{1} << (place(hash) % 64); }

  Words words_{};
};

}  // namespace soiree

#endif  // SOIREE_TEXT_HASH_FILTER_H_
