#include "linter/lint/phrase_trie_builder.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace soiree {
namespace {

using Edge = PhraseTrie::Edge;
using Output = PhraseTrie::Output;

/// One output without its place in a list.
using OutputKey = std::tuple<uint16_t, uint16_t, float, bool>;

/// All that a node says: nodes with the same signature can be one.
struct Signature {
  std::vector<OutputKey> outputs;                    ///< sorted
  std::vector<std::pair<uint32_t, uint32_t>> edges;  ///< label and target, sorted
  uint32_t classes = 0;

  auto operator<=>(const Signature&) const = default;
};

PhraseRoot root_of(const PhraseSequence& sequence) {
  return sequence.starts_sentence ? PhraseRoot::sentence_start : PhraseRoot::anywhere;
}

uint32_t label_of(const PhraseElement& element) {
  return element.kind == ElementKind::literal ? element.label : class_label(element.kind);
}

/// The bit of the element's class, none for a literal.
uint32_t class_bit_of(const PhraseElement& element) {
  return element.kind == ElementKind::literal ? 0 : class_bit(element.kind);
}

}  // namespace

void PhraseBeginnings::add(const PhraseSequence& sequence) {
  const PhraseRoot root = root_of(sequence);
  const std::vector<PhraseElement>& elements = sequence.elements;
  Classes& classes = classes_[static_cast<size_t>(root)];
  classes.first |= class_bit_of(elements[0]);
  uint32_t second = kAnything;
  if (elements.size() > 1 && elements[1].kind != ElementKind::word) {
    classes.second |= class_bit_of(elements[1]);
    second = label_of(elements[1]);
  } else if (elements.size() > 2 && elements[2].kind == ElementKind::literal) {
    second = elements[2].label ^ kSkip;
  }
  filter_.add(hash_of(root, label_of(elements[0]), second));
}

void PhraseTrieBuilder::add(const PhraseSequence& sequence, Output output) {
  uint32_t node = PhraseTrie::node_of(root_of(sequence));
  beginnings_.add(sequence);
  for (const PhraseElement& element : sequence.elements) node = step(node, element);
  output.ends_sentence = sequence.ends_sentence;
  output.next = nodes_[node].output;
  outputs_.push_back(output);
  nodes_[node].output = static_cast<int32_t>(outputs_.size() - 1);
}

uint32_t PhraseTrieBuilder::step(uint32_t node, const PhraseElement& element) {
  const uint32_t label = label_of(element);
  nodes_[node].classes |=
      element.kind == ElementKind::literal ? literal_bit(label) : class_bit(element.kind);
  const uint32_t known = trie().target(node, label);
  if (known != PhraseTrie::kNone) return known;
  nodes_.emplace_back();
  const auto next = static_cast<uint32_t>(nodes_.size() - 1);
  connect({node, label, next});
  return next;
}

/// Adds an edge to the table, which grows before it is more than half full.
void PhraseTrieBuilder::connect(Edge edge) {
  if (++edge_count_ * 2 > edges_.size()) {
    std::vector<Edge> old(edges_.size() * 2);
    old.swap(edges_);
    for (const Edge& kept : old) {
      if (kept.node != PhraseTrie::kNone) insert(kept);
    }
  }
  insert(edge);
}

void PhraseTrieBuilder::insert(Edge edge) {
  const size_t mask = edges_.size() - 1;
  size_t slot = PhraseTrie::slot_of(edge.node, edge.label) & mask;
  while (edges_[slot].node != PhraseTrie::kNone) slot = (slot + 1) & mask;
  edges_[slot] = edge;
}

/// Makes the nodes of a smaller trie from the last node of a trie to its first.
class PhraseTrieBuilder::Minimizer {
 public:
  explicit Minimizer(const PhraseTrieBuilder& whole)
      : whole_(whole), leaving_(whole.nodes_.size()), renamed_(whole.nodes_.size()) {
    smaller_.beginnings_ = whole.beginnings_;
    for (const Edge& edge : whole.edges_) {
      if (edge.node != PhraseTrie::kNone) leaving_[edge.node].emplace_back(edge.label, edge.target);
    }
  }

  PhraseTrieBuilder run() {
    // A node has a lower number than those it leads to, so all targets are renamed before it. The
    // roots keep their numbers.
    for (auto i = static_cast<uint32_t>(leaving_.size()); i-- > 0;) {
      Signature signature = signature_of(i);
      if (i < PhraseTrie::kRoots) {
        fill(i, signature);
        continue;
      }
      const auto next = static_cast<uint32_t>(smaller_.nodes_.size());
      const auto [place, added] = known_.emplace(std::move(signature), next);
      renamed_[i] = place->second;
      if (!added) continue;
      smaller_.nodes_.emplace_back();
      fill(next, place->first);
    }
    return std::move(smaller_);
  }

 private:
  Signature signature_of(uint32_t node) const {
    Signature signature;
    signature.classes = whole_.nodes_[node].classes;
    for (int32_t at = whole_.nodes_[node].output; at >= 0; at = whole_.outputs_[at].next) {
      const Output& output = whole_.outputs_[at];
      signature.outputs.emplace_back(output.lexicon, output.category, output.weight,
                                     output.ends_sentence);
    }
    std::vector<OutputKey>& outputs = signature.outputs;
    std::sort(outputs.begin(), outputs.end());
    outputs.erase(std::unique(outputs.begin(), outputs.end()), outputs.end());
    for (const auto& [label, target] : leaving_[node]) {
      signature.edges.emplace_back(label, renamed_[target]);
    }
    std::sort(signature.edges.begin(), signature.edges.end());
    return signature;
  }

  void fill(uint32_t node, const Signature& signature) {
    smaller_.nodes_[node] = {list_of(signature.outputs), signature.classes};
    for (const auto& [label, target] : signature.edges) smaller_.connect({node, label, target});
  }

  /// First of these outputs in the smaller trie, -1 for none; the same list is there once.
  int32_t list_of(const std::vector<OutputKey>& outputs) {
    if (outputs.empty()) return -1;
    const auto [place, added] = lists_.emplace(outputs, -1);
    if (!added) return place->second;
    for (const auto& [lexicon, category, weight, ends_sentence] : outputs) {
      smaller_.outputs_.push_back({weight, lexicon, category, place->second, ends_sentence});
      place->second = static_cast<int32_t>(smaller_.outputs_.size() - 1);
    }
    return place->second;
  }

  const PhraseTrieBuilder& whole_;
  PhraseTrieBuilder smaller_;
  std::vector<std::vector<std::pair<uint32_t, uint32_t>>> leaving_;  ///< label, target; by node
  std::vector<uint32_t> renamed_;                                    ///< by node of the whole trie
  std::map<Signature, uint32_t> known_;
  std::map<std::vector<OutputKey>, int32_t> lists_;
};

PhraseTrieBuilder PhraseTrieBuilder::minimized() const { return Minimizer(*this).run(); }

}  // namespace soiree
