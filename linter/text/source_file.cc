#include "linter/text/source_file.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "linter/text/utf8.h"

namespace soiree {
namespace {

/// Lines that end with "\n" alone. Lines are short: a search for each end costs more than a look at
/// all bytes, eight at a time.
void add_lines(std::string_view bytes, std::vector<uint32_t>& starts) {
  constexpr uint64_t kLow = 0x7F7F7F7F7F7F7F7FULL;
  constexpr uint64_t kLineEnds = 0x0A0A0A0A0A0A0A0AULL;
  size_t at = 0;
  if constexpr (std::endian::native == std::endian::little) {
    for (; at + 8 <= bytes.size(); at += 8) {
      uint64_t word = 0;
      std::memcpy(&word, bytes.data() + at, 8);
      word ^= kLineEnds;
      // The high bit of each byte that is zero, of no other.
      uint64_t found = ~(((word & kLow) + kLow) | word | kLow);
      for (; found != 0; found &= found - 1) {
        const auto byte = static_cast<size_t>(std::countr_zero(found)) / 8;
        starts.push_back(static_cast<uint32_t>(at + byte + 1));
      }
    }
  }
  for (; at < bytes.size(); ++at) {
    if (bytes[at] == '\n') starts.push_back(static_cast<uint32_t>(at + 1));
  }
}

}  // namespace

LineIndex::LineIndex(std::string_view bytes) : size_(static_cast<uint32_t>(bytes.size())) {
  constexpr size_t kUsualLine = 40;  // bytes; longer lines waste nothing that matters
  starts_.reserve(bytes.size() / kUsualLine + 8);
  starts_.push_back(0);
  const bool has_carriage_return = bytes.find('\r') != std::string_view::npos;
  if (!has_carriage_return) {
    add_lines(bytes, starts_);
    return;
  }
  for (size_t at = 0; at < bytes.size(); ++at) {
    if (bytes[at] == '\r' && at + 1 < bytes.size() && bytes[at + 1] == '\n') ++at;
    if (bytes[at] == '\n' || bytes[at] == '\r') starts_.push_back(static_cast<uint32_t>(at + 1));
  }
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
