#include <algorithm>

#include "linter/parse/document_builder.h"
#include "linter/parse/line_text.h"

namespace soiree {

// --- places ---------------------------------------------------------------------------------

/// Each line of `content` must be a suffix of its source line.
bool DocumentBuilder::place_lines(std::string_view content, size_t first, size_t last) {
  places_.clear();
  size_t line = first;
  bool matches = true;
  for_each_line(content, [&](size_t offset, std::string_view text) {
    if (!matches || line > last || line >= lines_.line_count()) {
      matches = false;
      return;
    }
    const SourceSpan place = line_content(line++);
    if (!place.of(parsed_).ends_with(text)) {
      matches = false;
      return;
    }
    places_.push_back(
        {static_cast<uint32_t>(offset), place.end - static_cast<uint32_t>(text.size())});
  });
  return matches && !places_.empty();
}

bool DocumentBuilder::place_paragraph(const BlockEvent& event) {
  size_t count = 0;
  for (size_t at = 0; at < event.content.size(); ++count) {
    at = std::min(event.content.find('\n', at), event.content.size()) + 1;
  }
  const size_t start = source_line(event.start_line);
  const size_t end = source_line(std::max(event.end_line, event.start_line));
  const size_t last = event.kind == MarkdownBlock::heading && end > start ? end - 1 : end;
  if (count == 0) return false;
  if (last + 1 >= count && place_lines(event.content, last + 1 - count, last)) return true;
  for (size_t first = start; first <= end && first - start < 64; ++first) {
    if (place_lines(event.content, first, end)) return true;
  }
  return false;
}

bool DocumentBuilder::place_heading(const BlockEvent& event) {
  if (event.end_line > event.start_line) return place_paragraph(event);
  const size_t line = source_line(event.start_line);
  if (line >= lines_.line_count()) return false;
  const SourceSpan place = line_content(line);
  const std::string_view text = place.of(parsed_);
  size_t at = text.find('#');
  if (at == std::string_view::npos) return place_paragraph(event);
  while (at < text.size() && text[at] == '#') ++at;
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
  const std::string_view content = trim_right(event.content);
  if (text.substr(at, content.size()) != content) return place_paragraph(event);
  places_.assign(1, {0, place.begin + static_cast<uint32_t>(at)});
  return true;
}

void DocumentBuilder::enter_row(const BlockEvent& event) {
  next_cell_ = 0;
  row_proved_ = false;
  row_line_ = source_line(event.start_line);
  split_row();
}

/// Skips what containers put before a row: `>` and, on an item's first line, the list marker.
uint32_t DocumentBuilder::row_begin(SourceSpan line) const {
  uint32_t at = line.begin;
  const auto skip_blanks = [&] {
    while (at < line.end && (parsed_[at] == ' ' || parsed_[at] == '\t')) ++at;
  };
  const size_t containers = static_cast<size_t>(markdown_quotes_) + list_stack_.size();
  for (size_t i = 0; i < containers; ++i) {
    skip_blanks();
    uint32_t end = at;
    while (end < line.end && parsed_[end] >= '0' && parsed_[end] <= '9') ++end;
    if (end == line.end) break;
    const bool number = end > at && (parsed_[end] == '.' || parsed_[end] == ')');
    const bool bullet =
        end == at && (parsed_[at] == '-' || parsed_[at] == '+' || parsed_[at] == '*');
    const bool blank_after =
        end + 1 < line.end && (parsed_[end + 1] == ' ' || parsed_[end + 1] == '\t');
    if (parsed_[at] == '>') {
      ++at;
    } else if ((number || bullet) && blank_after) {
      at = end + 1;
    }
  }
  skip_blanks();
  return at;
}

/// Finds the cells of the row on `row_line_`: ranges between bars that are not escaped.
void DocumentBuilder::split_row() {
  row_cells_.clear();
  if (row_line_ >= lines_.line_count()) return;
  const SourceSpan place = line_content(row_line_);
  uint32_t at = row_begin(place);
  if (at < place.end && parsed_[at] == '|') ++at;
  uint32_t begin = at;
  for (; at <= place.end; ++at) {
    const bool bar =
        at < place.end && parsed_[at] == '|' && (at == begin || parsed_[at - 1] != '\\');
    if (!bar && at < place.end) continue;
    row_cells_.push_back({begin, at});
    begin = at + 1;
  }
}

/// True when `cell` of the source reads `content` once `\|` is unescaped; fills `places_`.
bool DocumentBuilder::cell_matches(SourceSpan cell, std::string_view content) {
  while (!cell.empty() && (parsed_[cell.begin] == ' ' || parsed_[cell.begin] == '\t')) ++cell.begin;
  places_.assign(1, {0, cell.begin});
  uint32_t at = cell.begin;
  for (uint32_t i = 0; i < content.size(); ++i, ++at) {
    if (at + 1 < cell.end && parsed_[at] == '\\' && parsed_[at + 1] == '|') {
      ++at;
      places_.push_back({i, at});
    }
    if (at >= cell.end || parsed_[at] != content[i]) return false;
  }
  return true;
}

bool DocumentBuilder::place_cell(const BlockEvent& event) {
  // A header below other lines of its paragraph is reported at the paragraph's first line.
  constexpr int kMostLinesAbove = 32;
  for (int attempt = 0; attempt < kMostLinesAbove; ++attempt) {
    const bool exists = next_cell_ > 0 && next_cell_ <= row_cells_.size();
    if (exists && cell_matches(row_cells_[next_cell_ - 1], event.content)) {
      row_proved_ = true;
      return true;
    }
    if (row_proved_) return false;
    ++row_line_;
    split_row();
  }
  return false;
}

}  // namespace soiree
