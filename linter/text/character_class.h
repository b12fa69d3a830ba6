#ifndef SOIREE_TEXT_CHARACTER_CLASS_H_
#define SOIREE_TEXT_CHARACTER_CLASS_H_

#include <array>
#include <cstdint>
#include <string_view>

#include "linter/text/utf8.h"

namespace soiree {

/// What a character is to the word splitter.
enum class CharacterClass : uint8_t {
  other,      ///< punctuation, symbols, controls, invalid bytes
  blank,      ///< blanks of any width; no line ends
  line_end,   ///< LF, CR, line and paragraph separator
  letter,     ///< letters that are not upper-case
  upper,      ///< upper-case and title-case letters
  digit,      ///< decimal digits of any script
  mark,       ///< combining marks
  ideograph,  ///< scripts written without blanks between words: Han, Kana, Thai, Lao, Khmer ...
  ignorable,  ///< no ink and no word boundary: soft hyphen, joiners, direction marks, BOM
};

/// A class and the lower-case form of the character (itself when it has none).
struct CharacterInfo {
  char32_t lower = 0;
  CharacterClass type = CharacterClass::other;
};

/// Offset past the emoji that starts at `begin`: joined sequences, skin tones, flags, keycaps and
/// variation selectors included. `begin` itself when there is none. Looks no further than `end`.
uint32_t emoji_end(std::string_view text, uint32_t begin, uint32_t end);

/// Class and lower-case form of the 128 ASCII characters.
struct AsciiTable {
  std::array<CharacterClass, 128> type{};
  std::array<unsigned char, 128> lower{};

  constexpr AsciiTable() {
    for (unsigned c = 0; c < 128; ++c) {
      const bool is_upper = c >= 'A' && c <= 'Z';
      lower[c] = static_cast<unsigned char>(is_upper ? c + 32 : c);
      if (is_upper) type[c] = CharacterClass::upper;
      if (c >= 'a' && c <= 'z') type[c] = CharacterClass::letter;
      if (c >= '0' && c <= '9') type[c] = CharacterClass::digit;
      if (c == ' ' || c == '\t' || c == '\v' || c == '\f') type[c] = CharacterClass::blank;
      if (c == '\n' || c == '\r') type[c] = CharacterClass::line_end;
    }
  }
};
inline constexpr AsciiTable kAscii;

/// Past the code points of European scripts, all those of two bytes among them but the last few.
inline constexpr char32_t kCommonEnd = 0x530;

/// Class and lower-case form of the code points before kCommonEnd, for inner loops.
const std::array<CharacterInfo, kCommonEnd>& common_character_info();

/// Class and lower-case form of a code point beyond ASCII; values beyond U+10FFFF are `other`.
CharacterInfo wide_character_info(char32_t value);

/// Class and lower-case form of any code point.
inline CharacterInfo character_info(char32_t value) {
  if (value < 128) return {kAscii.lower[value], kAscii.type[value]};
  return wide_character_info(value);
}

/// decode_code_point with a short way for up to three bytes, for inner loops.
inline CodePoint code_point_at(std::string_view text, size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, 1, true};
  if (first >= 0xC2 && first <= 0xDF && at + 1 < text.size()) {
    const auto second = static_cast<unsigned char>(text[at + 1]);
    if ((second & 0xC0) == 0x80) {
      return {static_cast<char32_t>((first & 0x1F) << 6 | (second & 0x3F)), 2, true};
    }
  }
  // Of these lead bytes all values are valid: no surrogates, nothing too long.
  if (first >= 0xE1 && first <= 0xEC && at + 2 < text.size()) {
    const auto second = static_cast<unsigned char>(text[at + 1]);
    const auto third = static_cast<unsigned char>(text[at + 2]);
    if ((second & 0xC0) == 0x80 && (third & 0xC0) == 0x80) {
      return {static_cast<char32_t>((first & 0x0F) << 12 | (second & 0x3F) << 6 | (third & 0x3F)),
              3, true};
    }
  }
  return decode_code_point(text, at);
}

constexpr bool is_letter(CharacterClass type) {
  return type == CharacterClass::letter || type == CharacterClass::upper;
}
constexpr bool is_alphanumeric(CharacterClass type) {
  return is_letter(type) || type == CharacterClass::digit;
}

}  // namespace soiree

#endif  // SOIREE_TEXT_CHARACTER_CLASS_H_
