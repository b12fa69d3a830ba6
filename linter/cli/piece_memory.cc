// Memory for `new` of the program and its tests: pieces of up to 64 KiB wait, by their size, to be
// used again. The general allocator took a tenth of a run over many posts, which ask for the same
// sizes file by file. linter/decisions/pieces-of-memory.md has the measurement.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <mutex>
#include <new>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SOIREE_WATCHED_MEMORY 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || \
    __has_feature(memory_sanitizer)
#define SOIREE_WATCHED_MEMORY 1
#endif
#endif

#ifndef SOIREE_WATCHED_MEMORY

namespace soiree {
namespace {

constexpr size_t kAlignment = alignof(std::max_align_t);
constexpr size_t kLargestSmall = 512;         // up to here a class every kAlignment bytes
constexpr size_t kLargest = size_t{1} << 16;  // beyond it pieces are the system's
constexpr size_t kSlab = size_t{1} << 15;     // small pieces are cut from slabs of this size
constexpr size_t kSmallClasses = kLargestSmall / kAlignment;
constexpr size_t kClasses = kSmallClasses + 4 * 7 + 1;  // four for each doubling, one for nothing

/// Stands before every piece.
struct alignas(kAlignment) Header {
  size_t size_class;  ///< 0: from malloc
};

/// A piece that waits.
struct Free {
  Free* next;
};

/// Class of a piece of `size` bytes, 1 .. kLargest.
size_t class_of(size_t size) {
  if (size <= kLargestSmall) return (size + kAlignment - 1) / kAlignment;
  const auto power = static_cast<size_t>(std::bit_width(size - 1) - 1);  // 9 for 513 .. 1024
  return kSmallClasses + 1 + (power - 9) * 4 + ((size - 1) >> (power - 2)) % 4;
}

/// Bytes of the pieces of a class.
size_t room_of(size_t size_class) {
  if (size_class <= kSmallClasses) return size_class * kAlignment;
  const size_t step = size_class - kSmallClasses - 1;
  return (5 + step % 4) << (7 + step / 4);
}

using Lists = std::array<Free*, kClasses>;

/// What threads that ended left behind.
struct Left {
  std::mutex mutex;
  Lists lists{};
};

Left& left() {
  static Left* const kept = new (std::malloc(sizeof(Left))) Left;  // outlives all threads
  return *kept;
}

constinit thread_local Lists lists{};
constinit thread_local char* slab = nullptr;
constinit thread_local char* slab_end = nullptr;

/// Hands the lists of a thread on when it ends.
struct Keeper {
  bool awake = true;
  ~Keeper() {
    Left& heap = left();
    const std::lock_guard lock(heap.mutex);
    for (size_t i = 1; i < kClasses; ++i) {
      while (lists[i] != nullptr) {
        Free* piece = lists[i];
        lists[i] = piece->next;
        piece->next = heap.lists[i];
        heap.lists[i] = piece;
      }
    }
  }
};
thread_local Keeper keeper;

void* from_system(size_t bytes) {
  void* memory = std::malloc(bytes);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

void* piece_in(void* memory, size_t size_class) {
  auto* header = new (memory) Header{size_class};
  return header + 1;
}

/// A piece of a class whose list is empty.
[[gnu::noinline]] void* make_piece(size_t size_class) {
  if (keeper.awake) {
    Left& heap = left();
    const std::lock_guard lock(heap.mutex);
    if (Free* piece = heap.lists[size_class]; piece != nullptr) {
      heap.lists[size_class] = piece->next;
      return piece;
    }
  }
  const size_t bytes = sizeof(Header) + room_of(size_class);
  if (size_class > kSmallClasses) return piece_in(from_system(bytes), size_class);
  if (static_cast<size_t>(slab_end - slab) < bytes) {
    slab = static_cast<char*>(from_system(kSlab));
    slab_end = slab + kSlab;
  }
  void* memory = slab;
  slab += bytes;
  return piece_in(memory, size_class);
}

}  // namespace
}  // namespace soiree

void* operator new(size_t size) {
  using namespace soiree;
  if (size > kLargest) {
    if (size > SIZE_MAX - sizeof(Header)) throw std::bad_alloc();
    return piece_in(from_system(sizeof(Header) + size), 0);
  }
  const size_t size_class = class_of(size + (size == 0 ? 1 : 0));
  Free*& first = lists[size_class];
  if (first == nullptr) return make_piece(size_class);
  Free* piece = first;
  first = piece->next;
  return piece;
}

void operator delete(void* memory) noexcept {
  using namespace soiree;
  if (memory == nullptr) return;
  Header* header = static_cast<Header*>(memory) - 1;
  if (header->size_class == 0) return std::free(header);
  Free*& first = lists[header->size_class];
  first = new (memory) Free{first};
}

void operator delete(void* memory, size_t) noexcept { operator delete(memory); }

#endif
