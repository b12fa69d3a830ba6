#ifndef SOIREE_PARSE_YAML_BYTES_H_
#define SOIREE_PARSE_YAML_BYTES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/parse/problem.h"
#include "linter/text/span.h"

namespace soiree {

/// A part of a source file and the bytes that the YAML parser gets to see for it: both have the
/// same length, and byte i of either stands at `shift + i` of the file.
struct YamlBytes {
  std::string_view clean;
  std::string_view source;
  uint32_t shift = 0;

  bool untouched() const { return clean.data() == source.data(); }
  SourceSpan place(uint32_t begin, uint32_t end) const { return {shift + begin, shift + end}; }
  /// `offset`, or where the character begins that stands in the source for the byte there.
  uint32_t character_begin(uint32_t offset) const;
  /// End of the bytes from `begin` on that are the same in both, or of those that are not, which
  /// stand for whole characters.
  uint32_t run_end(uint32_t begin, uint32_t end) const;
};

/// Replaces, byte for byte, what the YAML parser misreads or stops at: control characters and stray
/// UTF-16 marks become DEL, a lone carriage return a line feed, and `\uD83D\uDE00` (JSON's way to
/// write characters beyond the first plane) two replacement characters, which map_scalar turns back
/// into the one that was meant. The copy is made in `storage`, and only when something is to be
/// replaced. Bytes that are not text are reported in `problems`, the first of each kind. A byte
/// order mark at the start of `part` is skipped.
YamlBytes clean_yaml_bytes(std::string_view source, SourceSpan part, std::string& storage,
                           std::vector<Problem>& problems);

/// The code point of the `\uXXXX` escape at `offset`, or nothing (UINT32_MAX).
uint32_t unicode_escape(std::string_view bytes, size_t offset);

}  // namespace soiree

#endif  // SOIREE_PARSE_YAML_BYTES_H_
