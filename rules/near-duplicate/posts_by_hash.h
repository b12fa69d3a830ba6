#ifndef SOIREE_NEAR_DUPLICATE_POSTS_BY_HASH_H_
#define SOIREE_NEAR_DUPLICATE_POSTS_BY_HASH_H_

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace soiree {

/// The first posts of each hash, in the order in which they came. A feed has several hashes for
/// each post, and in an editor all of them are put in at each keystroke: so there are two blocks of
/// memory for all, where a map would have one for each hash.
template <class Hash>
class PostsByHash {
 public:
  /// For at most `most` calls of `add`; of each hash the first `kept` posts are remembered.
  PostsByHash(size_t most, uint32_t kept)
      : kept_(kept), slots_(std::bit_ceil(std::max<size_t>(most + most / 2, 2))) {
    links_.reserve(most);
  }

  /// Calls `each(post)` for the remembered posts of `hash` until it returns false, which is
  /// returned then; else `post` is remembered too, as far as there is room.
  template <class Each>
  bool visit_and_add(Hash hash, uint32_t post, const Each& each) {
    Slot& slot = slot_of(hash);
    for (uint32_t at = slot.first; at != 0; at = links_[at - 1].next) {
      if (!each(links_[at - 1].post)) return false;
    }
    if (slot.count == kept_) return true;
    links_.push_back({post, 0});
    const auto added = static_cast<uint32_t>(links_.size());
    (slot.count == 0 ? slot.first : links_[slot.last - 1].next) = added;
    slot.last = added;
    slot.hash = hash;
    ++slot.count;
    return true;
  }

 private:
  /// Links are counted from 1; 0 is none.
  struct Slot {
    Hash hash = 0;
    uint32_t first = 0;
    uint32_t last = 0;
    uint32_t count = 0;
  };
  struct Link {
    uint32_t post = 0;
    uint32_t next = 0;
  };

  Slot& slot_of(Hash hash) {
    // The smallest hashes of a text are not spread evenly; a product is, in its upper bits.
    constexpr uint64_t kGolden = 0x9E3779B97F4A7C15;
    size_t at = ((uint64_t{hash} * kGolden) >> 32) & (slots_.size() - 1);
    while (slots_[at].count != 0 && slots_[at].hash != hash) at = (at + 1) & (slots_.size() - 1);
    return slots_[at];
  }

  uint32_t kept_;
  std::vector<Slot> slots_;  ///< at most two thirds are taken
  std::vector<Link> links_;
};

}  // namespace soiree

#endif  // SOIREE_NEAR_DUPLICATE_POSTS_BY_HASH_H_
