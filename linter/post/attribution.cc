#include "linter/post/attribution.h"

#include <algorithm>
#include <array>

#include "linter/post/own_claim.h"
#include "linter/post/text_places.h"
#include "linter/text/character_class.h"

namespace soiree {
namespace {

constexpr uint32_t kMostAttributionWords = 16;
constexpr uint32_t kMostNameWords = 5;
constexpr uint32_t kShortestSearched = 5;   // words
constexpr size_t kLongestLine = 300;        // bytes of a line looked at for a name
constexpr uint32_t kMostIntroduction = 60;  // tokens
constexpr uint32_t kBytesBefore = 280;      // how far a "she said" may stand from its quotation
constexpr uint32_t kBytesAfter = 180;

/// Words that tie a quotation to a speaker or a work.
constexpr WordList kSayingWords(std::to_array<std::string_view>(
    {"said",      "says",      "say",       "saying",    "wrote",       "writes",     "written",
     "writing",   "write",     "according", "quote",     "quotes",      "quoted",     "quoting",
     "quotation", "tweeted",   "tweet",     "tweets",    "posted",      "asked",      "asks",
     "replied",   "replies",   "added",     "adds",      "explained",   "explains",   "argues",
     "argued",    "noted",     "notes",     "told",      "tells",       "states",     "stated",
     "describes", "described", "put",       "puts",      "announced",   "claims",     "claimed",
     "called",    "via",       "commented", "comment",   "comments",    "recalls",    "answered",
     "responded", "remarked",  "observed",  "words",     "author",      "authors",    "defines",
     "defined",   "reads",     "concludes", "concluded", "suggests",    "summarizes", "excerpt",
     "passage",   "paragraph", "chapter",   "page",      "poem",        "song",       "lyrics",
     "book",      "article",   "essay",     "paper",     "abstract",    "press",      "statement",
     "source",    "credit",    "courtesy",  "feedback",  "testimonial", "email",      "letter",
     "read",      "he",        "she",       "they",      "him",         "her",        "his",
     "their",     "dijo",      "dice",      "según",     "escribió",    "escribe",    "cita",
     "frase",     "afirma",    "explica",   "comenta",   "preguntó",    "ella",       "él",
     "libro",     "autor",     "autora",    "disse",     "diz",         "segundo",    "escreveu",
     "escreve",   "explicou",  "citação",   "ela",       "ele",         "livro",      "dit",
     "selon",     "écrit",     "écrivait",  "affirme",   "explique",    "déclare",    "livre",
     "elle",      "il",        "citation",  "sagt",      "sagte",       "schreibt",   "schrieb",
     "laut",      "meint",     "meinte",    "erklärt",   "zitat",       "сказал",     "сказала",
     "говорит",   "пишет",     "написал",   "написала",  "словам",      "цитата",     "считает",
     "он",        "она",       "они",       "книге",     "отметил",     "отметила",   "说",
     "写",        "他",        "她",        "书",        "曰",          "云",         "言",
     "言う"}));
/// "someone once said", "a wise woman told me", "I read somewhere", "my favourite quote".
constexpr WordList kNobody(std::to_array<std::string_view>({"someone", "somebody", "alguien",
                                                            "alguém", "quelqu'un", "кто-то"}));
constexpr WordList kSaid(std::to_array<std::string_view>({"said", "wrote", "told", "says", "dijo",
                                                          "escribió", "disse", "escreveu", "dit",
                                                          "écrit", "сказал", "написал"}));
constexpr WordList kPraise(std::to_array<std::string_view>({"favorite", "favourite", "famous",
                                                            "great", "wonderful", "inspiring",
                                                            "inspirational", "beautiful", "awesome",
                                                            "love", "funny", "wise", "brilliant"}));
constexpr WordList kQuoteNouns(std::to_array<std::string_view>({"quote", "quotes", "quotation"}));
constexpr WordList kWiseOnes(std::to_array<std::string_view>({"man", "woman", "person", "guy",
                                                              "friend"}));
constexpr WordList kNameParticles(std::to_array<std::string_view>(
    {"de",  "van", "von", "da",  "la",  "le", "der", "den", "del", "di", "do",
     "dos", "of",  "the", "bin", "ibn", "y",  "e",   "and", "via", "by"}));
constexpr std::array<std::string_view, 9> kSourceAttributes = {
    "cite=", "author", "source", "link=", "by=", "-tweet", "-media", "embed", "title="};

/// Bytes of a dash, tilde or bar (and blanks) at the start of `text` that introduce a name.
size_t dash_size(std::string_view text) {
  if (text.empty()) return 0;
  const bool possible = text[0] == '-' || text[0] == '~' || text[0] == '|' || text[0] == '\xE2';
  if (!possible) return 0;
  constexpr std::array<std::string_view, 8> kDashes = {"\u2014", "\u2013", "\u2015", "\u2012",
                                                       "-",      "~",      "|",      "\u2053"};
  size_t size = 0;
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view dash : kDashes) {
      if (!text.substr(size).starts_with(dash)) continue;
      size += dash.size();
      more = true;
      break;
    }
  }
  if (size == 0) return 0;
  while (size < text.size() && (text[size] == ' ' || text[size] == '\n')) ++size;
  return size;
}

