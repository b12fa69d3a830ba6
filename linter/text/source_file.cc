#include "linter/text/source_file.h"

#include <algorithm>
#include <bit>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "linter/text/utf8.h"

namespace soiree {
namespace {

/// Places of "\n" and "\r". Lines are short: a search for each end costs more than a look at all
/// bytes, many at a time.
template <class Use>
void for_each_line_end(std::string_view bytes, Use use) {
  size_t at = 0;
#if defined(__SSE2__)
  constexpr size_t kBlock = 16;
  for (; at + kBlock <= bytes.size(); at += kBlock) {
    const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes.data() + at));
    const __m128i ends = _mm_or_si128(_mm_cmpeq_epi8(block, _mm_set1_epi8('\n')),
                                      _mm_cmpeq_epi8(block, _mm_set1_epi8('\r')));
    auto found = static_cast<uint32_t>(_mm_movemask_epi8(ends));
    for (; found != 0; found &= found - 1) {
      use(at + static_cast<size_t>(std::countr_zero(found)));
    }
  }
#endif
  for (; at < bytes.size(); ++at) {
    if (bytes[at] == '\n' || bytes[at] == '\r') use(at);
  }
}

}  // namespace

LineIndex::LineIndex(std::string_view bytes) : size_(static_cast<uint32_t>(bytes.size())) {
  constexpr size_t kUsualLine = 40;  // bytes; longer lines waste nothing that matters
  starts_.reserve(bytes.size() / kUsualLine + 8);
  starts_.push_back(0);
  for_each_line_end(bytes, [&](size_t at) {
    if (bytes[at] == '\r' && at + 1 < bytes.size() && bytes[at + 1] == '\n') return;
    starts_.push_back(static_cast<uint32_t>(at + 1));
  });
}

SourceSpan LineIndex::line(size_t line) const {
  assert(line < starts_.size());
  return {starts_[line], line + 1 < starts_.size() ? starts_[line + 1] : size_};
}

SourceSpan LineIndex::line_content(size_t line, std::string_view bytes) const {
  SourceSpan span = this->line(line);
  if (span.end > span.begin && bytes[span.end - 1] == '\n') --span.end;
  if (span.end > span.begin && bytes[span.end - 1] == '\r') --span.end;
  return span;
}

size_t LineIndex::line_of(uint32_t offset) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return static_cast<size_t>(after - starts_.begin()) - 1;
}

LineColumn line_column(std::string_view bytes, const LineIndex& index, uint32_t offset) {
  const size_t line = index.line_of(offset);
  uint32_t at = index.line(line).begin;
  if (at == 0 && bytes.starts_with("\xEF\xBB\xBF")) at = std::min<uint32_t>(3, offset);
  uint32_t column = 1;
  while (at < offset) {
    at += decode_code_point(bytes, at).size;
    ++column;
  }
  return {static_cast<uint32_t>(line + 1), column};
}

}  // namespace soiree
