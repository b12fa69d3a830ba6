#ifndef SOIREE_PARSE_PARSE_MEMORY_H_
#define SOIREE_PARSE_PARSE_MEMORY_H_

#include <cstddef>

namespace soiree {

/// The memory of one parse by a C library: while a ParseMemory lives, `allocate` and `reallocate`
/// on its thread take from blocks that the thread keeps, and its end frees all at once whatever
/// they gave. May be nested; the inner one must end first. The functions abort where there is no
/// memory left, as the library itself does.
class ParseMemory {
 public:
  ParseMemory();
  ~ParseMemory();
  ParseMemory(const ParseMemory&) = delete;
  ParseMemory& operator=(const ParseMemory&) = delete;

  /// `count` times `size` bytes, all zero.
  static void* allocate(size_t count, size_t size) noexcept;
  /// `size` bytes that begin with those of `old`, which may be null.
  static void* reallocate(void* old, size_t size) noexcept;
  /// What small pieces and the largest ones held is of use again at once, the rest at the end.
  static void release(void* old) noexcept;

 private:
  size_t block_;
  size_t used_;
  size_t large_;
};

}  // namespace soiree

#endif  // SOIREE_PARSE_PARSE_MEMORY_H_
