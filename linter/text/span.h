#ifndef SOIREE_TEXT_SPAN_H_
#define SOIREE_TEXT_SPAN_H_

#include <cassert>
#include <cstdint>
#include <string_view>

namespace soiree {

/// Half-open byte range [begin, end). `Space` is a tag that says what the bytes belong to, so that
/// an offset into the source file and an offset into the text a reader sees can never be mixed up.
/// Offsets are bytes; files of 4 GiB and more are refused before any span is made.
template <class Space>
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  constexpr uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(uint32_t offset) const { return begin <= offset && offset < end; }
  constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  /// The bytes of `bytes` that the span covers; the span must lie inside.
  constexpr std::string_view of(std::string_view bytes) const {
    assert(begin <= end && end <= bytes.size());
    return bytes.substr(begin, end - begin);
  }
  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

/// Bytes of the source file, byte order mark included.
using SourceSpan = Span<struct SourceSpace>;
/// Bytes of a MappedText: prose as the reader sees it.
using TextSpan = Span<struct TextSpace>;

}  // namespace soiree

#endif  // SOIREE_TEXT_SPAN_H_
