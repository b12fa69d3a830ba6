#include "linter/post/callouts.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace soiree {
namespace {

/// Words that open a remark of the author's own, in lower case, in the languages we read.
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
    "hint",
    "warning",
    "caution",
    "danger",
    "important",
    "attention",
    "disclaimer",
    "disclosure",
    "info",
    "information",
    "tl;dr",
    "tldr",
    "spoiler",
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
    "remark",
    "editor's note",
    "author's note",
    "translator's note",
    "this post",
    "this article",
    "this is part",
    "originally published",
    "originally posted",
    "photo by",
    "image by",
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
    "resumen",
    "resumo",
    "remarque",
    "attention",
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
    "примечание",
    "важно",
    "внимание",
    "совет",
    "обновление",
    "прим",
    "замечание",
    "注",
    "注意",
    "提示",
    "更新",
    "补充",
    "声明",
    "本文",
    "备注",
    "说明",
});

constexpr std::array kRemarkSigns = std::to_array<std::string_view>({
    "\u26A0",
    "\u2139",
    "\U0001F4A1",
    "\U0001F4DD",
    "\U0001F6A8",
    "\U0001F4CC",
    "\U0001F6D1",
    "\u2757",
    "\u2705",
    "\u274C",
    "\U0001F449",
    "\U0001F4E2",
    "\u261D",
    "\U0001F525",
});

constexpr std::array kBoxClasses = std::to_array<std::string_view>({
    "notice",
    "callout",
    "alert",
    "note",
    "warning",
    "tip",
    "info",
    "admonition",
    "prompt",
    "box",
    "hint",
    "danger",
    "message",
    "aside",
    "update",
    "success",
});

bool names_quote(std::string_view attributes) {
  return attributes.find("quote") != std::string_view::npos &&
         attributes.find(".quote") != std::string_view::npos;
}

/// Class attribute or `{: .class}` list that marks a box.
bool has_box_class(const QuoteBlock& quote) {
  std::string_view attributes = quote.attributes;
  if (attributes.empty()) return false;
  if (quote.origin == QuoteOrigin::markdown) {
    return attributes.find('.') != std::string_view::npos && !names_quote(attributes);
  }
  const size_t start = attributes.find("class");
  if (start == std::string_view::npos) return false;
  attributes.remove_prefix(start);
  return std::any_of(kBoxClasses.begin(), kBoxClasses.end(), [&](std::string_view name) {
    return attributes.find(name) != std::string_view::npos;
  });
}

bool ends_label(std::string_view rest) {
  if (rest.empty()) return true;
  const char c = rest.front();
  const auto byte = static_cast<unsigned char>(c);
  return c == ':' || c == '.' || c == '!' || c == '\n' || c == ')' || c == ',' ||
         rest.starts_with("：") || rest.starts_with(" –") || rest.starts_with(" —") ||
         rest.starts_with(" (") || rest.starts_with(" -") || rest.starts_with(" [") ||
         (byte >= 0xE4 && byte <= 0xE9);
}

bool opens_remark(std::string_view text) {
  for (const std::string_view sign : kRemarkSigns) {
    if (text.starts_with(sign)) return true;
  }
  while (!text.empty() && (text.front() == '(' || text.front() == '[' || text.front() == ' ')) {
    text.remove_prefix(1);
  }
  const std::string head = fold_word(text.substr(0, 48));
  for (const std::string_view word : kRemarkWords) {
    if (!std::string_view(head).starts_with(word)) continue;
    const bool phrase = word.find(' ') != std::string_view::npos;
    if (phrase || ends_label(std::string_view(head).substr(word.size()))) return true;
  }
  return false;
}

}  // namespace

bool is_callout(const Post& post, const QuoteBlock& quote) {
  if (quote.alert || has_box_class(quote)) return true;
  if (quote.origin == QuoteOrigin::shortcode || quote.text.empty()) return false;
  return opens_remark(post.text(quote.text));
}

}  // namespace soiree
