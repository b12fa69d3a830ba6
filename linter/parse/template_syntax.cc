#include "linter/parse/template_syntax.h"

#include <algorithm>
#include <cstring>
#include <unordered_map>
#include <utility>

#include "linter/parse/template_scanner.h"

namespace soiree {
namespace {

/// Bytes at which the scanner has something to decide.
constexpr std::array<bool, 256> kDecisive = [] {
  std::array<bool, 256> table{};
  for (const char c : std::string_view("\n\r\\`{[$<%")) table[static_cast<unsigned char>(c)] = true;
  return table;
}();

/// Calls `accept` with the rest of `text` behind each `c` until it says yes.
template <class Accept>
bool any_after(std::string_view text, char c, Accept accept) {
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at < end) {
    at = static_cast<const char*>(std::memchr(at, c, static_cast<size_t>(end - at)));
    if (at == nullptr) return false;
    ++at;
    if (accept(std::string_view(at, static_cast<size_t>(end - at)))) return true;
  }
  return false;
}

bool may_start_shortcode(std::string_view rest) {
  if (rest.empty()) return false;
  if (rest.front() == '/') return rest.size() > 1 && is_lower(rest[1]);
  size_t at = 0;
  while (at < rest.size() && at < 40 && (is_lower(rest[at]) || rest[at] == '_')) ++at;
  if (at == 0 || at == rest.size()) return false;
  if (rest[at] == '=') return true;
  if (!is_white(rest[at])) return false;
  while (at < rest.size() && at < 60 && is_white(rest[at])) ++at;
  if (rest.substr(at).starts_with("http")) return true;
  while (at < rest.size() && at < 100 && (is_word(rest[at]) || rest[at] == '-')) ++at;
  return at < rest.size() && rest[at] == '=';
}

/// A few scans for single bytes; most posts end here.
bool may_have_markup(std::string_view body, MarkupDialect dialect) {
  if (dialect == MarkupDialect::plain) return false;
  if (body.find_first_not_of(" \t\r\n") == body.npos) return false;
  const auto starts = [](char a, char b) {
    return [a, b](std::string_view rest) {
      return !rest.empty() && (rest.front() == a || rest.front() == b);
    };
  };
  const bool mdx = dialect == MarkupDialect::mdx;
  const auto is_brace = [mdx, &body](std::string_view rest) {
    constexpr std::string_view kAfterBrace = "%{#:.->/";
    if (mdx || (!rest.empty() && kAfterBrace.find(rest.front()) != kAfterBrace.npos)) return true;
    return rest.data() > body.data() + 1 && rest.data()[-2] == ')';
  };
  const auto is_dollar = [](std::string_view rest) {
    return !rest.empty() && !is_white(rest.front()) &&
           (rest.front() == '$' || rest.substr(0, 300).find('$') != rest.npos);
  };
  if (any_after(body, '{', is_brace) || any_after(body, '[', may_start_shortcode) ||
      any_after(body, '\\', starts('(', '[')) || any_after(body, '$', is_dollar) ||
      any_after(body, '%', starts('%', '%')) ||
      any_after(body, ':', [](std::string_view rest) { return rest.starts_with("::"); })) {
    return true;
  }
  const auto is_tag = [mdx](std::string_view rest) {
    return !rest.empty() &&
           (is_upper(rest.front()) || rest.front() == '%' || (mdx && rest.front() != '!'));
  };
  if (any_after(body, '<', is_tag)) return true;
  if (body.find(" hidden") != body.npos && body.find('<') != body.npos) return true;
  if (mdx) return body.find("import") != body.npos || body.find("export") != body.npos;
  return body.substr(body.find_first_not_of(" \t\r\n")).starts_with("import ");
}

/// Whether the line at `line` is HTML or indented as inside it.
bool looks_like_html(std::string_view text, size_t line) {
  const size_t content = std::min(text.find_first_not_of(" \t", line), text.size());
  if (content == text.size() || is_line_end(text[content])) return false;
  return text[content] == '<' || content >= line + 4;
}

/// Whether what fills the lines from `begin` to `end` stands inside raw HTML, which a blank line
/// would end: then what follows it would be read as Markdown, or as code where it is indented.
bool inside_html(std::string_view text, size_t body, size_t begin, size_t end) {
  if (begin == body || end >= text.size()) return false;
  size_t before = begin - 1;
  if (before > body && text[before] == '\n' && text[before - 1] == '\r') --before;
  size_t line = before;
  while (line > body && !is_line_end(text[line - 1])) --line;
  const size_t next = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
  const auto blank = [text](size_t at) {
    at = std::min(text.find_first_not_of(" \t", at), text.size());
    return at == text.size() || is_line_end(text[at]);
  };
  if (blank(line) || blank(next)) return false;
  return looks_like_html(text, line) || looks_like_html(text, next);
}

/// Marks the pieces that share their lines with nothing but blanks and each other.
void find_whole_lines(std::string_view source, SourceSpan body, std::vector<FoundMarkup>& found) {
  for (size_t first = 0; first < found.size();) {
    size_t begin = found[first].span.place.begin;
    const size_t floor = first == 0 ? body.begin : found[first - 1].span.place.end;
    while (begin > floor && is_space_or_tab(source[begin - 1])) --begin;
    const bool clean_begin = begin == body.begin || is_line_end(source[begin - 1]);
    size_t last = first;
    size_t end = found[last].span.place.end;
    while (true) {
      while (end < body.end && is_space_or_tab(source[end])) ++end;
      if (last + 1 >= found.size() || found[last + 1].span.place.begin != end) break;
      end = found[++last].span.place.end;
    }
    const bool comment = found[first].span.kind == MarkupKind::container;
    const bool whole =
        clean_begin && (end == body.end || is_line_end(source[end])) &&
        !(comment && inside_html(source.substr(0, body.end), body.begin, begin, end));
    for (; first <= last; ++first) found[first].span.whole_line = whole;
  }
}

}  // namespace

