#include "linter/parse/parse_memory.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <vector>

namespace soiree {
namespace {

// AddressSanitizer watches every piece only when each is the system's.
#if defined(__SANITIZE_ADDRESS__)
#define SOIREE_WATCHED_MEMORY 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SOIREE_WATCHED_MEMORY 1
#endif
#endif

constexpr size_t kBlockSize = size_t{1} << 18;
#ifdef SOIREE_WATCHED_MEMORY
constexpr size_t kLargest = 0;
#else
constexpr size_t kLargest = kBlockSize / 4;  // larger pieces are the system's
#endif
constexpr size_t kMostKeptBlocks = 16;
constexpr size_t kAlignment = alignof(std::max_align_t);
constexpr size_t kClasses = 33;  // pieces of up to 512 bytes are used again

/// Stands before every piece.
struct alignas(kAlignment) Header {
  size_t size;   ///< room for the piece, a multiple of the alignment
  size_t large;  ///< 1 + its place among the large pieces; 0 for one inside a block
};

size_t rounded(size_t size) { return (size + kAlignment - 1) / kAlignment * kAlignment; }

void* or_abort(void* memory) {
  if (memory == nullptr) std::abort();
  return memory;
}

Header* header_of(void* piece) { return static_cast<Header*>(piece) - 1; }

/// Released pieces by their size over the alignment. The first bytes of each hold the next one.
using FreePieces = std::array<Header*, kClasses>;

/// The blocks of one thread. Of `block`, the one in use, [next, limit) is not given out yet.
struct Pool {
  std::vector<char*> blocks;
  std::vector<Header*> large;
  size_t block = 0;
  char* next = nullptr;
  char* limit = nullptr;
  FreePieces free{};

  ~Pool() {
    free_large(0);
    free_blocks(0);
  }

  void free_large(size_t first) {
    for (size_t i = first; i < large.size(); ++i) std::free(large[i]);
    large.resize(first);
  }

  void free_blocks(size_t first) {
    for (size_t i = first; i < blocks.size(); ++i) std::free(blocks[i]);
    blocks.resize(std::min(blocks.size(), first));
  }

  size_t used() const { return next == nullptr ? 0 : static_cast<size_t>(next - blocks[block]); }

  void back_to(size_t old_block, size_t used) {
    block = old_block;
    if (next == nullptr) return;
    next = blocks[block] + used;
    limit = blocks[block] + kBlockSize;
  }

  Header* take(size_t room) {
    if (room > kLargest || kLargest == 0) return take_large(room);
    const size_t size_class = room / kAlignment;
    if (size_class < kClasses && free[size_class] != nullptr) {
      Header* header = free[size_class];
      std::memcpy(&free[size_class], header + 1, sizeof(Header*));
      return header;
    }
    const size_t whole = sizeof(Header) + room;
    if (whole > static_cast<size_t>(limit - next)) next_block();
    auto* header = reinterpret_cast<Header*>(next);
    next += whole;
    header->size = room;
    header->large = 0;
    return header;
  }

  Header* take_large(size_t room) {
    auto* header = static_cast<Header*>(or_abort(std::malloc(sizeof(Header) + room)));
    large.push_back(header);
    header->size = room;
    header->large = large.size();
    return header;
  }

  Header* grow_large(Header* header, size_t room) {
    header = static_cast<Header*>(or_abort(std::realloc(header, sizeof(Header) + room)));
    large[header->large - 1] = header;
    header->size = room;
    return header;
  }

  void put_back(Header* header) {
    const size_t size_class = header->size / kAlignment;
    if (size_class == 0 || size_class >= kClasses) return;
    std::memcpy(header + 1, &free[size_class], sizeof(Header*));
    free[size_class] = header;
  }

  void next_block() {
    if (next != nullptr) ++block;
    if (block == blocks.size()) {
      blocks.push_back(static_cast<char*>(or_abort(std::malloc(kBlockSize))));
    }
    next = blocks[block];
    limit = next + kBlockSize;
  }

  bool is_last(const Header* header) const {
    return header->large == 0 && reinterpret_cast<const char*>(header + 1) + header->size == next;
  }
};

Pool& pool() {
  thread_local Pool mine;
  return mine;
}

}  // namespace

ParseMemory::ParseMemory()
    : block_(pool().block), used_(pool().used()), large_(pool().large.size()) {}

ParseMemory::~ParseMemory() {
  Pool& mine = pool();
  mine.back_to(block_, used_);
  mine.free = {};
  mine.free_large(large_);
  mine.free_blocks(std::max(block_ + 1, kMostKeptBlocks));
}

void* ParseMemory::allocate(size_t count, size_t size) noexcept {
  if (size != 0 && count > std::numeric_limits<size_t>::max() / 2 / size) std::abort();
  Header* header = pool().take(rounded(count * size));
  return std::memset(header + 1, 0, header->size);
}

void* ParseMemory::reallocate(void* old, size_t size) noexcept {
  if (size > std::numeric_limits<size_t>::max() / 2) std::abort();
  const size_t room = rounded(size);
  Pool& mine = pool();
  if (old == nullptr) return mine.take(room) + 1;
  Header* header = header_of(old);
  if (room <= header->size) return old;
  if (header->large != 0) return mine.grow_large(header, room) + 1;
  const size_t more = room - header->size;
  if (room <= kLargest && mine.is_last(header) &&
      more <= static_cast<size_t>(mine.limit - mine.next)) {
    mine.next += more;
    header->size = room;
    return old;
  }
  void* grown = std::memcpy(mine.take(room) + 1, old, header->size);
  mine.put_back(header);
  return grown;
}

void ParseMemory::release(void* old) noexcept {
  if (old == nullptr) return;
  Pool& mine = pool();
  Header* header = header_of(old);
  if (header->large != 0) {
    mine.large[header->large - 1] = nullptr;
    std::free(header);
  } else if (mine.is_last(header)) {
    mine.next -= sizeof(Header) + header->size;
  } else {
    mine.put_back(header);
  }
}

}  // namespace soiree
