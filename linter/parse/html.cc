#include "linter/parse/html.h"

#include <algorithm>
#include <array>

namespace soiree {
namespace {

constexpr size_t kNone = std::string_view::npos;

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}
constexpr bool is_name_byte(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == ':' || c == '.' || c == '_';
}
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool equals_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(),
                                            [](char x, char y) { return lower(x) == lower(y); });
}

template <size_t N>
bool is_listed(const std::array<std::string_view, N>& sorted_names, std::string_view name) {
  std::array<char, 16> buffer;
  if (name.empty() || name.size() > buffer.size()) return false;
  std::transform(name.begin(), name.end(), buffer.begin(), lower);
  return std::binary_search(sorted_names.begin(), sorted_names.end(),
                            std::string_view(buffer.data(), name.size()));
}

constexpr std::array<std::string_view, 5> kRawElements = {"script", "style", "textarea", "svg",
                                                          "math"};

/// End of the tag name that starts at `at`.
size_t name_end(std::string_view html, size_t at) {
  while (at < html.size() && is_name_byte(html[at])) ++at;
  return at;
}

/// Offset of the end tag `</name` at or after `from`, or npos.
size_t find_end_tag(std::string_view html, size_t from, std::string_view name) {
  for (size_t at = html.find("</", from); at != kNone; at = html.find("</", at + 2)) {
    const size_t end = name_end(html, at + 2);
    if (equals_ignoring_case(html.substr(at + 2, end - at - 2), name)) return at;
  }
  return kNone;
}

}  // namespace

size_t find_html_tag_end(std::string_view html, size_t at) {
  size_t i = at + 1;
  if (i < html.size() && html[i] == '/') ++i;
  if (i >= html.size() || !is_letter(html[i])) return kNone;
  i = name_end(html, i);
  if (i < html.size() && !is_blank(html[i]) && html[i] != '/' && html[i] != '>') return kNone;
  while (i < html.size()) {
    const char c = html[i];
    if (c == '>') return i + 1;
    if (c == '<') return kNone;
    if (c == '"' || c == '\'') {
      i = html.find(c, i + 1);
      if (i == kNone) return kNone;
    }
    ++i;
  }
  return kNone;
}

uint32_t HtmlScanner::after(std::string_view closer, uint32_t from, uint8_t absent_bit) {
  if ((absent_closers_ & absent_bit) != 0) return 0;
  const size_t found = html_.find(closer, from);
  if (found == kNone) {
    absent_closers_ |= absent_bit;
    return 0;
  }
  return static_cast<uint32_t>(found + closer.size());
}

HtmlPiece HtmlScanner::markup_at(uint32_t at) {
  HtmlPiece piece{HtmlPieceKind::text, at, at + 1, {}, false};
  const auto set = [&piece](HtmlPieceKind kind, uint32_t end) {
    if (end == 0) return;
    piece.kind = kind;
    piece.end = end;
  };
  const std::string_view rest = html_.substr(at);
  if (rest.starts_with("<!-->")) {
    set(HtmlPieceKind::comment, at + 5);
  } else if (rest.starts_with("<!--")) {
    set(HtmlPieceKind::comment, after("-->", at + 4, 1));
  } else if (rest.starts_with("<![CDATA[")) {
    set(HtmlPieceKind::other, after("]]>", at + 9, 2));
  } else if (rest.starts_with("<?")) {
    set(HtmlPieceKind::other, after("?>", at + 2, 4));
  } else if (rest.size() > 2 && rest[1] == '!' && is_letter(rest[2])) {
    set(HtmlPieceKind::other, after(">", at + 2, 8));
  } else if (const size_t end = find_html_tag_end(html_, at); end != kNone) {
    const bool closing = html_[at + 1] == '/';
    set(closing ? HtmlPieceKind::end_tag : HtmlPieceKind::start_tag, static_cast<uint32_t>(end));
    const size_t name = at + (closing ? 2 : 1);
    piece.name = html_.substr(name, name_end(html_, name) - name);
    piece.self_closing = !closing && html_[end - 2] == '/';
  }
  return piece;
}

