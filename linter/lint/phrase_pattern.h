#ifndef SOIREE_LINT_PHRASE_PATTERN_H_
#define SOIREE_LINT_PHRASE_PATTERN_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "linter/text/result.h"
#include "linter/text/words.h"

namespace soiree {

/// What one element of a phrase stands for. All but `literal` are classes of tokens.
enum class ElementKind : uint8_t {
  word,     ///< `<word>`: any word
  name,     ///< `<name>`: a capitalised word inside a sentence
  number,   ///< `<number>`: digits, with currency and unit
  price,    ///< `<price>`: a number with a sign of currency, or before a word for one
  percent,  ///< `<percent>`: a number with a per cent sign
  handle,   ///< `<handle>`: @somebody
  hashtag,  ///< `<hashtag>`
  link,     ///< `<link>`: a bare address
  literal,
};
constexpr size_t kElementClasses = static_cast<size_t>(ElementKind::literal);

struct PhraseElement {
  ElementKind kind = ElementKind::literal;
  uint32_t label = 0;  ///< of a literal: token_label of the token it matches
};

/// What a literal must have in common with a token: the hash of its folded word, apart for
/// hashtags, handles, code and plain words.
inline uint32_t token_label(const Token& token) {
  constexpr uint32_t kHashtag = 0x9E3779B9U;
  constexpr uint32_t kHandle = 0x7F4A7C15U;
  constexpr uint32_t kCode = 0xC2B2AE35U;
  const uint32_t salt = token.kind == TokenKind::hashtag   ? kHashtag
                        : token.kind == TokenKind::mention ? kHandle
                        : token.kind == TokenKind::code    ? kCode
                                                           : 0;
  return token.hash ^ salt;
}

/// One way to say a phrase: elements in a row.
struct PhraseSequence {
  std::vector<PhraseElement> elements;
  bool starts_sentence = false;
  bool ends_sentence = false;
};

/// Reads a pattern of a lexicon: words in a row, matched whatever their case, with
///   `(a|b c|d)`  alternatives of one or more words
///   `word?` `(a|b)?`  what may be missing
///   `<word>` `<name>` `<number>` `<price>` `<percent>` `<handle>` `<hashtag>` `<link>`  any token
///   of that kind
///   `^` at the beginning, `$` at the end: the phrase starts or ends its sentence.
/// Returns every sequence that the pattern stands for, or an error that says what is wrong. More
/// than 512 sequences are an error.
Result<std::vector<PhraseSequence>> read_phrase_pattern(std::string_view pattern);

}  // namespace soiree

#endif  // SOIREE_LINT_PHRASE_PATTERN_H_
