#ifndef SOIREE_TEXT_WORD_SENTENCE_H_
#define SOIREE_TEXT_WORD_SENTENCE_H_

#include <cstdint>
#include <string_view>

#include "linter/text/words.h"

namespace soiree {

/// A run of . ! ? … (or their forms in other scripts) and the closing marks after it.
struct Terminator {
  uint32_t end = 0;  ///< offset past the run and its closing quotes and brackets
  SentenceEnd kind = SentenceEnd::none;  ///< none when the run does not end a sentence
};

/// Is this code point beyond ASCII one that ends sentences?
bool is_terminator(char32_t value);

/// Reads the terminators at the start of `range`, which ends where the next opaque range starts;
/// `end` is the end of the block. `last` is the token before, null when the sentence has none yet;
/// `alone` says that it is the only one.
Terminator read_terminator(std::string_view text, TextSpan range, uint32_t end, const Token* last,
                           bool alone);

/// `end`, or the offset behind it past closing brackets whose partners `sentence` holds: a sentence
/// without a terminator still closes what it opened.
uint32_t past_own_brackets(std::string_view text, TextSpan sentence, uint32_t end);

}  // namespace soiree

#endif  // SOIREE_TEXT_WORD_SENTENCE_H_
