#include "rules/quote-stuffing/short_post.h"

#include <algorithm>
#include <array>
#include <vector>

#include "linter/post/text_places.h"

namespace soiree {
namespace {

constexpr uint32_t kShortestInSingles = 12;  // bytes; shorter ones are mostly single words
constexpr uint32_t kTitleReach = 40;         // bytes between "the film" and its title
constexpr uint32_t kLongestTitle = 7;        // words
constexpr uint32_t kLongestPlace = 80;       // bytes of "@ Some Place, City"

constexpr std::array kWorks = std::to_array<std::string_view>(
    {"video",  "song",     "track",   "album",    "single", "blog",   "article", "post",    "paper",
     "talk",   "podcast",  "episode", "book",     "film",   "movie",  "series",  "watch",   "read",
     "listen", "webinar",  "course",  "workshop", "event",  "title",  "titled",  "called",  "named",
     "vídeo",  "artículo", "canción", "libro",    "artigo", "música", "livro",   "chanson", "livre",
     "lied",   "buch",     "песня",   "книга",    "фильм"});

/// Words that titles write small.
constexpr WordList kSmall(std::to_array<std::string_view>(
    {"a",    "an", "the", "of", "and", "or", "in", "on", "at",  "to",  "for", "with",
     "from", "by", "de",  "la", "le",  "el", "y",  "e",  "und", "der", "die", "das"}));

bool names_work(uint32_t hash) {
  static const auto hashes = [] {
    std::array<uint32_t, kWorks.size()> all{};
    std::transform(kWorks.begin(), kWorks.end(), all.begin(), hash_word);
    std::sort(all.begin(), all.end());
    return all;
  }();
  return std::binary_search(hashes.begin(), hashes.end(), hash);
}

/// Offset where "@ Some Place" or "(@ Some Place)" begins, the end of the text when there is none.
uint32_t place_suffix(std::string_view text) {
  const auto none = static_cast<uint32_t>(text.size());
  const size_t at = text.rfind("@ ");
  if (at == std::string_view::npos || at + 2 >= text.size()) return none;
  const char first = text[at + 2];
  const bool name = (first >= 'A' && first <= 'Z') || (static_cast<unsigned char>(first) >= 0x80);
  const std::string_view place = text.substr(at + 1);
  const bool plain = place.find_first_of("#@") == std::string_view::npos;
  if (!name || !plain || place.size() > kLongestPlace) return none;
  return static_cast<uint32_t>(at);
}

/// Words in marks right after "the film", "our talk" are the title of a work.
bool is_title(const Post& post, const Quotation& quotation) {
  if (quotation.form != QuotationForm::inline_marks) return false;
  const uint32_t begin = quotation.text.begin;
  for (uint32_t i = quotation.first_token; i > 0; --i) {
    const Token& token = post.tokens()[i - 1];
    if (begin - token.span.end > kTitleReach) return false;
    const std::string_view between = post.text({token.span.end, begin});
    if (between.find('\n') != std::string_view::npos) return false;
    if (names_work(token.hash)) return true;
  }
  return false;
}

/// "Blog: Lessons of the oak" with a link: what is quoted then is the author's own work.
bool announces_work(const Post& post) {
  const auto tokens = post.tokens();
  if (tokens.empty() || !names_work(tokens[0].hash)) return false;
  if (!post.text().substr(tokens[0].span.end).starts_with(':')) return false;
  return std::any_of(tokens.begin(), tokens.end(),
                     [](const Token& token) { return token.kind == TokenKind::url; });
}

/// "Kind of Blue", "Some Like It Hot": every word but the small ones has a capital. Sayings typed
/// "Being Yourself Makes All The Difference" have it there, too.
bool is_in_title_case(const Post& post, const Quotation& quotation) {
  if (quotation.words > kLongestTitle || !quotation.attribution.empty()) return false;
  const auto words =
      post.tokens().subspan(quotation.first_token, quotation.last_token - quotation.first_token);
  const bool starts = words.front().capital && !words.front().all_capitals;
  if (!starts || !words.back().capital) return false;
  return std::all_of(words.begin() + 1, words.end(), [](const Token& word) {
    return word.kind == TokenKind::word && word.capital != kSmall.has(word.hash);
  });
}

bool is_quotation(const Post& post, const Quotation& quotation) {
  if (quotation.form != QuotationForm::inline_marks) return true;
  if (quotation.words < 2 || is_title(post, quotation)) return false;
  if (is_in_title_case(post, quotation)) return false;
  const uint32_t begin = quotation.text.begin;
  const std::string_view before = post.text().substr(0, begin);
  const bool single = before.ends_with('\'') || before.ends_with("\u2018");
  return !single || quotation.text.size() >= kShortestInSingles;
}

TextSpan with_attribution(const Quotation& quotation) {
  if (quotation.attribution.empty()) return quotation.text;
  return {std::min(quotation.text.begin, quotation.attribution.begin),
          std::max(quotation.text.end, quotation.attribution.end)};
}

}  // namespace

ShortPostQuotes measure_short_post(const Post& post) {
  ShortPostQuotes measured;
  const uint32_t place = place_suffix(post.text());
  const auto tokens = post.tokens();
  uint32_t at = 0;
  uint32_t most = 0;
  const auto count = [&](uint32_t until, TextSpan skip) {
    uint32_t words = 0;
    for (; at < until; ++at) {
      const uint32_t begin = tokens[at].span.begin;
      if (is_word(tokens[at]) && begin < place && !skip.contains(begin)) ++words;
    }
    return words;
  };
  TextSpan attribution;
  const bool own_work = announces_work(post);
  for (const Quotation& quotation : post.quotations) {
    if (own_work || !is_quotation(post, quotation)) continue;
    measured.own += count(quotation.first_token, attribution);
    attribution = quotation.attribution;
    const uint32_t words = count(quotation.last_token, attribution);
    measured.quoted += words;
    if (words <= most) continue;
    most = words;
    measured.longest = with_attribution(quotation);
  }
  measured.own += count(static_cast<uint32_t>(tokens.size()), attribution);
  return measured;
}

}  // namespace soiree
