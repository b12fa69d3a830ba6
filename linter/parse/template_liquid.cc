// Liquid, Nunjucks and Zola tags, Hugo shortcodes.
#include <algorithm>
#include <array>
#include <utility>

#include "linter/parse/template_scanner.h"

namespace soiree {
namespace {

struct NamedBody {
  std::string_view name;
  BodyKind kind;
};

BodyKind look_up(const NamedBody* first, const NamedBody* last, std::string_view name) {
  const auto* found = std::find_if(first, last, [&](const NamedBody& b) { return b.name == name; });
  return found == last ? BodyKind::prose : found->kind;
}

bool is_name_byte(char c) { return is_word(c) || c == '-' || c == '.' || c == '/'; }

size_t skip_white(std::string_view text, size_t at) {
  while (at < text.size() && is_white(text[at])) ++at;
  return at;
}

size_t liquid_name_begin(std::string_view text, size_t at) {
  if (at < text.size() && (text[at] == '-' || text[at] == '+' || text[at] == '~')) ++at;
  return skip_white(text, at);
}

size_t name_end(std::string_view text, size_t at) {
  while (at < text.size() && is_name_byte(text[at])) ++at;
  return at;
}

}  // namespace

EndTag EndTags::first_from(std::string_view name, size_t from) const {
  const auto found = tags_.find(name);
  if (found == tags_.end()) return {};
  const auto tag = std::partition_point(found->second.begin(), found->second.end(),
                                        [&](const EndTag& t) { return t.begin < from; });
  return tag == found->second.end() ? EndTag{} : *tag;
}

BodyKind template_body_kind(std::string_view name) {
  static constexpr std::array<NamedBody, 18> kBodies = {{{"highlight", BodyKind::code},
                                                         {"codeblock", BodyKind::code},
                                                         {"code", BodyKind::code},
                                                         {"code-block", BodyKind::code},
                                                         {"prism", BodyKind::code},
                                                         {"mermaid", BodyKind::code},
                                                         {"style", BodyKind::code},
                                                         {"stylesheet", BodyKind::code},
                                                         {"javascript", BodyKind::code},
                                                         {"script", BodyKind::code},
                                                         {"css", BodyKind::code},
                                                         {"js", BodyKind::code},
                                                         {"schema", BodyKind::code},
                                                         {"math", BodyKind::math},
                                                         {"katex", BodyKind::math},
                                                         {"comment", BodyKind::comment},
                                                         {"raw", BodyKind::raw},
                                                         {"verbatim", BodyKind::raw}}};
  const BodyKind known = look_up(kBodies.data(), kBodies.data() + kBodies.size(), name);
  if (known != BodyKind::prose) return known;
  // Sites make their own: `{{< code-rust "main" >}} ... {{< /code-rust >}}`.
  const bool own = name == "high" || name.starts_with("code-") || name.starts_with("highlight-") ||
                   name.ends_with("-code");
  return own ? BodyKind::code : BodyKind::prose;
}

/// Records a tag with its body and its end tag as one piece, or, for a raw body, the tag only.
bool TemplateScanner::take_body(BodyKind body, MarkupSpan tag, EndTag end) {
  if (body == BodyKind::prose || end.begin == npos) return false;
  if (body == BodyKind::raw) {
    raw_end_ = end.begin;
    return false;
  }
  if (body == BodyKind::code) tag.kind = MarkupKind::code;
  if (body == BodyKind::math) tag.kind = MarkupKind::math;
  tag.place = place(tag.place.begin, end.end);
  add(tag);
  return true;
}

bool TemplateScanner::take_brace() {
  const char next = byte(at_ + 1);
  const bool mdx = dialect_ == MarkupDialect::mdx;
  if ((next == ':' || next == '.' || next == '#' || is_letter(next) || next == '-') &&
      at_ >= html_tag_end_ && take_attributes()) {
    return true;
  }
  if (at_ >= html_tag_end_ && (take_brace_comment() || (mdx && take_expression()))) return true;
  if (at_ < raw_end_) return false;
  if (next == '%') return take_liquid_tag();
  if (next == '#') return take_liquid_comment();
  if (next != '{') return false;
  if (byte(at_ + 2) == '<' && take_hugo('<')) return true;
  if (byte(at_ + 2) == '%' && take_hugo('%')) return true;
  return take_liquid_output();
}

EndTags TemplateScanner::liquid_ends_from(size_t from) const {
  EndTags ends;
  ForwardSearch close("%}");
  for (size_t at = text_.find("{%", from); at != npos; at = text_.find("{%", at + 2)) {
    const size_t word = liquid_name_begin(text_, at + 2);
    if (!text_.substr(word).starts_with("end")) continue;
    const size_t end = name_end(text_, word + 3);
    const size_t closed = close.find(text_, end);
    if (closed == npos) break;
    ends.add(text_.substr(word + 3, end - word - 3), {at, closed + 2});
  }
  return ends;
}

bool TemplateScanner::take_liquid_tag() {
  const size_t begin = at_;
  const size_t close = percent_close_.find(text_, begin + 2);
  if (close == npos || close - begin > kLongestTag ||
      percent_open_.find(text_, begin + 1) < close) {
    return false;
  }
  const size_t name = liquid_name_begin(text_, begin + 2);
  size_t end = std::min(name_end(text_, name), close);
  if (end > name && text_[end - 1] == '-') --end;
  if (end <= name && byte(name) != '#') return false;
  const std::string_view word = text_.substr(name, end - std::min(name, end));
  MarkupSpan tag = markup(MarkupKind::liquid, begin, close + 2, place(name, std::max(name, end)));
  const BodyKind body = template_body_kind(word);
  if (body != BodyKind::prose) {
    if (!liquid_ends_) liquid_ends_ = liquid_ends_from(close + 2);
    if (take_body(body, tag, liquid_ends_->first_from(word, close + 2))) {
      at_ = found_.back().span.place.end;
      return true;
    }
  }
  at_ = close + 2;
  if (word == "end") {
    add(tag, MarkupPairing::may_close);
  } else if (word.starts_with("end") && word.size() > 3) {
    tag.name.begin += 3;
    add(tag, MarkupPairing::may_close, word.substr(3));
  } else {
    add(tag, MarkupPairing::may_open, word);
  }
  return true;
}

bool TemplateScanner::take_liquid_output() {
  const size_t begin = at_;
  size_t close = braces_close_.find(text_, begin + 2);
  if (close == npos || close - begin > 1000 || blank_line_inside(begin, close)) return false;
  const size_t name = liquid_name_begin(text_, begin + 2);
  // Prose about templates writes `{{**...`: an output begins with a name, a value or a helper.
  constexpr std::string_view kFirstBytes = "\"'([{.$@#/>!&^";
  const char first = byte(name);
  if (name >= close || (!is_word(first) && static_cast<unsigned char>(first) < 0x80 &&
                        kFirstBytes.find(first) == std::string_view::npos)) {
    return false;
  }
  const size_t end = std::min(name_end(text_, name), close);
  close += byte(close + 2) == '}' ? 3 : 2;
  at_ = close;
  add(markup(MarkupKind::liquid, begin, close, place(name, end)));
  return true;
}

/// `{# ... #}` of Nunjucks, Twig and Zola.
bool TemplateScanner::take_liquid_comment() {
  const size_t begin = at_;
  const size_t close = hash_close_.find(text_, begin + 2);
  const bool across_lines = is_white(byte(begin + 2)) || byte(begin + 2) == '-';
  if (close == npos || close > (across_lines ? begin + kLongestTag : line_end_)) return false;
  at_ = close + 2;
  add(markup(MarkupKind::liquid, begin, at_, place(begin + 2, begin + 2)));
  return true;
}

EndTags TemplateScanner::hugo_ends_from(size_t from) const {
  EndTags ends;
  for (size_t at = text_.find("{{", from); at != npos; at = text_.find("{{", at + 2)) {
    const char marker = byte(at + 2);
    if (marker != '<' && marker != '%') continue;
    const size_t slash = skip_white(text_, at + 3);
    if (byte(slash) != '/') continue;
    const size_t word = skip_white(text_, slash + 1);
    const size_t end = name_end(text_, word);
    const size_t after = skip_white(text_, end);
    if (byte(after) != (marker == '<' ? '>' : '%') || !text_.substr(after + 1).starts_with("}}")) {
      continue;
    }
    ends.add(text_.substr(word, end - word), {at, after + 3});
  }
  return ends;
}

bool TemplateScanner::take_hugo(char marker) {
  const size_t begin = at_;
  ForwardSearch& closer = marker == '<' ? angle_shortcode_close_ : percent_shortcode_close_;
  const size_t close = closer.find(text_, begin + 3);
  if (close == npos || close - begin > kLongestTag) return false;
  size_t name = skip_white(text_, begin + 3);
  const bool escaped = text_.substr(name).starts_with("/*");
  if (escaped) name = skip_white(text_, name + 2);
  const bool closing = byte(name) == '/';
  if (closing) name = skip_white(text_, name + 1);
  size_t end = std::min(name_end(text_, name), close);
  if (end > name && text_[end - 1] == '/') --end;
  if (end <= name) return false;
  const std::string_view word = text_.substr(name, end - name);
  const MarkupSpan tag = markup(MarkupKind::hugo_shortcode, begin, close + 3, place(name, end));
  const bool standalone = escaped || text_[close - 1] == '/';
  const BodyKind body = closing || standalone ? BodyKind::prose : template_body_kind(word);
  if (body != BodyKind::prose) {
    if (!hugo_ends_) hugo_ends_ = hugo_ends_from(close + 3);
    if (take_body(body, tag, hugo_ends_->first_from(word, close + 3))) {
      at_ = found_.back().span.place.end;
      return true;
    }
  }
  at_ = close + 3;
  const MarkupPairing pairing = closing ? MarkupPairing::may_close : MarkupPairing::may_open;
  add(tag, standalone ? MarkupPairing::none : pairing, word);
  return true;
}

}  // namespace soiree