bool HtmlScanner::opens_raw_body(const HtmlPiece& tag) {
  if (tag.kind != HtmlPieceKind::start_tag || tag.self_closing) return false;
  for (size_t i = 0; i < kRawElements.size(); ++i) {
    if (!equals_ignoring_case(tag.name, kRawElements[i])) continue;
    // Like a browser, run an unclosed script or style to the end; others would swallow prose.
    if (i < 2) return true;
    const auto bit = static_cast<uint8_t>(1U << i);
    if ((absent_end_tags_ & bit) != 0) return false;
    if (find_end_tag(html_, tag.end, kRawElements[i]) != kNone) return true;
    absent_end_tags_ |= bit;
    return false;
  }
  return false;
}

uint32_t HtmlScanner::raw_body_end(uint32_t from) const {
  return static_cast<uint32_t>(std::min(find_end_tag(html_, from, raw_element_), html_.size()));
}

std::optional<HtmlPiece> HtmlScanner::next() {
  if (!raw_element_.empty()) {
    const uint32_t end = raw_body_end(at_);
    raw_element_ = {};
    if (end > at_) {
      const HtmlPiece body{HtmlPieceKind::other, at_, end, {}, false};
      at_ = end;
      return body;
    }
  }
  if (at_ >= html_.size()) return std::nullopt;
  const uint32_t begin = at_;
  for (size_t at = html_.find('<', begin); at != kNone; at = html_.find('<', at + 1)) {
    const HtmlPiece piece = markup_at(static_cast<uint32_t>(at));
    if (piece.kind == HtmlPieceKind::text) continue;
    if (at > begin) {
      at_ = piece.begin;
      return HtmlPiece{HtmlPieceKind::text, begin, piece.begin, {}, false};
    }
    at_ = piece.end;
    if (opens_raw_body(piece)) raw_element_ = piece.name;
    return piece;
  }
  at_ = static_cast<uint32_t>(html_.size());
  return HtmlPiece{HtmlPieceKind::text, begin, at_, {}, false};
}

std::optional<std::string_view> html_attribute(std::string_view tag, std::string_view name) {
  if (!tag.empty() && tag.back() == '>') tag.remove_suffix(1);
  size_t at = name_end(tag, tag.starts_with("</") ? 2 : 1);
  const auto skip_blanks = [&] {
    while (at < tag.size() && is_blank(tag[at])) ++at;
  };
  while (at < tag.size()) {
    while (at < tag.size() && (is_blank(tag[at]) || tag[at] == '/')) ++at;
    const size_t key = at;
    while (at < tag.size() && !is_blank(tag[at]) && tag[at] != '=' && tag[at] != '/') ++at;
    const std::string_view found = tag.substr(std::min(key, tag.size()), at - key);
    skip_blanks();
    std::string_view value = tag.substr(at, 0);
    if (at < tag.size() && tag[at] == '=') {
      ++at;
      skip_blanks();
      size_t begin = at;
      if (at < tag.size() && (tag[at] == '"' || tag[at] == '\'')) {
        at = std::min(tag.find(tag[begin++], at + 1), tag.size());
        value = tag.substr(begin, at - begin);
        if (at < tag.size()) ++at;
      } else {
        while (at < tag.size() && !is_blank(tag[at])) ++at;
        value = tag.substr(begin, at - begin);
      }
    }
    if (!found.empty() && equals_ignoring_case(found, name)) return value;
  }
  return std::nullopt;
}

bool is_void_element(std::string_view name) {
  static constexpr std::array<std::string_view, 14> kVoid = {
      "area",  "base", "br",   "col",   "embed",  "hr",    "img",
      "input", "link", "meta", "param", "source", "track", "wbr"};
  return is_listed(kVoid, name);
}

bool is_block_element(std::string_view name) {
  static constexpr std::array<std::string_view, 51> kBlock = {
      "address", "article", "aside",  "blockquote", "body",   "caption", "center",   "dd",
      "details", "dialog",  "dir",    "div",        "dl",     "dt",      "fieldset", "figcaption",
      "figure",  "footer",  "form",   "h1",         "h2",     "h3",      "h4",       "h5",
      "h6",      "header",  "hgroup", "hr",         "html",   "legend",  "li",       "main",
      "menu",    "nav",     "ol",     "optgroup",   "option", "p",       "pre",      "search",
      "section", "summary", "table",  "tbody",      "td",     "tfoot",   "th",       "thead",
      "title",   "tr",      "ul"};
  return is_listed(kBlock, name);
}

}  // namespace soiree