bool may_start_name(std::string_view text) {
  if (text.empty()) return false;
  const CharacterClass type = character_info(code_point_at(text, 0).value).type;
  return type == CharacterClass::upper || type == CharacterClass::ideograph || text[0] == '@' ||
         text[0] == '"' || text.starts_with("\u201C") || text.starts_with("http");
}

bool ends_sentence(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n' || text.back() == '*')) {
    text.remove_suffix(1);
  }
  constexpr std::array<std::string_view, 13> kEnds = {
      ".", "!", "?", "\"", "\u201D", "\u2019", "'", "\u2026", "\u00BB", ")", "。", "」", ":"};
  return std::any_of(kEnds.begin(), kEnds.end(),
                     [&](std::string_view end) { return text.ends_with(end); });
}

uint32_t count_words(const Post& post, TextSpan span) {
  const auto tokens = tokens_in(post, span);
  return static_cast<uint32_t>(std::count_if(tokens.begin(), tokens.end(), [](const Token& token) {
    return is_word(token) || token.kind == TokenKind::mention || token.kind == TokenKind::url;
  }));
}

/// Offset in `line` of a dash that follows the end of a sentence, npos when there is none.
size_t dash_in(std::string_view line) {
  for (size_t at = line.size(); at-- > 1;) {
    const char byte = line[at];
    if (byte != '-' && byte != '~' && byte != '\xE2') continue;
    const bool long_dash = byte == '\xE2';
    if (!long_dash && line[at - 1] != ' ') continue;
    const size_t size = dash_size(line.substr(at));
    if (size == 0 || !may_start_name(line.substr(at + size))) continue;
    return ends_sentence(line.substr(0, at)) ? at : std::string_view::npos;
  }
  return std::string_view::npos;
}

/// A last line such as "— Ada Lovelace" inside a block quote.
bool attribution_inside(const Post& post, Quotation& quotation) {
  const std::string_view text = post.text(quotation.text);
  const std::string_view tail = text.substr(text.size() - std::min(text.size(), kLongestLine));
  const size_t line = tail.rfind('\n');
  const std::string_view last = line == std::string_view::npos ? tail : tail.substr(line + 1);
  size_t begin = text.size() - last.size();
  const size_t dash = dash_size(last);
  if (dash == 0) {
    const size_t at = dash_in(last);
    if (at == std::string_view::npos) return false;
    begin += at;
  } else if (begin == 0) {
    return false;
  }
  const TextSpan span{quotation.text.begin + static_cast<uint32_t>(begin), quotation.text.end};
  const uint32_t words = count_words(post, span);
  if (words == 0 || words > kMostAttributionWords) return false;
  quotation.attributed = true;
  quotation.attribution = span;
  quotation.words -= std::min(quotation.words, words);
  return true;
}

