#ifndef SOIREE_POST_PROSE_SENTENCES_H_
#define SOIREE_POST_PROSE_SENTENCES_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "linter/post/post.h"

namespace soiree {

/// What a sentence is when one asks whether its author repeats himself.
enum class SentenceForm : uint8_t {
  prose,      ///< ends with punctuation
  label,      ///< a paragraph's text without an end: caption, "Key features:"
  list_item,  ///< lists are parallel by nature
};

/// A sentence of the author's own running text.
struct ProseSentence {
  uint32_t sentence = 0;     ///< index into Post::segments.sentences
  uint32_t words = 0;        ///< at least 1
  uint32_t first_word = 0;   ///< token
  SentenceForm form = SentenceForm::prose;
  bool has_code = false;
};

/// Sentences of prose paragraphs and list items in order; headings, tables, metadata and quotations
/// take no part, nor do sentences without words.
std::vector<ProseSentence> prose_sentences(const Post& post);

/// Neighbouring prose sentences [first, last) of a list of ProseSentence that begin with the same
/// word in a way a reader hears: at least three, and they are short, or also share the second word,
/// or the word is not one that any sentence may begin with (an article, a pronoun). Inline code is
/// a word here; no row crosses a heading, a thematic break or anything else between paragraphs.
struct OpeningRun {
  size_t first = 0;
  size_t last = 0;
  bool two_words = false;  ///< they share the first two words
};

/// Rows in en, es, pt, fr, de or ru; none in a post of another language. `short_words`: mean number
/// of words up to which sentences are short.
std::vector<OpeningRun> opening_runs(const Post& post, const std::vector<ProseSentence>& sentences,
                                     double short_words);

}  // namespace soiree

#endif  // SOIREE_POST_PROSE_SENTENCES_H_
