#ifndef SOIREE_LINT_PHRASE_TRIE_BUILDER_H_
#define SOIREE_LINT_PHRASE_TRIE_BUILDER_H_

#include <cstdint>
#include <vector>

#include "linter/lint/phrase_trie.h"

namespace soiree {

/// Makes a PhraseTrie phrase by phrase.
class PhraseTrieBuilder {
 public:
  /// Adds one way to say a phrase; `output.ends_sentence` and `output.next` are set here.
  void add(const PhraseSequence& sequence, PhraseTrie::Output output);
  bool empty() const { return outputs_.empty(); }
  /// What was added so far. Holds until the next call of add, or as long as this object.
  PhraseTrie trie() const { return {nodes_, outputs_, edges_, &beginnings_}; }
  /// The same phrases with as few nodes as can be: those from which the same goes on become one.
  /// Takes a multiple of the time that making the trie took. Nothing may be added to the result.
  PhraseTrieBuilder minimized() const;

 private:
  class Minimizer;

  uint32_t step(uint32_t node, const PhraseElement& element);
  void connect(PhraseTrie::Edge edge);
  void insert(PhraseTrie::Edge edge);

  std::vector<PhraseTrie::Node> nodes_ = {{}, {}};
  std::vector<PhraseTrie::Output> outputs_;
  std::vector<PhraseTrie::Edge> edges_ = std::vector<PhraseTrie::Edge>(64);
  size_t edge_count_ = 0;
  PhraseBeginnings beginnings_;
};

}  // namespace soiree

#endif  // SOIREE_LINT_PHRASE_TRIE_BUILDER_H_
