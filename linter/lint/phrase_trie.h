#ifndef SOIREE_LINT_PHRASE_TRIE_H_
#define SOIREE_LINT_PHRASE_TRIE_H_

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

#include "linter/lint/phrase_pattern.h"
#include "linter/text/blocked_filter.h"

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

/// What the beginnings of phrases are compared with: a token as a phrase sees it.
struct PhraseToken {
  uint32_t label = 0;
  uint32_t classes = 0;  ///< class_bit of each class that it may be of
};

/// Where a phrase may begin.
enum class PhraseRoot : uint32_t {
  anywhere = 0,
  sentence_start = 1,
};

/// Tells from three tokens in a row, nearly always without a look into the trie, that no phrase
/// starts there: many phrases start with "the" or "I", few go on as a text does.
class PhraseBeginnings {
 public:
  using Filter = BlockedFilter<262144>;
  /// The classes that come first and second in a phrase; a second `<word>` is not among them.
  struct Classes {
    uint32_t first = 0;
    uint32_t second = 0;
  };
  using RootClasses = std::array<Classes, 2>;  ///< by PhraseRoot

  constexpr PhraseBeginnings() = default;
  /// The set that `words()` and `classes()` were taken from.
  constexpr PhraseBeginnings(const Filter::Words& words, const RootClasses& classes)
      : filter_(words), classes_(classes) {}
  const Filter::Words& words() const { return filter_.words(); }
  const RootClasses& classes() const { return classes_; }

  void add(const PhraseSequence& sequence);
  /// May a phrase of this root start with the first of these tokens when the other two come next?
  /// Now and then true where none does.
  bool may_be(PhraseRoot root, const std::array<PhraseToken, 3>& tokens) const {
    if (goes_on(root, tokens[0].label, tokens)) return true;
    uint32_t left = classes_[static_cast<size_t>(root)].first & tokens[0].classes;
    for (; left != 0; left &= left - 1) {
      if (goes_on(root, lowest_class(left), tokens)) return true;
    }
    return false;
  }

 private:
  static constexpr uint32_t kAnything = 0x5EEDF00DU;  ///< second label where all tokens will do
  static constexpr uint32_t kSkip = 0xA5A5A5A5U;      ///< marks the third label after any word

  static constexpr uint32_t lowest_class(uint32_t classes) {
    return class_label(static_cast<ElementKind>(std::countr_zero(classes)));
  }
  bool goes_on(PhraseRoot root, uint32_t first, const std::array<PhraseToken, 3>& tokens) const {
    // Nearly always all three answers are no, so one branch on all of them is foreseen.
    const uint32_t found = has(root, first, tokens[1].label) | has(root, first, kAnything) |
                           has(root, first, tokens[2].label ^ kSkip);
    if (found != 0) return true;
    uint32_t left = classes_[static_cast<size_t>(root)].second & tokens[1].classes;
    for (; left != 0; left &= left - 1) {
      if (has(root, first, lowest_class(left)) != 0) return true;
    }
    return false;
  }
  uint32_t has(PhraseRoot root, uint32_t first, uint32_t second) const {
    return filter_.may_have(hash_of(root, first, second)) ? 1 : 0;
  }
  static constexpr uint32_t hash_of(PhraseRoot root, uint32_t first, uint32_t second) {
    const uint32_t both = first ^ std::rotl(second + static_cast<uint32_t>(root), 16);
    return static_cast<uint32_t>((both * 0x9E3779B97F4A7C15U) >> 32);
  }

  Filter filter_;
  RootClasses classes_;
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
  /// The first nodes are the roots.
  static constexpr uint32_t node_of(PhraseRoot root) { return static_cast<uint32_t>(root); }
  static constexpr uint32_t kRoots = 2;

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
