#ifndef SOIREE_POST_PROSE_SENTENCES_H_
#define SOIREE_POST_PROSE_SENTENCES_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "linter/post/post.h"

namespace soiree {

/// Sentences of prose paragraphs and list items in order; headings, tables, metadata and quotations
/// take no part, nor do sentences without words. Needs tokens and quotations; Post::prose holds the
/// result.
std::vector<ProseSentence> find_prose_sentences(const Post& post);

/// Neighbouring prose sentences [first, last) of a list of ProseSentence that begin with the same
/// word in a way a reader hears: at least three, and they are short, or also share the second word,
/// or the word is not one that any sentence may begin with (an article, a pronoun); or two short
/// ones where the whole text is of short sentences. Inline code is a word here; no row crosses a
/// heading, a thematic break or anything else between paragraphs.
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
