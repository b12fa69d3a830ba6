#include "linter/post/said.h"

#include <algorithm>
#include <array>

#include "linter/post/text_places.h"
#include "linter/text/function_words.h"
#include "linter/text/pronouns.h"

namespace soiree {
namespace {

constexpr size_t kShortestSaying = 5;  // words
constexpr uint32_t kMostNameWords = 4;
/// Source bytes between neighbouring paragraphs; code or an image between them takes more.
constexpr uint32_t kMostBlanks = 4;

constexpr WordList kSaid(std::to_array<std::string_view>(
    {"said",    "says",     "wrote",    "writes",   "tweeted", "replied",  "asked",    "asks",
     "noted",   "answered", "argued",   "remarked", "dijo",    "dice",     "escribió", "escribe",
     "disse",   "diz",      "escreveu", "escreve",  "écrit",   "écrivait", "sagte",    "sagt",
     "schrieb", "schreibt", "сказал",   "сказала",  "говорит", "написал",  "написала", "пишет"}));
constexpr WordList kAdverbs(std::to_array<std::string_view>({"once", "famously", "later", "also",
                                                             "recently", "then"}));

constexpr uint32_t kFunctionWords = [] {
  uint32_t bits = 0;
  for (const Voter voter : {Voter::en, Voter::es, Voter::pt, Voter::fr, Voter::de, Voter::ru}) {
    bits |= 1U << static_cast<unsigned>(voter);
  }
  return bits;
}();

bool is_name(const Post& post, const Token& token) {
  if (token.kind == TokenKind::mention) return true;
  if (token.kind != TokenKind::word || !token.capital) return false;
  if (person_of(token, post.language) != Person::none) return false;
  return !token.sentence_start || (function_word_languages(token.hash) & kFunctionWords) == 0;
}

/// The name and the verb before the colon at `colon`, empty when there are none.
TextSpan speaker_before(const Post& post, uint32_t colon, uint32_t block_begin) {
  const auto tokens = post.tokens();
  uint32_t at = first_token_at(post, colon);
  const auto in_block = [&] { return at > 0 && tokens[at - 1].span.begin >= block_begin; };
  if (!in_block() || tokens[at - 1].span.end != colon || !kSaid.has(tokens[at - 1].hash)) return {};
  --at;
  if (in_block() && kAdverbs.has(tokens[at - 1].hash)) --at;
  uint32_t names = 0;
  for (; in_block() && names < kMostNameWords && is_name(post, tokens[at - 1]); --at) ++names;
  if (names == 0) return {};
  return {tokens[at].span.begin, colon + 1};
}

bool begins_with_mark(std::string_view text) {
  constexpr std::array<std::string_view, 10> kMarks = {
      "\"", "'", "\u201C", "\u201D", "\u201E", "\u2018", "\u00AB", "\u2039", "\u300C", "`"};
  return std::any_of(kMarks.begin(), kMarks.end(),
                     [&](std::string_view mark) { return text.starts_with(mark); });
}

bool is_paragraph(const Block& block) {
  return block.role == BlockRole::prose && block.quote == kNoQuote && block.list == 0;
}

TextSpan rest_of_sentence(const Post& post, uint32_t begin) {
  const auto& sentences = post.segments.sentences;
  const auto sentence = std::partition_point(
      sentences.begin(), sentences.end(), [&](const Sentence& s) { return s.span.end <= begin; });
  if (sentence == sentences.end()) return {};
  return {begin, sentence->span.end};
}

/// What is said behind the colon, empty when it cannot be told.
TextSpan words_after(const Post& post, uint32_t colon, size_t block) {
  const auto& blocks = post.document.blocks;
  const std::string_view text = post.text();
  const uint32_t end = blocks[block].text.end;
  uint32_t begin = colon + 1;
  while (begin < end && (text[begin] == ' ' || text[begin] == '\n')) ++begin;
  if (begin < end) {
    return begins_with_mark(text.substr(begin)) ? TextSpan{} : rest_of_sentence(post, begin);
  }
  if (block + 1 == blocks.size()) return {};
  const Block& next = blocks[block + 1];
  const bool near = next.source.begin <= blocks[block].source.end + kMostBlanks;
  if (!near || !is_paragraph(next) || begins_with_mark(text.substr(next.text.begin))) return {};
  return next.text;
}

/// Counts no further than it must: "Ada said: Ada said: ..." has all the rest behind each colon.
bool is_saying(std::span<const Token> tokens) {
  size_t words = 0;
  return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
    words += is_word(token) ? 1 : 0;
    return words == kShortestSaying;
  });
}

}  // namespace

void find_said(const Post& post, std::vector<Quotation>& found) {
  const std::string_view text = post.text();
  for (size_t at = 0; (at = text.find(':', at)) != std::string_view::npos; ++at) {
    const bool apart = at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n';
    if (!apart || post.tokens().empty()) continue;
    const auto colon = static_cast<uint32_t>(at);
    const size_t block = block_at(post, colon);
    if (!is_paragraph(post.document.blocks[block])) continue;
    const TextSpan speaker = speaker_before(post, colon, post.document.blocks[block].text.begin);
    if (speaker.empty()) continue;
    const TextSpan words = words_after(post, colon, block);
    if (!is_saying(tokens_in(post, words))) continue;
    found.push_back(said_by(words, speaker));
  }
}

Quotation said_by(TextSpan words, TextSpan speaker) {
  Quotation quotation;
  quotation.text = words;
  quotation.form = QuotationForm::said;
  quotation.attributed = true;
  quotation.attribution = speaker;
  return quotation;
}

}  // namespace soiree
