#ifndef SOIREE_TEXT_WORD_TABLE_H_
#define SOIREE_TEXT_WORD_TABLE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "linter/text/hash_filter.h"
#include "linter/text/words.h"

namespace soiree {

/// Calls `use(word)` for each word of a list separated by blanks.
template <class Use>
constexpr void for_each_word(std::string_view list, Use use) {
  size_t begin = 0;
  while (begin < list.size()) {
    size_t end = begin;
    while (end < list.size() && list[end] != ' ') ++end;
    if (end > begin) use(list.substr(begin, end - begin));
    begin = end + 1;
  }
}

/// Small hash table from word hashes to bits, filled when the program is compiled. `slots` is a
/// power of two and at least twice the number of words; a full table does not compile.
template <size_t slots>
class WordTable {
  static_assert((slots & (slots - 1)) == 0);

 public:
  /// Adds `bits` (not zero) to those of each word in the list.
  constexpr void add(std::string_view list, uint32_t bits) {
    for_each_word(list, [&](std::string_view word) { add_word(word, bits); });
  }
  /// Bits of the word with this hash, 0 when it is not in the table.
  constexpr uint32_t find(uint32_t hash) const {
    if (!filter_.may_have(hash)) return 0;
    for (size_t slot = hash & (slots - 1);; slot = (slot + 1) & (slots - 1)) {
      if (entries_[slot].bits == 0) return 0;
      if (entries_[slot].hash == hash) return entries_[slot].bits;
    }
  }

 private:
  struct Entry {
    uint32_t hash = 0;
    uint32_t bits = 0;
  };
  constexpr void add_word(std::string_view word, uint32_t bits) {
    const uint32_t hash = hash_word(word);
    size_t slot = hash & (slots - 1);
    while (entries_[slot].bits != 0 && entries_[slot].hash != hash) slot = (slot + 1) & (slots - 1);
    if (entries_[slot].bits == 0 && ++used_ * 2 > slots) throw "more slots are needed";
    filter_.add(hash);
    entries_[slot].hash = hash;
    entries_[slot].bits |= bits;
  }
  HashFilter<8 * slots> filter_;
  std::array<Entry, slots> entries_{};
  size_t used_ = 0;
};

}  // namespace soiree

#endif  // SOIREE_TEXT_WORD_TABLE_H_
