#include "rules/quote-share/quoted.h"

#include <algorithm>
#include <vector>

#include "linter/post/text_places.h"
#include "linter/text/word_table.h"

namespace soiree {
namespace {

constexpr size_t kMostNameWords = 4;
/// Shorter passages in marks are titles and terms, which come again for good reason.
constexpr uint32_t kFewestWords = 6;
/// Characters of a script without blanks that make up a word.
constexpr uint32_t kWordOfCharacters = 2;
constexpr size_t kMostQuotations = 64;

enum : uint32_t { kNobody = 1, kParticle = 2, kBefore = 4 };

constexpr auto kWords = [] {
  WordTable<128> table;
  table.add(
      "anonymous anon unknown proverb proverbs saying anónimo anônimo anonyme unbekannt "
      "sprichwort proverbio provérbio proverbe inconnu desconocido desconhecido неизвестный "
      "пословица",
      kNobody);
  table.add("source via from by quote author autor in on says said von by de", kBefore);
  table.add("de van von da la le der den del di do dos bin ibn y", kParticle);
  return table;
}();

std::string_view without_possessive(std::string_view word) {
  for (const std::string_view ending : {"'s", "'S", "\u2019s", "\u2019S"}) {
    if (word.ends_with(ending)) return word.substr(0, word.size() - ending.size());
  }
  return word;
}

uint64_t hash_of(const Post& post, const Quotation& quotation) {
  uint64_t hash = 0xCBF29CE484222325U;
  for (uint32_t i = quotation.first_token; i < quotation.last_token; ++i) {
    const Token& token = post.tokens()[i];
    if (!is_word(token) || quotation.attribution.contains(token.span.begin)) continue;
    hash = (hash ^ token.hash) * 0x9E3779B97F4A7C15U;
  }
  return hash ^ (hash >> 32);
}

/// A quotation's length in words.
uint32_t length_of(const Post& post, const Quotation& quotation) {
  uint32_t words = 0;
  uint32_t characters = 0;
  for (uint32_t i = quotation.first_token; i < quotation.last_token; ++i) {
    const Token& token = post.tokens()[i];
    if (token.kind == TokenKind::cjk) {
      ++characters;
    } else if (is_word(token) && !quotation.attribution.contains(token.span.begin)) {
      ++words;
    }
  }
  return words + characters / kWordOfCharacters;
}

}  // namespace

std::string person_in(const Post& post, TextSpan attribution) {
  const auto tokens = tokens_in(post, attribution);
  std::string name;
  size_t words = 0;
  uint32_t end = 0;
  for (const Token& token : tokens) {
    const uint32_t uses = kWords.find(token.hash);
    if (words > 0 &&
        post.text({end, token.span.begin}).find_first_of(",;(|\n") != std::string::npos) {
      break;
    }
    if (words == 0 && token.kind == TokenKind::mention) return std::string(post.text(token.span));
    if ((uses & kNobody) != 0) {
      if (words > 0) break;
      return {};
    }
    if (words == 0 && (uses & kBefore) != 0) continue;
    const bool part = token.kind == TokenKind::word && (token.capital || (uses & kParticle) != 0);
    if (!part || words == kMostNameWords) {
      if (words == 0 && token.kind == TokenKind::word) continue;
      break;
    }
    if (words == 0 && !token.capital) continue;
    if (words > 0) name += ' ';
    const std::string_view word = without_possessive(post.text(token.span));
    name += word;
    if (word.size() < token.span.size()) break;  // "Ada Wren's Letters"
    ++words;
    end = token.span.end;
  }
  return name;
}

void note_quotations(const Post& post, Facts& facts) {
  std::vector<uint32_t> hashes;
  uint32_t longest = 0;
  for (const Quotation& quotation : post.quotations) {
    if (quotation.form == QuotationForm::repost || quotation.form == QuotationForm::answer ||
        quotation.form == QuotationForm::program) {
      continue;
    }
    const uint32_t length = length_of(post, quotation);
    if (length >= kFewestWords && hashes.size() < kMostQuotations) {
      hashes.push_back(static_cast<uint32_t>(hash_of(post, quotation)));
    }
    if (length <= longest || quotation.attribution.empty()) continue;
    longest = length;
    facts.quoted_person = std::string_view(person_in(post, quotation.attribution));
  }
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  facts.quotations = HashList(hashes);
}

}  // namespace soiree