TemplateScanner::TemplateScanner(std::string_view text, size_t begin, MarkupDialect dialect)
    : text_(text),
      begin_(begin),
      dialect_(dialect),
      at_(begin),
      has_carriage_returns_(text.find('\r', begin) != npos),
      budget_(8 * (text.size() - begin) + 65536) {}

SourceSpan TemplateScanner::place(size_t begin, size_t end) const {
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

MarkupSpan TemplateScanner::markup(MarkupKind kind, size_t begin, size_t end,
                                   SourceSpan name) const {
  MarkupSpan span;
  span.place = place(begin, end);
  span.kind = kind;
  span.name = name;
  return span;
}

void TemplateScanner::add(const MarkupSpan& span, MarkupPairing pairing, std::string_view key) {
  found_.push_back({span, pairing, key});
}

std::vector<FoundMarkup> TemplateScanner::run() {
  begin_line();
  while (at_ < text_.size()) {
    if (at_ > line_begin_ && is_line_end(text_[at_ - 1])) {
      begin_line();
      continue;
    }
    const char c = text_[at_];
    if (is_line_end(c)) {
      at_ = next_line_after(at_);
      if (at_ < text_.size()) begin_line();
      continue;
    }
    if (at_ > line_end_) line_end_ = line_end_after(at_);
    imports_allowed_ = false;
    const bool in_tag = at_ < html_tag_end_;
    bool taken = false;
    switch (c) {
      case '`':
        if (!in_tag) {
          skip_backticks();
          continue;
        }
        break;
      case '\\':
        taken = !in_tag && take_bracket_math();
        if (!taken && at_ + 1 < text_.size() && !is_line_end(text_[at_ + 1])) ++at_;
        break;
      case '{':
        taken = take_brace();
        break;
      case '[':
        taken = !in_tag && take_wordpress();
        break;
      case '$':
        taken = !in_tag && take_dollar_math();
        if (!taken && byte(at_ + 1) == '$') ++at_;
        break;
      case '%':
        taken = !in_tag && take_percent_comment();
        break;
      case '<':
        taken = !in_tag && (take_jsx() || skip_html());
        break;
      default:
        break;
    }
    if (!taken) ++at_;
    while (at_ < text_.size() && !kDecisive[static_cast<unsigned char>(text_[at_])]) ++at_;
  }
  return std::move(found_);
}

void match_markup_pairs(std::vector<FoundMarkup>& found) {
  struct Key {
    MarkupKind kind;
    std::string_view name;
    bool operator==(const Key&) const = default;
  };
  struct KeyHash {
    size_t operator()(const Key& key) const {
      return std::hash<std::string_view>()(key.name) * 31 + static_cast<size_t>(key.kind);
    }
  };
  std::vector<size_t> open;
  std::unordered_map<Key, size_t, KeyHash> open_count;
  std::array<size_t, 16> open_of_kind{};
  for (size_t i = 0; i < found.size(); ++i) {
    FoundMarkup& piece = found[i];
    const auto kind = static_cast<size_t>(piece.span.kind);
    const Key key{piece.span.kind, piece.key};
    if (piece.pairing == MarkupPairing::may_open || piece.pairing == MarkupPairing::must_open) {
      open.push_back(i);
      ++open_count[key];
      ++open_of_kind[kind];
      continue;
    }
    if (piece.pairing == MarkupPairing::none) continue;
    if (piece.key.empty() ? open_of_kind[kind] == 0 : open_count[key] == 0) continue;
    for (bool matched = false; !matched;) {
      FoundMarkup& candidate = found[open.back()];
      open.pop_back();
      --open_count[{candidate.span.kind, candidate.key}];
      --open_of_kind[static_cast<size_t>(candidate.span.kind)];
      matched = candidate.span.kind == piece.span.kind &&
                (piece.key.empty() || candidate.key == piece.key);
      if (matched) candidate.span.role = MarkupRole::opens;
    }
    piece.span.role = MarkupRole::closes;
  }
  std::erase_if(found, [](const FoundMarkup& piece) {
    return piece.span.role == MarkupRole::standalone &&
           (piece.pairing == MarkupPairing::must_open ||
            piece.pairing == MarkupPairing::must_close);
  });
}

MaskedSource mask_template_syntax(std::string_view source, SourceSpan body, MarkupDialect dialect) {
  MaskedSource masked;
  if (!may_have_markup(body.of(source), dialect)) return masked;
  std::vector<FoundMarkup> found =
      TemplateScanner(source.substr(0, body.end), body.begin, dialect).run();
  match_markup_pairs(found);
  if (found.empty()) return masked;
  find_whole_lines(source, body, found);
  masked.bytes = source;
  masked.spans.reserve(found.size());
  for (const FoundMarkup& piece : found) {
    const MarkupSpan& span = piece.span;
    for (uint32_t i = span.place.begin; i < span.place.end; ++i) {
      if (!is_line_end(source[i])) masked.bytes[i] = span.whole_line ? ' ' : 'x';
    }
    masked.spans.push_back(span);
  }
  return masked;
}

}  // namespace soiree
