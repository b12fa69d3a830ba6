// Any bytes: decoding goes forwards and backwards over the same code points, lines tile the text
// and columns only grow.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "linter/text/source_file.h"
#include "linter/text/utf8.h"
#include "tests/fuzz/require.h"

using soiree::require;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const soiree::LineIndex index(bytes);
  soiree::LineColumn last{1, 0};
  bool valid = true;
  for (size_t offset = 0; offset < size;) {
    const soiree::CodePoint point = soiree::decode_code_point(bytes, offset);
    require(point.size >= 1 && point.size <= 4 && offset + point.size <= size);
    require(soiree::is_character_boundary(bytes, offset));
    valid = valid && point.valid;
    if (size <= 4096) {
      const auto place = soiree::line_column(bytes, index, static_cast<uint32_t>(offset));
      require(last < place || offset <= 3);
      last = place;
    }
    offset += point.size;
    const soiree::CodePoint back = soiree::decode_code_point_before(bytes, offset);
    require(!point.valid || (back.value == point.value && back.size == point.size));
  }
  require(valid == (soiree::find_invalid_utf8(bytes) == std::string_view::npos));
  uint32_t end = 0;
  for (size_t line = 0; line < index.line_count(); ++line) {
    const soiree::SourceSpan span = index.line(line);
    require(span.begin == end && span.contains(index.line_content(line, bytes)));
    end = span.end;
  }
  require(end == size);
  return 0;
}
