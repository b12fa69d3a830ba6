#ifndef SOIREE_RULES_REPEATED_PHRASE_ECHOES_H_
#define SOIREE_RULES_REPEATED_PHRASE_ECHOES_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "linter/post/post.h"
#include "linter/post/prose_sentences.h"

namespace soiree {

/// A run of words that several sentences share.
struct SharedPhrase {
  uint32_t words = 0;
  size_t echoes = 0;             ///< sentences whose longest run it is
  bool once_a_section = false;   ///< a heading stands between any two of its places
  bool fragment = false;         ///< "The code is": one word that means something, and three in all
  std::vector<TextSpan> places;  ///< in order, at least two
};

/// What a post repeats. An echo is a sentence at least half of which stands in another one too.
struct Echoes {
  size_t sentences = 0;               ///< how many echoes there are
  std::vector<SharedPhrase> phrases;  ///< the longest run of each echo, each run once
};

/// Finds sentences of `sentences` that share a run of 3 to 8 words with another one, such that the
/// run covers at least `cover` (0..1) of the sentence. Names and terms, runs of function words
/// alone, runs with numbers, sentences that are mostly links, and in a catalogue (sections written
/// from one template) runs that come once in a section do not count. Nothing is found in a language
/// without a list of function words. Reads the first 131,072 words. `fewest`: number of echoes
/// below which the caller takes no interest; what is returned then may be empty, which saves most
/// of the work.
Echoes find_echoes(const Post& post, const std::vector<ProseSentence>& sentences, double cover,
                   size_t fewest);

}  // namespace soiree

#endif  // SOIREE_RULES_REPEATED_PHRASE_ECHOES_H_
