#include "linter/post/callouts.h"

#include <algorithm>
#include <array>

#include "linter/post/bold_lead.h"
#include "linter/post/text_places.h"

namespace soiree {
namespace {

constexpr uint32_t kMostNoticeWords = 60;
constexpr size_t kLabelBytes = 56;  // how far a label with its date may reach
constexpr size_t kMostMarks = 100;  // bytes of marks and blanks before a label

/// Words that open a remark of the author's own when a colon, dash or line end follows; folded.
constexpr std::array kRemarkWords = std::to_array<std::string_view>({
    "note",
    "notes",
    "nb",
    "n.b",
    "update",
    "updated",
    "edit",
    "edited",
    "tip",
    "tips",
    "pro tip",
    "hint",
    "warning",
    "caution",
    "danger",
    "important",
    "attention",
    "disclaimer",
    "disclosure",
    "full disclosure",
    "heads-up",
    "heads up",
    "info",
    "information",
    "tl;dr",
    "tldr",
    "spoiler",
    "spoiler alert",
    "summary",
    "aside",
    "correction",
    "ps",
    "p.s",
    "psa",
    "reminder",
    "example",
    "exercise",
    "definition",
    "theorem",
    "lemma",
    "remark",
    "editor's note",
    "editors note",
    "author's note",
    "translator's note",
    "related",
    "related post",
    "related posts",
    "read more",
    "see also",
    "further reading",
    "takeaway",
    "key takeaway",
    "key takeaways",
    "sponsored",
    "announcement",
    "deprecated",
    "question",
    "prerequisites",
    "context",
    "background",
    "goal",
    "fyi",
    "recap",
    "erratum",
    "errata",
    "requirements",
    "side note",
    "sidenote",
    "fun fact",
    "content warning",
    "trigger warning",
    "technical note",
    "security note",
    "ed. note",
    "ed note",
    "nota",
    "aviso",
    "atención",
    "atenção",
    "atencao",
    "importante",
    "consejo",
    "dica",
    "actualización",
    "actualizado",
    "atualização",
    "atualizado",
    "observação",
    "obs",
    "advertencia",
    "ejemplo",
    "exemplo",
    "resumen",
    "resumo",
    "remarque",
    "astuce",
    "mise à jour",
    "avertissement",
    "à noter",
    "hinweis",
    "achtung",
    "tipp",
    "wichtig",
    "anmerkung",
    "aktualisierung",
    "beispiel",
    "примечание",
    "важно",
    "внимание",
    "совет",
    "обновление",
    "прим",
    "замечание",
    "пример",
    "注",
    "注意",
    "提示",
    "更新",
    "补充",
    "声明",
    "备注",
    "说明",
    "备註",
    "註",
    "重要",
    "警告",
    "注記",
    "追記",
    "補足",
});

/// Openings that need no label end.
constexpr std::array kRemarkPhrases = std::to_array<std::string_view>({
    "this post is",
    "this post was",
    "this article is",
    "this article was",
    "this is part",
    "this page is",
    "note that",
    "please note",
    "note for ",
    "note to ",
    "a note on ",
    "a note about ",
    "a quick note",
    "tl;dr ",
    "tldr ",
    "originally published",
    "originally posted",
    "photo by",
    "image by",
    "photo credit",
    "本文",
    "原文",
});

/// Anywhere in a short quote these tell a notice about the post itself.
constexpr WordList kNoticeWords(std::to_array<std::string_view>(
    {"affiliate", "affiliates", "affiliated", "afiliado", "afiliados", "newsletter", "crossposted",
     "cross-posted", "cross-post", "reposted", "subscribe", "traducido", "traduzido", "übersetzt",
     "ursprünglich", "originalmente"}));
/// The same for two words in a row: any of the first with any of the second list.
constexpr WordList kNoticeFirst(std::to_array<std::string_view>({"originally", "translated",
                                                                 "sponsored", "earn", "small",
                                                                 "перевод", "оригинал", "traduit",
                                                                 "initialement", "affiliate"}));
constexpr WordList kNoticeSecond(
    std::to_array<std::string_view>({"published", "posted", "appeared", "written", "from", "by",
                                     "commission", "статьи", "publié", "de"}));

constexpr std::array kBoxClasses = std::to_array<std::string_view>({
    "notice",   "callout",   "alert",      "note",       "warning",   "tip",
    "info",     "admon",     "prompt",     "box",        "hint",      "danger",
    "message",  "aside",     "update",     "success",    "important", "caution",
    "poem",     "pullquote", "pull-quote", "poetry",     "highlight", "attention",
    "question", "summary",   "disclaimer", "deprecated", "primary",   "secondary",
});

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// A class attribute or `{: .class}` list that marks a box.
bool has_box_class(const QuoteBlock& quote) {
  std::string_view attributes = quote.attributes;
  if (quote.origin == QuoteOrigin::html) {
    const size_t start = attributes.find("class");
    if (start == std::string_view::npos) return false;
    attributes.remove_prefix(start + 5);
    if (attributes.size() > 2 && (attributes[1] == '"' || attributes[1] == '\'')) {
      attributes = attributes.substr(0, attributes.find(attributes[1], 2));
    }
  } else if (quote.origin != QuoteOrigin::markdown) {
    return false;
  }
  return std::any_of(kBoxClasses.begin(), kBoxClasses.end(), [&](std::string_view name) {
    const size_t at = attributes.find(name);
    return at != std::string_view::npos && (at == 0 || !is_ascii_letter(attributes[at - 1]));
  });
}

std::string_view trim_left(std::string_view text, std::string_view what) {
  const size_t first = text.find_first_not_of(what);
  return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

bool ends_label(std::string_view rest) {
  if (rest.empty() || rest.front() == '\n' || rest.front() == '.') return true;
  rest = trim_left(rest, " ");
  for (const std::string_view end : {":", "!", "-", "\u2014", "\u2013", "\uFF1A", "\uFF01", "|"}) {
    if (rest.starts_with(end)) return true;
  }
  return false;
}

/// "Update (3 May):", "Edit on March 3rd, 2021:", "Update 2021-03-04 -".
bool ends_dated_label(std::string_view rest) {
  rest = trim_left(rest, " ");
  if (rest.starts_with('(') || rest.starts_with('[')) {
    const size_t close = rest.find_first_of(")]");
    return close != std::string_view::npos && ends_label(rest.substr(close + 1));
  }
  size_t end = 0;
  bool digit = false;
  while (end < rest.size() && end < 40 && rest[end] != ':' && rest[end] != '\n') {
    digit = digit || (rest[end] >= '0' && rest[end] <= '9');
    ++end;
  }
  return digit && end < rest.size() && end < 40;
}

/// True when the quote's opening emphasis is exactly a remark word: "**Note** that ...".
bool is_emphasized(const Post& post, uint32_t begin, size_t bytes) {
  const auto& emphasis = post.document.emphasis;
  const auto found = std::partition_point(emphasis.begin(), emphasis.end(),
                                          [&](TextSpan span) { return span.begin < begin; });
  return found != emphasis.end() && found->begin == begin && found->size() >= bytes &&
         found->size() <= bytes + 1;
}

bool opens_remark(const Post& post, TextSpan quote) {
  const std::string_view text = post.text(quote).substr(0, kMostMarks + kLabelBytes);
  const std::string_view inner = trim_left(text, " ([*_\n");
  const std::string head = fold_word(inner.substr(0, kLabelBytes));
  const std::string_view folded = head;
  const auto at = quote.begin + static_cast<uint32_t>(text.size() - inner.size());
  if (folded.empty()) return false;
  for (const std::string_view word : kRemarkWords) {
    if (folded[0] != word[0] || !folded.starts_with(word)) continue;
    const std::string_view rest = folded.substr(word.size());
    if (ends_label(rest) || ends_dated_label(rest)) return true;
    if (is_emphasized(post, at, word.size())) return true;
  }
  return std::any_of(kRemarkPhrases.begin(), kRemarkPhrases.end(),
                     [&](std::string_view phrase) { return folded.starts_with(phrase); });
}

/// Places of "[Name]", "{first_name}", "{{name}}".
std::vector<uint32_t> fields_in(std::string_view text) {
  std::vector<uint32_t> fields;
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '[' && text[at] != '{') continue;
    const std::string head = fold_word(text.substr(at + 1, 12));
    const std::string_view rest = trim_left(head, "{ ");
    for (const std::string_view word : {"name", "your ", "first", "company", "recipient"}) {
      if (rest.starts_with(word)) fields.push_back(static_cast<uint32_t>(at));
    }
  }
  return fields;
}

/// Boxes often begin with a sign: a warning triangle, a light bulb.
bool opens_with_sign(const Post& post, TextSpan quote) {
  const std::string_view text = trim_left(post.text(quote).substr(0, kMostMarks), " \n");
  if (text.starts_with("\u26A0") || text.starts_with("\u2139") || text.starts_with("\u24D8")) {
    return true;
  }
  const uint32_t first = first_token_at(post, quote.begin);
  return first < post.tokens().size() && post.tokens()[first].kind == TokenKind::emoji &&
         post.tokens()[first].span.begin < quote.begin + 3;
}

bool is_notice(const Post& post, TextSpan quote) {
  const auto tokens = tokens_in(post, quote);
  if (tokens.size() >= kMostNoticeWords) return false;
  bool first = false;
  for (const Token& token : tokens) {
    if (kNoticeWords.has(token.hash) || (first && kNoticeSecond.has(token.hash))) return true;
    first = kNoticeFirst.has(token.hash);
  }
  return false;
}

}  // namespace

bool Callouts::is_template(TextSpan quote) {
  if (!fields_) fields_ = fields_in(post_.text());
  const auto field = std::lower_bound(fields_->begin(), fields_->end(), quote.begin);
  return field != fields_->end() && *field < quote.end;
}

bool Callouts::has(const QuoteBlock& quote) {
  if (quote.alert || has_box_class(quote)) return true;
  if (quote.origin == QuoteOrigin::shortcode || quote.origin == QuoteOrigin::html_inline) {
    return false;
  }
  return opens_remark(post_, quote.text) || opens_with_bold_lead(post_, quote.text) ||
         opens_with_sign(post_, quote.text) || is_notice(post_, quote.text) ||
         is_template(quote.text);
}

}  // namespace soiree
