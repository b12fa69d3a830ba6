#include "linter/text/plain_word.h"

namespace soiree {
namespace {

/// The bytes of U+2019 after its first, which is 0xE2.
constexpr std::string_view kCurlyTail = "\x80\x99";

}  // namespace

PlainWord join_plain_words(std::string_view text, uint32_t begin, uint32_t stop,
                           const PlainWord& first) {
  const auto byte = [&](uint32_t at) { return static_cast<unsigned char>(text[at]); };
  PlainWord word = first;
  PlainWord none;
  none.end = begin;
  bool all_capitals = first.capital && (first.all_capitals || first.end == begin + 1);
  uint32_t characters = first.end - begin;
  while (word.end < stop && kMayJoinBytes[byte(word.end)]) {
    const unsigned char sign = byte(word.end);
    if (sign != '\'' && sign != '-' && sign != 0xE2) {
      const bool blank_after = word.end + 1 >= stop || byte(word.end + 1) <= ' ';
      if (sign >= 128 || !blank_after) return none;
      break;
    }
    const bool curly = sign == 0xE2;
    if (curly && text.substr(word.end + 1, kCurlyTail.size()) != kCurlyTail) return none;
    uint32_t next = word.end + (curly ? 3 : 1);
    if (next < stop && byte(next) >= 128) return none;
    if (next >= stop || !kPlainWordBytes[byte(next)]) break;
    word.hash = hash_byte(word.hash, curly ? '\'' : sign);
    for (; next < stop && kPlainWordBytes[byte(next)]; ++next, ++characters) {
      word.hash = hash_byte(word.hash, kFoldedWordBytes[byte(next)]);
      all_capitals = all_capitals && kUpperBytes[byte(next)] != 0;
    }
    word.end = next;
  }
  word.all_capitals = all_capitals && characters >= 2;
  return word;
}

}  // namespace soiree
