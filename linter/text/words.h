#ifndef SOIREE_TEXT_WORDS_H_
#define SOIREE_TEXT_WORDS_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/text/span.h"

namespace soiree {

enum class TokenKind : uint8_t {
  word,     ///< letters with inner apostrophes and hyphens ("don't", "well-known", "U.S")
  number,   ///< digits with inner separators, sign of currency or unit ("3.14", "$5", "50%", "2nd")
  cjk,      ///< one character of a script written without spaces (Han, Kana, Thai ...)
  url,      ///< bare address ("https://...", "www...", "example.com/path") or e-mail address
  mention,  ///< @handle, @user@server
  hashtag,  ///< #word
  emoji,    ///< one emoji, joined sequences and skin tones included
  code,     ///< an opaque range: inline code, markup
};

/// One token. Punctuation and blanks are not tokens.
struct Token {
  TextSpan span;
  uint32_t hash = 0;  ///< hash_word of the case-folded bytes; "don’t" and "don't" are equal
  TokenKind kind = TokenKind::word;
  bool capital : 1 = false;       ///< starts with an upper-case letter
  bool all_capitals : 1 = false;  ///< two or more letters, all upper-case
  bool sentence_start : 1 = false;
  bool glued : 1 = false;  ///< no blank or punctuation between it and the token before (CJK)
};
static_assert(sizeof(Token) == 16);

enum class SentenceEnd : uint8_t { none, statement, question, exclamation };

/// Tokens [first, last) and the text from the first to past the closing punctuation.
struct Sentence {
  uint32_t first = 0;
  uint32_t last = 0;
  TextSpan span;
  SentenceEnd end = SentenceEnd::none;
};

/// Tokens and sentences of a text, in order. Appended to block by block: no sentence crosses a
/// block.
struct Segments {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
};

/// One step of FNV-1a.
constexpr uint32_t hash_byte(uint32_t hash, unsigned char byte) {
  return (hash ^ byte) * 16777619U;
}

/// FNV-1a over case-folded bytes: the hash of Token::hash for a word given in lower case.
constexpr uint32_t hash_word(std::string_view lower_case) {
  uint32_t hash = 2166136261U;
  for (const char c : lower_case) hash = hash_byte(hash, static_cast<unsigned char>(c));
  return hash;
}

/// Adds the UTF-8 bytes of a code point to a hash.
constexpr uint32_t hash_code_point(uint32_t hash, char32_t value) {
  const auto tail = [value](int shift) {
    return static_cast<unsigned char>(0x80 | ((value >> shift) & 0x3F));
  };
  if (value < 0x80) return hash_byte(hash, static_cast<unsigned char>(value));
  if (value < 0x800) {
    hash = hash_byte(hash, static_cast<unsigned char>(0xC0 | (value >> 6)));
    return hash_byte(hash, tail(0));
  }
  if (value < 0x10000) {
    hash = hash_byte(hash, static_cast<unsigned char>(0xE0 | (value >> 12)));
  } else {
    hash = hash_byte(hash, static_cast<unsigned char>(0xF0 | (value >> 18)));
    hash = hash_byte(hash, tail(12));
  }
  return hash_byte(hash_byte(hash, tail(6)), tail(0));
}

/// Lower-case form as tokens are hashed: letters folded, curly apostrophes and hyphens made plain,
/// invisible characters left out. hash_word(fold_word(w)) is the hash of a token that reads `w`.
std::string fold_word(std::string_view word);

/// Splits `block` of `text` into tokens and sentences and appends them to `segments`. `opaque`
/// holds the sorted ranges inside the block that are one `code` token each. Sentences end at . ! ?
/// … and their CJK forms followed by a blank or the end (not after abbreviations, initials or
/// inside numbers), and at blank lines.
void segment(std::string_view text, TextSpan block, std::span<const TextSpan> opaque,
             Segments& segments);

}  // namespace soiree

#endif  // SOIREE_TEXT_WORDS_H_
