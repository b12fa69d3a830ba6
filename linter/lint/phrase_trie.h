#ifndef SOIREE_LINT_PHRASE_TRIE_H_
#define SOIREE_LINT_PHRASE_TRIE_H_

#include <bit>
#include <cstdint>
#include <span>

#include "linter/lint/phrase_pattern.h"
#include "linter/text/hash_filter.h"

namespace soiree {

/// Label of the edge for a class of tokens. It may meet the hash of a word once in four thousand
/// million; PhraseTrie::Node::classes tells them apart.
constexpr uint32_t class_label(ElementKind kind) {
  return 0xC1A55000U + static_cast<uint32_t>(kind);
}

/// A bit for each kind of elements that is a class.
constexpr uint32_t class_bit(ElementKind kind) { return 1U << static_cast<unsigned>(kind); }

constexpr uint32_t spread_label(uint32_t label) { return label * 0x9E3779B1U; }

/// The upper bits of PhraseTrie::Node::classes: which literals may go on from a node. They spare
/// most walks a look into the table of edges, which is too large for the nearer caches.
constexpr uint32_t literal_bit(uint32_t label) {
  return uint32_t{1} << (kElementClasses + spread_label(label) % (32 - kElementClasses));
}

/// Tells from two tokens in a row, nearly always without a look into the trie, that no phrase
/// starts there: many phrases start with "the" or "I", few go on as a text does.
struct PhraseBeginnings {
  HashFilter<32768> alone;         ///< by label: phrases of one token
  HashFilter<131072> pairs;        ///< by the first two labels
  HashFilter<131072> pairs_again;  ///< by another hash of them
  uint32_t classes = 0;            ///< that come second in a phrase

  void add(const PhraseSequence& sequence);
  /// May a phrase start with a token of the label `first` when a token of the label `second` and
  /// of `token_classes` comes next? Now and then true where none does.
  bool may_be(uint32_t first, uint32_t second, uint32_t token_classes) const {
    if (has_pair(first, second) || alone.may_have(spread_label(first))) return true;
    for (uint32_t left = classes & token_classes; left != 0; left &= left - 1) {
      if (has_pair(first, class_label(static_cast<ElementKind>(std::countr_zero(left))))) {
        return true;
      }
    }
    return false;
  }

 private:
  static constexpr uint32_t pair_hash(uint32_t first, uint32_t second) {
    return spread_label(first ^ std::rotl(second, 16));
  }
  bool has_pair(uint32_t first, uint32_t second) const {
    const uint32_t hash = pair_hash(first, second);
    return pairs.may_have(hash) && pairs_again.may_have(spread_label(hash));
  }
};

/// Phrases as an automaton over tokens, read only; the memory is somebody else's. Several nodes may
/// lead to the same one. See PhraseTrieBuilder.
struct PhraseTrie {
  struct Node {
    int32_t output = -1;   ///< first of its outputs
    uint32_t classes = 0;  ///< what goes on from here: kinds of elements, bits for literals
  };
  /// What is found when a walk reaches a node.
  struct Output {
    float weight = 1;
    uint16_t lexicon = 0;
    uint16_t category = 0;
    int32_t next = -1;  ///< another output of the same node
    bool ends_sentence = false;
  };
  struct Edge {
    uint32_t node = kNone;
    uint32_t label = 0;
    uint32_t target = 0;
  };
  static constexpr uint32_t kNone = UINT32_MAX;
  static constexpr uint32_t kAnywhere = 0;       ///< root of the phrases that may start anywhere
  static constexpr uint32_t kSentenceStart = 1;  ///< root of those that start a sentence

  std::span<const Node> nodes;
  std::span<const Output> outputs;
  std::span<const Edge> edges;  ///< hash table, a power of two long, at most half full
  const PhraseBeginnings* beginnings = nullptr;

  /// Where the edge of `node` with `label` leads, or kNone.
  uint32_t target(uint32_t node, uint32_t label) const {
    const size_t mask = edges.size() - 1;
    for (size_t slot = slot_of(node, label) & mask; edges[slot].node != kNone;
         slot = (slot + 1) & mask) {
      if (edges[slot].node == node && edges[slot].label == label) return edges[slot].target;
    }
    return kNone;
  }
  /// Where to start looking for an edge, before it is cut to the table's size.
  static uint32_t slot_of(uint32_t node, uint32_t label) {
    uint32_t hash = label ^ (node * 0x9E3779B1U);
    hash ^= hash >> 15;
    hash *= 0x85EBCA77U;
    return hash ^ (hash >> 13);
  }
};

}  // namespace soiree

#endif  // SOIREE_LINT_PHRASE_TRIE_H_
