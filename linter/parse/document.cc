#include "linter/parse/document.h"

#include <algorithm>
#include <cstring>
#include <optional>

#include "linter/parse/document_builder.h"

namespace soiree {
namespace {

// cmark-gfm's table parser takes 0.9 s for 2,000 columns and 3.5 s for a line of 100,000 pipes; at
// 256 columns a table costs no more than its text. Brackets that open no link cost quadratic time
// per paragraph: 16,000 take 0.5 s, 4,000 take 25 ms.
constexpr size_t kMostColumns = 256;
constexpr size_t kMostBrackets = 4000;

struct Hazards {
  std::optional<uint32_t> wide_table;  ///< first line with too many columns
  std::vector<SourceSpan> bracket_paragraphs;
  std::optional<uint32_t> nul;
};

/// True when `bytes` has more than `limit` of `c`. Rare characters cost a memory scan.
bool has_more_than(std::string_view bytes, char c, size_t limit) {
  size_t count = 0;
  for (size_t at = bytes.find(c); at != std::string_view::npos; at = bytes.find(c, at + 1)) {
    if (++count > limit) return true;
  }
  return false;
}

/// Line by line counts of the characters that make cmark-gfm slow.
void count_line(std::string_view text, SourceSpan line, size_t& brackets, Hazards& hazards) {
  const std::string_view bytes = line.of(text);
  if (bytes.size() > kMostColumns && !hazards.wide_table &&
      has_more_than(bytes, '|', kMostColumns)) {
    hazards.wide_table = line.begin;
  }
  brackets += static_cast<size_t>(std::count(bytes.begin(), bytes.end(), '['));
}

Hazards find_hazards(std::string_view text, SourceSpan body) {
  Hazards hazards;
  const std::string_view bytes = body.of(text);
  if (const size_t nul = bytes.find('\0'); nul != std::string_view::npos) {
    hazards.nul = body.begin + static_cast<uint32_t>(nul);
  }
  const bool many_bars = has_more_than(bytes, '|', kMostColumns);
  if (!many_bars && !has_more_than(bytes, '[', kMostBrackets)) return hazards;
  uint32_t at = body.begin;
  SourceSpan paragraph{at, at};
  size_t brackets = 0;
  while (at < body.end) {
    const size_t found = text.find_first_of("\r\n", at);
    const auto end = static_cast<uint32_t>(std::min<size_t>(found, body.end));
    const SourceSpan line{at, end};
    const std::string_view content = line.of(text);
    const bool blank = content.find_first_not_of(" \t>") == std::string_view::npos;
    if (blank) {
      if (brackets > kMostBrackets) hazards.bracket_paragraphs.push_back(paragraph);
      brackets = 0;
      paragraph.begin = end;
    } else {
      count_line(text, line, brackets, hazards);
    }
    paragraph.end = end;
    at = end + 1;
  }
  if (brackets > kMostBrackets) hazards.bracket_paragraphs.push_back(paragraph);
  return hazards;
}

/// cmark replaces NUL by three bytes; a control character of one byte keeps every offset. The text
/// leaves it out.
void overwrite_nul(std::string& bytes, SourceSpan body, Document& document) {
  uint32_t at = body.begin;
  while (at < body.end) {
    const size_t found = bytes.find('\0', at);
    if (found >= body.end) return;
    uint32_t end = static_cast<uint32_t>(found);
    while (end < body.end && bytes[end] == '\0') bytes[end++] = '\x1A';
    MarkupSpan span;
    span.place = {static_cast<uint32_t>(found), end};
    span.kind = MarkupKind::attributes;
    document.markup.push_back(span);
    at = end;
  }
}

/// Overwrites `[` in paragraphs with so many of them that matching them would take quadratic time.
void neutralize(std::string& bytes, const Hazards& hazards, Document& document) {
  for (const SourceSpan paragraph : hazards.bracket_paragraphs) {
    for (uint32_t at = paragraph.begin; at < paragraph.end; ++at) {
      if (bytes[at] != '[') continue;
      bytes[at] = '(';
      MarkupSpan span;
      span.place = {at, at + 1};
      span.kind = MarkupKind::attributes;
      document.markup.push_back(span);
    }
    document.problems.push_back({{paragraph.begin, paragraph.begin},
                                 "more than 4,000 square brackets in one paragraph: links are not "
                                 "read here; split the paragraph with blank lines",
                                 true});
  }
}

}  // namespace

void read_markdown(std::string_view source, SourceSpan body, MarkupDialect dialect,
                   Document& document) {
  MaskedSource masked = mask_template_syntax(source, body, dialect);
  document.markup = std::move(masked.spans);
  std::string_view parsed = masked.bytes.empty() ? source : std::string_view(masked.bytes);
  const Hazards hazards = find_hazards(parsed, body);
  if (hazards.nul || !hazards.bracket_paragraphs.empty()) {
    if (masked.bytes.empty()) masked.bytes = std::string(source);
    overwrite_nul(masked.bytes, body, document);
    neutralize(masked.bytes, hazards, document);
    std::sort(document.markup.begin(), document.markup.end(),
              [](const MarkupSpan& a, const MarkupSpan& b) { return a.place < b.place; });
    parsed = masked.bytes;
  }
  if (hazards.nul) {
    document.problems.push_back({{*hazards.nul, *hazards.nul + 1},
                                 "the file has a NUL byte here; save it again as UTF-8 text",
                                 true});
  }
  if (hazards.wide_table) {
    document.problems.push_back(
        {{*hazards.wide_table, *hazards.wide_table},
         "this line has more than 256 table columns: tables are not read in "
         "this file; split the table",
         true});
  }
  DocumentBuilder builder(source, parsed, body, document);
  parse_markdown(body.of(parsed), !hazards.wide_table.has_value(),
                 [&](const BlockEvent& event) { builder.visit(event); });
  builder.finish();
}

void read_plain_text(const MappedText& text, Document& document) {
  const std::string_view bytes = text.text();
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  uint32_t at = 0;
  while (at < bytes.size()) {
    while (at < bytes.size() && blank(bytes[at])) ++at;
    uint32_t end = at;
    uint32_t newlines = 0;
    uint32_t last = at;
    while (end < bytes.size() && newlines < 2) {
      if (bytes[end] == '\n') {
        ++newlines;
      } else if (!blank(bytes[end])) {
        newlines = 0;
        last = end + 1;
      }
      ++end;
    }
    if (last == at) break;
    const SourceSpan source = text.source({at, last});
    if (document.text.size() > 0) document.text.append_separator("\n\n", source.begin);
    const uint32_t begin = document.text.size();
    document.text.append(text, {at, last});
    Block block;
    block.text = {begin, document.text.size()};
    block.source = source;
    document.blocks.push_back(block);
    at = last;
  }
}

}  // namespace soiree
