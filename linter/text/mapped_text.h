#ifndef SOIREE_TEXT_MAPPED_TEXT_H_
#define SOIREE_TEXT_MAPPED_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

#include "linter/text/span.h"

namespace soiree {

/// A piece of text and the source bytes it came from. A verbatim run has the same bytes on both
/// sides; any other run (a decoded entity, a folded line end, a separator) maps as a whole.
struct Run {
  uint32_t text_begin = 0;
  uint32_t source_begin = 0;
  uint32_t source_end = 0;
  bool verbatim = false;
};

/// Prose as the reader sees it, with the place in the source of every byte. Text is only appended,
/// each run after the one before, so lookups are a binary search. Source ranges grow monotonically
/// within one block; a post may hold several blocks in any source order.
class MappedText {
 public:
  std::string_view text() const { return text_; }
  std::string_view text(TextSpan span) const { return span.of(text_); }
  uint32_t size() const { return static_cast<uint32_t>(text_.size()); }
  const std::vector<Run>& runs() const { return runs_; }

  /// Appends bytes that stand at `source_begin` in the source exactly as they are.
  void append_verbatim(std::string_view bytes, uint32_t source_begin);
  /// Appends bytes that `source` stands for (decoded escape, entity, folded line end).
  void append_decoded(std::string_view bytes, SourceSpan source);
  /// Appends a separator that has no source of its own; it maps to the empty range at `source`.
  void append_separator(std::string_view bytes, uint32_t source);
  /// Appends all of `other`, places included.
  void append(const MappedText& other) { append(other, {0, other.size()}); }
  /// Appends the part `span` of `other`, places included.
  void append(const MappedText& other, TextSpan span);
  /// Cuts the text back to `size` bytes.
  void truncate(uint32_t size);
  void reserve(size_t text_bytes, size_t runs) {
    text_.reserve(text_bytes);
    runs_.reserve(runs);
  }

  /// Smallest source range that covers the text range. An empty range maps to an empty place.
  SourceSpan source(TextSpan span) const;
  /// True when the source bytes of the range equal its text, all in one piece: only then may a fix
  /// be offered there.
  bool verbatim(TextSpan span) const;

 private:
  size_t run_at(uint32_t offset) const;
  uint32_t run_end(size_t run) const;

  std::string text_;
  std::vector<Run> runs_;
};

}  // namespace soiree

#endif  // SOIREE_TEXT_MAPPED_TEXT_H_
