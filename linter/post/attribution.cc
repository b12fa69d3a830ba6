#include "linter/post/attribution.h"

#include <algorithm>
#include <array>

#include "linter/text/utf8.h"

namespace soiree {
namespace {

constexpr uint32_t kMostAttributionWords = 14;
constexpr uint32_t kNeighbourBytes = 160;  // how far a "she said" may stand from its quotation

/// Verbs and nouns that tie words to a speaker, in lower case.
constexpr std::array kSayingWords = std::to_array<std::string_view>({
    "said",     "says",      "say",      "saying",   "wrote",     "writes",    "written",
    "write",    "according", "quote",    "quotes",   "quoted",    "quoting",   "tweeted",
    "tweets",   "posted",    "asked",    "asks",     "replied",   "replies",   "added",
    "adds",     "explained", "explains", "argues",   "argued",    "noted",     "notes",
    "told",     "tells",     "states",   "stated",   "describes", "described", "put",
    "puts",     "announced", "claims",   "claimed",  "called",    "via",       "commented",
    "recalls",  "answered",  "remarked", "observed", "words",     "author",    "defines",
    "reads",    "dijo",      "dice",     "según",    "escribió",  "escribe",   "cita",
    "afirma",   "explica",   "comenta",  "preguntó", "disse",     "diz",       "segundo",
    "escreveu", "escreve",   "afirma",   "explicou", "citação",   "dit",       "selon",
    "écrit",    "écrivait",  "affirme",  "explique", "déclare",   "d'après",   "sagt",
    "sagte",    "schreibt",  "schrieb",  "laut",     "meint",     "meinte",    "erklärt",
    "сказал",   "сказала",   "говорит",  "пишет",    "написал",   "написала",  "словам",
    "цитата",   "считает",
});

bool is_saying_word(uint32_t hash) {
  static const auto hashes = [] {
    std::array<uint32_t, kSayingWords.size()> all{};
    std::transform(kSayingWords.begin(), kSayingWords.end(), all.begin(),
                   [](std::string_view word) { return hash_word(word); });
    std::sort(all.begin(), all.end());
    return all;
  }();
  return std::binary_search(hashes.begin(), hashes.end(), hash);
}

/// Bytes of a dash (or tilde) that introduces a name at the start of `text`, 0 when there is none.
size_t dash_size(std::string_view text) {
  for (const std::string_view dash : {"\u2014", "\u2013", "\u2015", "--", "-", "~", "\u2012"}) {
    if (text.starts_with(dash)) {
      size_t size = dash.size();
      while (size < text.size() && (text[size] == '-' || text[size] == ' ')) ++size;
      return size;
    }
  }
  return 0;
}

std::string_view trim_left(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n' || text.front() == '\t')) {
    text.remove_prefix(1);
  }
  return text;
}

uint32_t count_words(const Post& post, TextSpan span) {
  const auto tokens = post.tokens();
  auto at = std::partition_point(tokens.begin(), tokens.end(),
                                 [&](const Token& token) { return token.span.begin < span.begin; });
  uint32_t words = 0;
  for (; at != tokens.end() && at->span.begin < span.end; ++at) ++words;
  return words;
}

/// A last line such as "— Ada Lovelace" inside a block quote.
bool attribution_inside(const Post& post, Quotation& quotation) {
  const std::string_view text = post.text(quotation.text);
  size_t line = text.rfind('\n');
  std::string_view last = line == std::string_view::npos ? text : text.substr(line + 1);
  size_t begin = text.size() - last.size();
  if (dash_size(last) == 0) {
    // On the same line: "... of the sea. — Name", "... of the sea. ~ Name".
    const size_t dash = std::max({static_cast<ptrdiff_t>(last.rfind(" \u2014")),
                                  static_cast<ptrdiff_t>(last.rfind(" \u2013")),
                                  static_cast<ptrdiff_t>(last.rfind(" ~")),
                                  static_cast<ptrdiff_t>(last.rfind(" - "))});
    if (static_cast<ptrdiff_t>(dash) <= 0) return false;
    const std::string_view before = last.substr(0, dash);
    const bool closed = before.ends_with('.') || before.ends_with('!') || before.ends_with('?') ||
                        before.ends_with('"') || before.ends_with("\u201D") ||
                        before.ends_with("\u2019") || before.ends_with("\u2026");
    if (!closed) return false;
    begin += dash + 1;
    last = last.substr(dash + 1);
  }
  const TextSpan span{quotation.text.begin + static_cast<uint32_t>(begin), quotation.text.end};
  const uint32_t words = count_words(post, span);
  if (begin == 0 || words == 0 || words > kMostAttributionWords) return false;
  quotation.attributed = true;
  quotation.attribution = span;
  quotation.words -= std::min(quotation.words, words);
  return true;
}

/// "— Name" or "(Name)" right after the quotation, in the same block or the next one.
bool attribution_after(const Post& post, Quotation& quotation) {
  const std::string_view text = post.text();
  uint32_t at = quotation.text.end;
  // Past closing marks and punctuation.
  while (at < text.size()) {
    const CodePoint point = decode_code_point(text, at);
    const bool closing = point.value == '"' || point.value == '\'' || point.value == '.' ||
                         point.value == ',' || point.value == 0x201D || point.value == 0x201C ||
                         point.value == 0xBB || point.value == 0x2019 || point.value == '*';
    if (!closing) break;
    at += point.size;
  }
  const std::string_view rest = trim_left(text.substr(at));
  const auto begin = static_cast<uint32_t>(text.size() - rest.size());
  const size_t dash = dash_size(rest);
  const size_t line_end = std::min(rest.find('\n'), rest.size());
  const TextSpan line{begin, begin + static_cast<uint32_t>(line_end)};
  const bool parenthesis = rest.starts_with('(') && rest.substr(0, line_end).find(')') != rest.npos;
  if ((dash == 0 && !parenthesis) || count_words(post, line) == 0) return false;
  const auto first = static_cast<unsigned char>(dash < rest.size() ? rest[dash] : ' ');
  const bool name = (first >= 'A' && first <= 'Z') || first == '@' || first >= 0x80;
  if (dash > 0 && !name) return false;
  quotation.attributed = true;
  quotation.attribution = line;
  return true;
}

bool speaks(const Post& post, TextSpan span) {
  const auto tokens = post.tokens();
  auto at = std::partition_point(tokens.begin(), tokens.end(),
                                 [&](const Token& token) { return token.span.begin < span.begin; });
  for (; at != tokens.end() && at->span.begin < span.end; ++at) {
    if (at->kind == TokenKind::mention || is_saying_word(at->hash)) return true;
  }
  return false;
}

TextSpan neighbourhood(const Post& post, const Quotation& quotation, bool before) {
  const uint32_t size = post.document.text.size();
  if (before) {
    const uint32_t end = quotation.text.begin;
    return {end > kNeighbourBytes ? end - kNeighbourBytes : 0, end};
  }
  const uint32_t begin = quotation.text.end;
  return {begin, std::min(size, begin + kNeighbourBytes)};
}

bool introduced_by_colon(const Post& post, const Quotation& quotation) {
  std::string_view before = post.text().substr(0, quotation.text.begin);
  while (!before.empty() &&
         (before.back() == ' ' || before.back() == '\n' || before.back() == '"' ||
          before.back() == '*' || static_cast<unsigned char>(before.back()) >= 0x80)) {
    before.remove_suffix(1);
  }
  return before.ends_with(':');
}

bool linked(const Post& post, const Quotation& quotation) {
  const TextSpan before = neighbourhood(post, quotation, true);
  const TextSpan around{
      before.begin, std::min(post.document.text.size(), quotation.text.end + kNeighbourBytes / 2)};
  return std::any_of(post.document.links.begin(), post.document.links.end(), [&](const Link& link) {
    return !link.image && link.text.begin >= around.begin && link.text.begin <= around.end;
  });
}

}  // namespace

void find_attribution(const Post& post, Quotation& quotation) {
  if (quotation.attributed) return;
  if (attribution_inside(post, quotation) || attribution_after(post, quotation)) return;
  quotation.attributed = linked(post, quotation) || introduced_by_colon(post, quotation) ||
                         speaks(post, neighbourhood(post, quotation, true)) ||
                         speaks(post, neighbourhood(post, quotation, false));
}

}  // namespace soiree
