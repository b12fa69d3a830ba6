#include "linter/post/bold_lead.h"

#include <algorithm>
#include <array>

#include "linter/post/text_places.h"

namespace soiree {
namespace {

constexpr size_t kLongestLead = 56;  // bytes
constexpr size_t kMostBlanks = 100;  // bytes of blanks before it
// Words of a bold lead with a colon behind it, and of one that ends like a sentence: quoted ones
// are longer.
constexpr size_t kMostLeadWords = 7;
constexpr size_t kMostQuestionWords = 3;
constexpr size_t kMostStatementWords = 2;

/// Nouns that make a bold lead a label, wherever they stand in it: "Note for Mac users:",
/// "Theorem 1."
constexpr WordList kLabelWords(std::to_array<std::string_view>(
    {"note",         "notes",       "nb",        "tip",        "tips",        "hint",
     "warning",      "warnings",    "caution",   "disclaimer", "disclosure",  "fact",
     "facts",        "fyi",         "tl;dr",     "tldr",       "recap",       "remember",
     "reminder",     "summary",     "answer",    "question",   "requirement", "requirements",
     "prerequisite", "ingredients", "takeaway",  "takeaways",  "theorem",     "lemma",
     "corollary",    "proposition", "erratum",   "errata",     "correction",  "definition",
     "example",      "exercise",    "update",    "edit",       "aside",       "spoiler",
     "spoilers",     "important",   "attention", "bonus",      "sidenote",    "footnote",
     "hinweis",      "anmerkung",   "tipp",      "achtung",    "nota",        "aviso",
     "dica",         "consejo",     "remarque",  "astuce",     "step",        "steps",
     "rule",         "version",     "credits",   "assumption", "claim",       "proof",
     "materials",    "problem",     "solution",  "task",       "homework",    "hypothesis"}));
/// A lead of several words that begins so is no name, however it is capitalised.
constexpr WordList kLeadOpeners(std::to_array<std::string_view>(
    {"what",  "what's", "how",   "why", "when", "where", "which", "if",   "in",
     "a",     "an",     "for",   "did", "to",   "my",    "our",   "your", "this",
     "these", "before", "after", "not", "no",   "key",   "quick"}));
constexpr WordList kLeadSpeech(std::to_array<std::string_view>(
    {"said", "says", "wrote", "writes", "asked", "asks", "replied", "replies", "adds", "added",
     "answered", "answers", "told", "tells", "tweeted", "posted", "via", "from"}));
constexpr WordList kLeadParticles(std::to_array<std::string_view>({"de", "van", "von", "da", "la",
                                                                   "le", "der", "den", "del", "di",
                                                                   "do", "dos", "of", "the", "and",
                                                                   "y", "e", "und", "et"}));

std::string_view trim_left(std::string_view text) {
  const size_t first = text.find_first_not_of(" \n");
  return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

bool has_colon(const Post& post, TextSpan lead) {
  const std::string_view text = post.text(lead);
  const std::string_view rest = trim_left(post.text().substr(lead.end, 3));
  return text.ends_with(':') || text.ends_with("\uFF1A") || rest.starts_with(':') ||
         rest.starts_with("\uFF1A");
}

/// Another line of `quote` begins with a lead, too: turns of a conversation.
bool is_transcript(const Post& post, size_t first, TextSpan quote) {
  constexpr size_t kMostLooked = 20;
  const auto& emphasis = post.document.emphasis;
  const size_t last = std::min(emphasis.size(), first + 1 + kMostLooked);
  for (size_t i = first + 1; i < last && emphasis[i].begin < quote.end; ++i) {
    if (post.text()[emphasis[i].begin - 1] == '\n' && has_colon(post, emphasis[i])) return true;
  }
  return false;
}

/// A lead without a label word that names a speaker: "Tomás de Lima:", "Ada said:". What has
/// lower-case words at its end ("Next steps:") does not.
bool names_speaker(std::span<const Token> words) {
  for (const Token& word : words) {
    if (word.kind != TokenKind::word || kLeadSpeech.has(word.hash)) return true;
  }
  return words.back().capital || kLeadParticles.has(words.back().hash);
}

}  // namespace

bool opens_with_bold_lead(const Post& post, TextSpan quote) {
  const std::string_view text = post.text(quote).substr(0, kMostBlanks + kLongestLead);
  const std::string_view inner = trim_left(text);
  const auto begin = quote.begin + static_cast<uint32_t>(text.size() - inner.size());
  const auto& emphasis = post.document.emphasis;
  const auto found = std::partition_point(emphasis.begin(), emphasis.end(),
                                          [&](TextSpan span) { return span.begin < begin; });
  if (found == emphasis.end() || found->begin != begin) return false;
  if (found->size() > kLongestLead) return false;
  // Two marks before the first letter of its block make it bold.
  const Block& block = post.document.blocks[block_at(post, begin)];
  const bool bold = block.text.begin == begin &&
                    post.document.text.source(*found).begin >= block.source.begin + 2;
  if (!bold) return false;
  const std::string_view lead = post.text(*found);
  const bool colon = has_colon(post, *found);
  const bool question = lead.ends_with('?');
  if (!colon && !question && !lead.ends_with('.')) return false;
  const std::span<const Token> words = tokens_in(post, *found);
  const size_t most = colon ? kMostLeadWords : question ? kMostQuestionWords : kMostStatementWords;
  if (words.empty() || words.size() > most) return false;
  if (std::any_of(words.begin(), words.end(),
                  [](const Token& word) { return kLabelWords.has(word.hash); })) {
    return true;
  }
  if (question) return true;
  const bool plain = lead.find_first_of(",(@") == lead.npos;
  if (!colon || !plain || words.size() < 2 || !words.front().capital) return false;
  if (kLeadOpeners.has(words.front().hash)) return true;
  const auto index = static_cast<size_t>(found - emphasis.begin());
  return !names_speaker(words) && !is_transcript(post, index, quote);
}

}  // namespace soiree