/// The name that begins at token `first`: capitalised words, handles and particles, and the rest
/// of the line when it is short ("Steve Jobs, co-founder of Apple").
TextSpan name_at(const Post& post, uint32_t first, uint32_t line_end) {
  const auto tokens = post.tokens();
  uint32_t last = first;
  uint32_t names = 0;
  while (last < tokens.size() && tokens[last].span.begin < line_end && names < kMostNameWords) {
    const Token& token = tokens[last];
    const bool name = token.capital || token.kind == TokenKind::mention ||
                      token.kind == TokenKind::cjk || token.kind == TokenKind::url;
    if (!name && (names == 0 ? last > first : false)) break;
    if (!name && !kNameParticles.has(token.hash)) break;
    if (name) ++names;
    ++last;
  }
  if (names == 0) return {};
  const uint32_t begin = tokens[first].span.begin;
  uint32_t end = tokens[last - 1].span.end;
  const std::string_view rest = post.text().substr(end, line_end - end);
  if ((rest.starts_with(',') || rest.starts_with(" (")) &&
      count_words(post, {begin, line_end}) <= kMostAttributionWords) {
    end = line_end;
  }
  return {begin, end};
}

uint32_t past_closing_marks(std::string_view text, uint32_t at) {
  while (at < text.size()) {
    const char32_t value = code_point_at(text, at).value;
    const bool closing = value == '"' || value == '\'' || value == '.' || value == ',' ||
                         value == '*' || value == 0x201C || value == 0x201D || value == 0x2019 ||
                         value == 0xBB || value == 0x300D || value == 0x300F || value == 0x2026;
    if (!closing) break;
    at += code_point_at(text, at).size;
  }
  return at;
}

/// "— Name", "(Name)" or "by Name" right after the quotation, on the same line or the next one.
bool attribution_after(const Post& post, Quotation& quotation) {
  const std::string_view text = post.text();
  uint32_t at = past_closing_marks(text, quotation.text.end);
  while (at < text.size() && (text[at] == ' ' || text[at] == '\n')) ++at;
  if (at == text.size()) return false;
  const std::string_view rest = text.substr(at, kLongestLine);
  const size_t dash = dash_size(rest);
  if (dash == 0 && rest[0] != '(' && rest[0] != 'b' && rest[0] != 'v') return false;
  const size_t size = std::min(rest.find('\n', dash), rest.size());
  const auto line_end = at + static_cast<uint32_t>(size);
  const uint32_t first = quotation.last_token;
  if (first >= post.tokens().size()) return false;
  const uint32_t word = post.tokens()[first].hash;
  const bool named = word == hash_word("by") || word == hash_word("via");
  const bool parenthesis = rest.starts_with('(') && rest.substr(0, size).find(')') != rest.npos;
  if (dash == 0 && !named && !parenthesis) return false;
  if (dash > 0 && !may_start_name(rest.substr(dash))) return false;
  const TextSpan name = name_at(post, first, line_end);
  if (name.empty()) return false;
  quotation.attributed = true;
  quotation.attribution = {at, name.end};
  return true;
}

/// Tokens before token `first` that begin at or after `offset`.
std::span<const Token> tokens_back_to(const Post& post, uint32_t first, uint32_t offset) {
  uint32_t begin = first;
  while (begin > 0 && post.tokens()[begin - 1].span.begin >= offset) --begin;
  return post.tokens().subspan(begin, first - begin);
}

/// Tokens from token `first` on that begin before `offset`.
std::span<const Token> tokens_up_to(const Post& post, uint32_t first, uint32_t offset) {
  uint32_t end = first;
  while (end < post.tokens().size() && post.tokens()[end].span.begin < offset) ++end;
  return post.tokens().subspan(first, end - first);
}

