#ifndef SOIREE_TEXT_WORD_READER_H_
#define SOIREE_TEXT_WORD_READER_H_

#include <array>
#include <cstdint>
#include <string_view>

#include "linter/text/character_class.h"
#include "linter/text/words.h"

namespace soiree {

/// ASCII letters and digits.
inline constexpr auto kPlainWordBytes = [] {
  std::array<bool, 256> plain{};
  for (unsigned c = 0; c < 128; ++c) plain[c] = is_alphanumeric(kAscii.type[c]);
  return plain;
}();
/// Their lower-case form, 0 for any other byte.
inline constexpr auto kFoldedWordBytes = [] {
  std::array<unsigned char, 256> folded{};
  for (unsigned c = 0; c < 128; ++c) folded[c] = kPlainWordBytes[c] ? kAscii.lower[c] : 0;
  return folded;
}();
inline constexpr auto kUpperBytes = [] {
  std::array<unsigned char, 256> upper{};
  for (unsigned c = 'A'; c <= 'Z'; ++c) upper[c] = 1;
  return upper;
}();

/// A word or number and where to go on.
struct Word {
  Token token;
  uint32_t next = 0;    ///< past invisible characters after the token
  bool dotted = false;  ///< single letters with dots between ("e.g")
};

/// Reads the word or number that starts at `begin` with a letter, a digit, or a sign before a digit
/// ("$5", "'90s"). Looks no further than `end`.
Word read_word(std::string_view text, uint32_t begin, uint32_t end);

/// Apostrophes and hyphens of all shapes as their ASCII form; other values as they are.
constexpr char32_t plain_joiner(char32_t value) {
  switch (value) {
    case 0x2019:
    case 0x2BC:
    case 0xB4:
    case 0xFF07:
    case '`':
      return '\'';
    case 0x2010:
    case 0x2011:
      return '-';
    default:
      return value;
  }
}

/// Is it the sign of a currency?
constexpr bool is_currency(char32_t value) {
  return value == '$' || (value >= 0xA2 && value <= 0xA5) || (value >= 0x20A0 && value <= 0x20CF);
}

}  // namespace soiree

#endif  // SOIREE_TEXT_WORD_READER_H_
