#include "linter/lint/phrase_tally.h"

#include <algorithm>

namespace soiree {
namespace {

constexpr std::array kRepeatedWeight = {1.0, 0.5, 0.25};

uint32_t hash_of(const Post& post, const PhraseMatch& match) {
  uint32_t hash = 0;
  for (uint32_t i = match.first; i < match.last; ++i) {
    hash = hash * 31 + post.tokens()[i].hash;
  }
  return hash ^ (hash >> 16);
}

}  // namespace

double PhraseTally::add(const PhraseMatch& match, double factor) {
  uint8_t& said = said_[hash_of(post_, match) % said_.size()];
  if (said >= kRepeatedWeight.size()) return 0;
  if (said == 0) ++different_;
  const double weight = match.weight * factor * kRepeatedWeight[said++];
  weight_ += weight;
  const TextSpan phrase = span_of(match, post_);
  if (phrase.begin >= current_.sentence.end) {
    keep(current_);
    current_ = {};
    current_.sentence = sentence_of(match.first);
  }
  current_.weight += weight;
  ++current_.phrases;
  if (weight > current_.phrase_weight) {
    current_.phrase = phrase;
    current_.phrase_weight = weight;
  }
  return weight;
}

void PhraseTally::keep(PhrasePassage passage) {
  for (PhrasePassage& kept : passages_) {
    if (passage.weight > kept.weight) std::swap(passage, kept);
  }
}

TextSpan PhraseTally::sentence_of(uint32_t token) const {
  const auto& sentences = post_.segments.sentences;
  const auto after = std::upper_bound(
      sentences.begin(), sentences.end(), token,
      [](uint32_t index, const Sentence& sentence) { return index < sentence.first; });
  return after == sentences.begin() ? post_.tokens()[token].span : std::prev(after)->span;
}

uint32_t count_own_words(const Post& post) {
  uint32_t words = 0;
  auto quotation = post.quotations.begin();
  for (size_t block = 0; block < post.document.blocks.size(); ++block) {
    const BlockRole role = post.document.blocks[block].role;
    if (role == BlockRole::title || role == BlockRole::description) continue;
    for (uint32_t i = post.block_tokens[block]; i < post.block_tokens[block + 1]; ++i) {
      while (quotation != post.quotations.end() && quotation->last_token <= i) ++quotation;
      const bool quoted = quotation != post.quotations.end() && quotation->first_token <= i;
      if (!quoted && is_word(post.tokens()[i])) ++words;
    }
  }
  return words;
}

}  // namespace soiree