/// A handle, an address or a name, and with `words_count` a verb of saying or a "she".
bool names_source(std::span<const Token> tokens, bool words_count) {
  return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
    if (token.kind == TokenKind::mention || token.kind == TokenKind::url) return true;
    const bool name = token.kind == TokenKind::word && token.capital && !token.sentence_start;
    return name || (words_count && kSayingWords.has(token.hash));
  });
}

bool has_link(const Post& post, TextSpan around) {
  const auto& links = post.document.links;
  auto at = std::partition_point(links.begin(), links.end(),
                                 [&](const Link& link) { return link.text.begin < around.begin; });
  for (; at != links.end() && at->text.begin <= around.end; ++at) {
    if (!at->image) return true;
  }
  return false;
}

bool names_source_in_tag(std::string_view attributes) {
  return std::any_of(
      kSourceAttributes.begin(), kSourceAttributes.end(),
      [&](std::string_view name) { return attributes.find(name) != std::string_view::npos; });
}

/// The sentence that the quotation stands in or, for one that begins its own, the one before; its
/// last kMostIntroduction tokens, so that a text without sentence ends costs no more.
std::span<const Token> introduction(const Post& post, const Quotation& quotation) {
  const auto& sentences = post.segments.sentences;
  const size_t before = sentence_before(post, quotation.first_token);
  const size_t next = before == sentences.size() ? 0 : before + 1;
  uint32_t first = before == sentences.size() ? quotation.first_token : sentences[before].first;
  if (next < sentences.size() && sentences[next].first < quotation.first_token) {
    first = sentences[next].first;
  }
  const uint32_t last = quotation.first_token;
  if (last - first > kMostIntroduction) first = last - kMostIntroduction;
  return post.tokens().subspan(first, last - first);
}

std::span<const Token> what_follows(const Post& post, const Quotation& quotation) {
  const uint32_t limit = std::min(post.document.text.size(), quotation.text.end + kBytesAfter);
  return tokens_up_to(post, quotation.last_token, limit);
}

/// Two block quotes in a row share their introduction.
bool follows_block_quote(const Post& post, const Quotation& quotation) {
  const size_t block = block_at(post, quotation.text.begin);
  return quotation.form == QuotationForm::block && block > 0 &&
         post.document.blocks[block - 1].quote != kNoQuote;
}

bool source_nearby(const Post& post, const Quotation& quotation) {
  const TextSpan text = quotation.text;
  uint32_t from = text.begin > kBytesBefore ? text.begin - kBytesBefore : 0;
  const TextSpan around{from, std::min(post.document.text.size(), text.end + kBytesAfter)};
  // Titles and headings are in capitals without being names.
  for (size_t block = block_at(post, text.begin) + 1; block-- > 0;) {
    const Block& before = post.document.blocks[block];
    if (before.text.end <= from) break;
    const bool headline = before.role == BlockRole::heading || before.role == BlockRole::title;
    if (headline) from = std::max(from, before.text.end);
  }
  const size_t index = sentence_before(post, quotation.first_token);
  if (index < post.segments.sentences.size()) {
    from = std::max(from, post.segments.sentences[index].span.begin);
  }
  const bool words_count = vague_source(post, quotation).empty();
  return follows_block_quote(post, quotation) || has_link(post, around) ||
         names_source(tokens_back_to(post, quotation.first_token, from), words_count) ||
         names_source(what_follows(post, quotation), words_count);
}

