#include "linter/text/mapped_text.h"

#include <algorithm>

namespace soiree {

void MappedText::append_verbatim(std::string_view bytes, uint32_t source_begin) {
  if (bytes.empty()) return;
  const auto size = static_cast<uint32_t>(bytes.size());
  if (!runs_.empty() && runs_.back().verbatim && runs_.back().source_end == source_begin) {
    runs_.back().source_end += size;  // one longer run instead of two neighbours
  } else {
    runs_.push_back({this->size(), source_begin, source_begin + size, true});
  }
  text_ += bytes;
}

void MappedText::append_decoded(std::string_view bytes, SourceSpan source) {
  if (bytes.empty()) return;
  runs_.push_back({size(), source.begin, source.end, false});
  text_ += bytes;
}

void MappedText::append_separator(std::string_view bytes, uint32_t source) {
  append_decoded(bytes, {source, source});
}

void MappedText::append(const MappedText& other, TextSpan span) {
  if (span.empty()) return;
  const uint32_t base = size();
  for (size_t i = other.run_at(span.begin); i < other.runs_.size(); ++i) {
    Run run = other.runs_[i];
    if (run.text_begin >= span.end) break;
    const uint32_t end = std::min(other.run_end(i), span.end);
    if (run.verbatim && run.text_begin < span.begin) {
      run.source_begin += span.begin - run.text_begin;
    }
    run.text_begin = std::max(run.text_begin, span.begin);
    if (run.verbatim) run.source_end = run.source_begin + (end - run.text_begin);
    run.text_begin = base + run.text_begin - span.begin;
    runs_.push_back(run);
  }
  text_ += span.of(other.text_);
}

void MappedText::truncate(uint32_t size) {
  assert(size <= this->size());
  while (!runs_.empty() && runs_.back().text_begin >= size) runs_.pop_back();
  if (!runs_.empty() && runs_.back().verbatim) {
    runs_.back().source_end = runs_.back().source_begin + (size - runs_.back().text_begin);
  }
  text_.resize(size);
}

size_t MappedText::run_at(uint32_t offset) const {
  const auto after =
      std::upper_bound(runs_.begin(), runs_.end(), offset,
                       [](uint32_t value, const Run& run) { return value < run.text_begin; });
  return static_cast<size_t>(after - runs_.begin()) - 1;
}

uint32_t MappedText::run_end(size_t run) const {
  return run + 1 < runs_.size() ? runs_[run + 1].text_begin : size();
}

SourceSpan MappedText::source(TextSpan span) const {
  assert(span.begin <= span.end && span.end <= size());
  if (runs_.empty()) return {};
  if (span.empty()) {
    if (span.begin == size()) return {runs_.back().source_end, runs_.back().source_end};
    const Run& run = runs_[run_at(span.begin)];
    const uint32_t at =
        run.verbatim ? run.source_begin + (span.begin - run.text_begin) : run.source_begin;
    return {at, at};
  }
  const size_t first = run_at(span.begin);
  const size_t last = run_at(span.end - 1);
  SourceSpan found{UINT32_MAX, 0};
  for (size_t i = first; i <= last; ++i) {
    const Run& run = runs_[i];
    uint32_t begin = run.source_begin;
    uint32_t end = run.source_end;
    if (run.verbatim) {
      begin += std::max(span.begin, run.text_begin) - run.text_begin;
      end -= run_end(i) - std::min(span.end, run_end(i));
    }
    found.begin = std::min(found.begin, begin);
    found.end = std::max(found.end, end);
  }
  return found;
}

bool MappedText::verbatim(TextSpan span) const {
  if (span.empty() || runs_.empty()) return false;
  const size_t run = run_at(span.begin);
  return runs_[run].verbatim && span.end <= run_end(run);
}

}  // namespace soiree
