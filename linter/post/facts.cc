#include "linter/post/facts.h"

#include <xxhash.h>

#include <algorithm>

#include "linter/text/pronouns.h"

namespace soiree {
namespace {

constexpr size_t kShingleWords = 4;
constexpr uint32_t kAnchorBytes = 80;

/// Where a finding about the whole post is put: its title, else its first words.
SourceSpan anchor_of(const Post& post) {
  if (!post.metadata.title.empty() && !post.metadata.title.place.empty()) {
    return post.metadata.title.place;
  }
  for (const Block& block : post.document.blocks) {
    if (block.text.empty()) continue;
    const std::string_view text = post.text(block.text);
    size_t end = std::min(text.find('\n'), text.size());
    if (end > kAnchorBytes) {
      end = kAnchorBytes;
      while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    }
    const TextSpan first{block.text.begin, block.text.begin + static_cast<uint32_t>(end)};
    return post.document.text.source(first);
  }
  return {post.place.begin, post.place.begin};
}

/// Words of the text without what changes when a post is sent again: links, hashtags, emoji,
/// numbers.
std::vector<uint32_t> normal_words(const Post& post) {
  std::vector<uint32_t> words;
  words.reserve(post.tokens().size());
  size_t block = 0;
  for (uint32_t i = 0; i < post.tokens().size(); ++i) {
    while (block + 1 < post.document.blocks.size() && post.block_tokens[block + 1] <= i) ++block;
    const BlockRole role = post.document.blocks[block].role;
    if (role == BlockRole::title || role == BlockRole::description) continue;
    const Token& token = post.tokens()[i];
    if (token.kind == TokenKind::word || token.kind == TokenKind::cjk) words.push_back(token.hash);
  }
  return words;
}

uint32_t mix(uint32_t hash) {
  hash ^= hash >> 16;
  hash *= 0x85EBCA6BU;
  hash ^= hash >> 13;
  hash *= 0xC2B2AE35U;
  return hash ^ (hash >> 16);
}

void sketch(const std::vector<uint32_t>& words, Facts& facts) {
  if (words.empty()) return;
  facts.text_hash = XXH3_64bits(words.data(), words.size() * sizeof(uint32_t));
  const size_t size = std::min(kShingleWords, words.size());
  std::vector<uint32_t> hashes;
  hashes.reserve(words.size());
  for (size_t i = 0; i + size <= words.size(); ++i) {
    uint32_t hash = 0;
    for (size_t j = 0; j < size; ++j) hash = mix(hash ^ words[i + j]) + 0x9E3779B9U;
    hashes.push_back(hash);
  }
  // Keep the smallest different ones; a partial sort suffices, repeats are few.
  const size_t keep = std::min(hashes.size(), 2 * kSketchSize);
  std::nth_element(hashes.begin(), hashes.begin() + static_cast<ptrdiff_t>(keep - 1), hashes.end());
  facts.shingles = static_cast<uint32_t>(hashes.size());
  hashes.resize(keep);
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  if (facts.shingles <= keep) facts.shingles = static_cast<uint32_t>(hashes.size());
  if (hashes.size() > kSketchSize) hashes.resize(kSketchSize);
  facts.sketch.assign(hashes.begin(), hashes.end());
}

void count_words(const Post& post, Facts& facts) {
  size_t quotation = 0;
  for (uint32_t i = 0; i < post.tokens().size(); ++i) {
    const Token& token = post.tokens()[i];
    if (!is_word(token)) continue;
    ++facts.words;
    while (quotation < post.quotations.size() && post.quotations[quotation].last_token <= i) {
      ++quotation;
    }
    if (quotation < post.quotations.size() && post.quotations[quotation].first_token <= i) {
      ++facts.quoted_words;
      continue;
    }
    ++facts.own_words;
    switch (person_of(token, post.language)) {
      case Person::self_singular:
      case Person::self_plural:
        ++facts.self_words;
        break;
      case Person::reader:
        ++facts.reader_words;
        break;
      default:
        break;
    }
  }
}

}  // namespace

double similarity(const Facts& a, const Facts& b) {
  if (a.sketch.empty() || b.sketch.empty()) return 0;
  const bool exact = a.shingles == a.sketch.size() && b.shingles == b.sketch.size();
  // Of a bottom-k sketch of the union, the share that is in both.
  const size_t limit =
      exact ? a.sketch.size() + b.sketch.size() : std::min(a.sketch.size(), b.sketch.size());
  size_t i = 0;
  size_t j = 0;
  size_t both = 0;
  size_t seen = 0;
  while (seen < limit && (i < a.sketch.size() || j < b.sketch.size())) {
    const uint32_t left = i < a.sketch.size() ? a.sketch[i] : UINT32_MAX;
    const uint32_t right = j < b.sketch.size() ? b.sketch[j] : UINT32_MAX;
    if (left == right && i < a.sketch.size() && j < b.sketch.size()) ++both;
    if (left <= right && i < a.sketch.size()) ++i;
    if (right <= left && j < b.sketch.size()) ++j;
    ++seen;
  }
  return seen == 0 ? 0 : static_cast<double>(both) / static_cast<double>(seen);
}

Facts summarize(const Post& post, uint32_t file) {
  Facts facts;
  facts.file = file;
  facts.place = post.place;
  facts.anchor = anchor_of(post);
  facts.id = post.metadata.id.value;
  facts.kind = post.kind;
  facts.language = post.language;
  facts.draft = post.draft;
  facts.group = post.group;
  for (const PlacedText& channel : post.metadata.channels) {
    facts.channels.push_back(hash_word(channel.value));
  }
  std::sort(facts.channels.begin(), facts.channels.end());
  facts.has_moment = post.metadata.moment.has_value();
  if (facts.has_moment) facts.moment = *post.metadata.moment;
  count_words(post, facts);
  sketch(normal_words(post), facts);
  return facts;
}

}  // namespace soiree