/// "Bowen, 1880" in the next block quote: a blank line without its mark split the two.
bool name_in_next_quote(const Post& post, const Quotation& quotation) {
  constexpr uint32_t kMostWords = 8;
  if (quotation.form != QuotationForm::block) return false;
  const auto& blocks = post.document.blocks;
  const size_t next = block_at(post, quotation.text.end - 1) + 1;
  if (next >= blocks.size() || blocks[next].quote == kNoQuote) return false;
  const TextSpan block = blocks[next].text;
  std::string_view name = post.text(block);
  name.remove_prefix(dash_size(name));
  const TextSpan all = post.document.quotes[static_cast<size_t>(blocks[next].quote)].text;
  if (all != block || ends_sentence(name) || !may_start_name(name)) return false;
  const uint32_t words = count_words(post, block);
  return words > 0 && words <= kMostWords;
}

/// A last paragraph inside a block quote that is no sentence: "Ada Lovelace, Notes".
bool name_in_last_paragraph(const Post& post, Quotation& quotation) {
  const size_t last = block_at(post, quotation.text.end - 1);
  const TextSpan block = post.document.blocks[last].text;
  if (block.begin <= quotation.text.begin || !quotation.text.contains(block)) return false;
  if (ends_sentence(post.text(block)) || !may_start_name(post.text(block))) return false;
  const uint32_t words = count_words(post, block);
  if (words == 0 || words > kMostAttributionWords) return false;
  quotation.attributed = true;
  quotation.attribution = block;
  quotation.words -= std::min(quotation.words, words);
  return true;
}

}  // namespace

void find_attribution(const Post& post, std::string_view attributes, Quotation& quotation) {
  if (quotation.attributed) return;
  if (quotation.form == QuotationForm::block &&
      (attribution_inside(post, quotation) || name_in_last_paragraph(post, quotation))) {
    return;
  }
  if (attribution_after(post, quotation)) return;
  if (name_in_next_quote(post, quotation) || claimed_by_author(post, quotation)) {
    quotation.attributed = true;
    return;
  }
  if (quotation.words < kShortestSearched) return;
  quotation.attributed = names_source_in_tag(attributes) || source_nearby(post, quotation);
}

TextSpan vague_source(const Post& post, const Quotation& quotation) {
  const auto words = introduction(post, quotation);
  for (size_t i = 0; i + 1 < words.size(); ++i) {
    const uint32_t hash = words[i].hash;
    const uint32_t next = words[i + 1].hash;
    const uint32_t third = i + 2 < words.size() ? words[i + 2].hash : 0;
    const bool nobody = kNobody.has(hash) && (kSaid.has(next) || kSaid.has(third));
    const bool praised = kPraise.has(hash) && kQuoteNouns.has(next);
    const bool wise = hash == hash_word("wise") && kWiseOnes.has(next);
    const bool read =
        (hash == hash_word("read") || hash == hash_word("heard")) && next == hash_word("somewhere");
    if (nobody || praised || wise || read) return {words[i].span.begin, words[i + 1].span.end};
  }
  return {};
}

TextSpan signature_before(const Post& post, uint32_t end, Before before) {
  constexpr uint32_t kLongestSignature = 60;  // bytes
  const std::string_view text = post.text().substr(0, end);
  uint32_t from = end > kLongestSignature ? end - kLongestSignature : 0;
  while (from < end && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
  const size_t dash = [&] {
    for (size_t at = end; at > from; --at) {
      if (at < 2 || dash_size(text.substr(at - 1)) == 0) continue;
      const bool fits =
          before == Before::anything ? text[at - 2] == ' ' : ends_sentence(text.substr(0, at - 1));
      if (fits) return at - 1;
    }
    return std::string_view::npos;
  }();
  if (dash == std::string_view::npos) return {};
  const auto begin = static_cast<uint32_t>(dash);
  if (!may_start_name(text.substr(dash + dash_size(text.substr(dash))))) return {};
  const uint32_t first = first_token_at(post, begin);
  if (first >= post.tokens().size()) return {};
  const TextSpan name = name_at(post, first, end);
  return name.end == end ? TextSpan{begin, end} : TextSpan{};
}

}  // namespace soiree
