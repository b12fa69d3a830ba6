#include "linter/post/facts.h"

#include <algorithm>
#include <array>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/text/word_table.h"

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
      const size_t blank = text.rfind(' ', end);
      if (blank != std::string_view::npos && blank >= kAnchorBytes / 2) end = blank;
    }
    const TextSpan first{block.text.begin, block.text.begin + static_cast<uint32_t>(end)};
    return post.document.text.source(first);
  }
  return {post.place.begin, post.place.begin};
}

constexpr auto kMonths = [] {
  WordTable<256> table;
  table.add(
      "january february march april may june july august september october november december "
      "jan feb mar apr jun jul aug sep sept oct nov dec "
      "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre "
      "janeiro fevereiro março maio junho julho setembro outubro novembro dezembro "
      "janvier février mars avril mai juin juillet août septembre octobre novembre décembre "
      "januar februar märz juni juli oktober dezember "
      "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
      1);
  return table;
}();

/// "2026-03-02", "3/2/2026", "10:30", "2026". Versions ("2.3.4") and amounts are none: they are
/// what tells two announcements apart.
bool is_date_or_time(std::string_view number) {
  if (number.size() == 4 && (number.starts_with("19") || number.starts_with("20"))) return true;
  return number.find_first_of(":/") != std::string_view::npos ||
         std::count(number.begin(), number.end(), '-') == 2;
}

bool is_month(const Token& token) {
  return token.kind == TokenKind::word && kMonths.find(token.hash) != 0;
}

/// True when `tokens[i]`, a number or a word beside one, is part of a date.
bool is_date_part(const Post& post, std::span<const Token> tokens, size_t i) {
  if (tokens[i].kind != TokenKind::number) return is_month(tokens[i]);
  return is_date_or_time(post.text(tokens[i].span)) || (i > 0 && is_month(tokens[i - 1])) ||
         (i + 1 < tokens.size() && is_month(tokens[i + 1]));
}

uint32_t mix(uint32_t hash) {
  hash ^= hash >> 16;
  hash *= 0x85EBCA6BU;
  hash ^= hash >> 13;
  hash *= 0xC2B2AE35U;
  return hash ^ (hash >> 16);
}

/// Keeps the smallest different hashes of a stream in constant memory and linear time: what is
/// above the limit is dropped at once, and the limit falls each time the buffer is full.
class SmallestHashes {
 public:
  /// `expected` hashes will come, as far as one knows; 0 keeps all at first.
  explicit SmallestHashes(size_t expected) {
    // Hashes are spread evenly: so many that it would be odd if fewer than the sketch remained.
    constexpr double kEnough = 1.5 * kSketchSize;
    if (static_cast<double>(expected) <= 2 * kEnough) return;
    limit_ = static_cast<uint64_t>(kEnough / static_cast<double>(expected) * 0x1p32);
  }
  void add(uint32_t hash) {
    if (hash >= limit_) return;
    buffer_[size_++] = hash;
    if (size_ == buffer_.size()) compact();
  }
  bool dropped() const { return limit_ != kNoLimit; }
  std::span<const uint32_t> finish() {
    compact();
    return {buffer_.data(), size_};
  }

 private:
  static constexpr uint64_t kNoLimit = UINT64_MAX;

  /// Sorts by the place a hash has between 0 and the limit, where hashes are spread evenly: that
  /// leaves next to nothing to the insertions at the end.
  void sort() {
    constexpr size_t kBuckets = 256;
    const uint64_t range = std::min<uint64_t>(limit_, uint64_t{1} << 32);
    const uint64_t scale = (uint64_t{kBuckets} << 32) / range;
    const auto bucket = [&](uint32_t hash) { return (hash * scale) >> 32; };
    std::array<uint16_t, kBuckets + 2> ends{};
    for (size_t i = 0; i < size_; ++i) ++ends[bucket(buffer_[i]) + 1];
    for (size_t i = 1; i < ends.size(); ++i) ends[i] = static_cast<uint16_t>(ends[i] + ends[i - 1]);
    std::array<uint32_t, 4 * kSketchSize> sorted;
    for (size_t i = 0; i < size_; ++i) sorted[ends[bucket(buffer_[i])]++] = buffer_[i];
    for (size_t i = 0; i < size_; ++i) {
      size_t at = i;
      for (; at > 0 && buffer_[at - 1] > sorted[i]; --at) buffer_[at] = buffer_[at - 1];
      buffer_[at] = sorted[i];
    }
  }

  void compact() {
    sort();
    const auto begin = buffer_.begin();
    const auto end = std::unique(begin, begin + static_cast<ptrdiff_t>(size_));
    size_ = static_cast<size_t>(end - begin);
    if (size_ <= kSketchSize) return;
    size_ = kSketchSize;
    limit_ = buffer_[kSketchSize - 1];
  }

  std::array<uint32_t, 4 * kSketchSize> buffer_;
  size_t size_ = 0;
  uint64_t limit_ = kNoLimit;
};

/// Hashes of the words of the normalised text.
class WordStream {
 public:
  explicit WordStream(size_t most) : words_(new uint32_t[most]) {}
  void add(uint32_t word) { words_[size_++] = word; }
  std::span<const uint32_t> words() const { return {words_.get(), size_}; }

 private:
  std::unique_ptr<uint32_t[]> words_;
  size_t size_ = 0;
};

/// Hashtags that wait for a word after them: in "from #Bath to #Bristol" they are words of the
/// sentence, at its end or its beginning they are labels.
class WaitingTags {
 public:
  void start_block() {
    size_ = 0;
    after_word_ = false;
  }
  void add(uint32_t tag) {
    if (after_word_ && size_ < tags_.size()) tags_[size_++] = tag;
  }
  bool any() const { return size_ > 0; }
  void note_word() { after_word_ = true; }
  void add_word_to(WordStream& words) {
    note_word();
    for (size_t i = 0; i < size_; ++i) words.add(tags_[i]);
    size_ = 0;
  }

 private:
  std::array<uint32_t, 16> tags_{};
  size_t size_ = 0;
  bool after_word_ = false;
};

/// Words of the body; numbers go into `facts.number_hash` as well.
WordStream normalised_words(const Post& post, Facts& facts) {
  WordStream words(post.tokens().size());
  WaitingTags tags;
  for (size_t i = 0; i < post.document.blocks.size(); ++i) {
    const BlockRole role = post.document.blocks[i].role;
    if (role == BlockRole::title || role == BlockRole::description) continue;
    const std::span<const Token> tokens = post.tokens_of(i);
    tags.start_block();
    bool after_number = false;
    for (size_t j = 0; j < tokens.size(); ++j) {
      const Token& token = tokens[j];
      const bool plain = token.kind == TokenKind::word || token.kind == TokenKind::cjk;
      if (plain && !after_number && !tags.any() &&
          (j + 1 == tokens.size() || tokens[j + 1].kind != TokenKind::number)) {
        tags.note_word();
        words.add(token.hash);
        continue;
      }
      const bool number = token.kind == TokenKind::number;
      const bool near_number = number || after_number ||
                               (j + 1 < tokens.size() && tokens[j + 1].kind == TokenKind::number);
      after_number = number;
      if (token.kind == TokenKind::hashtag) tags.add(token.hash);
      if (!is_word(token)) continue;
      tags.add_word_to(words);
      if (number) facts.number_hash = mix(facts.number_hash ^ token.hash);
      if (!near_number || !is_date_part(post, tokens, j)) words.add(token.hash);
    }
  }
  return words;
}

/// False when the sketch came out too small because the text repeats itself or has fewer words
/// than expected.
bool sketch_words(std::span<const uint32_t> words, uint64_t text_hash, size_t expected,
                  Facts& facts) {
  SmallestHashes smallest(expected);
  if (words.size() < kShingleWords) smallest.add(static_cast<uint32_t>(text_hash >> 32));
  for (size_t i = kShingleWords - 1; i < words.size(); ++i) {
    // A sum of products, not a rolling hash: no word waits for the one before.
    const uint32_t shingle = words[i] * 0x9E3779B1U + words[i - 1] * 0x85EBCA77U +
                             words[i - 2] * 0xC2B2AE3DU + words[i - 3] * 0x27D4EB2FU;
    smallest.add(mix(shingle));
  }
  facts.sketch = HashList(smallest.finish());
  const size_t all = words.size() < kShingleWords ? 1 : words.size() - kShingleWords + 1;
  facts.shingles = static_cast<uint32_t>(smallest.dropped() ? all : facts.sketch.size());
  return !smallest.dropped() || facts.sketch.size() == kSketchSize;
}

void sketch_text(const Post& post, Facts& facts) {
  const WordStream stream = normalised_words(post, facts);
  const std::span<const uint32_t> words = stream.words();
  if (words.empty()) return;
  uint64_t text_hash = 0xCBF29CE484222325U;
  for (const uint32_t word : words) text_hash = (text_hash ^ word) * 0x9E3779B97F4A7C15U;
  facts.text_hash = text_hash ^ (text_hash >> 32);
  if (!sketch_words(words, text_hash, facts.words, facts)) {
    sketch_words(words, text_hash, 0, facts);
  }
}

/// `Mastodon` and `mastodon` are one channel, once.
HashList hashes_of(const std::vector<PlacedText>& names) {
  if (names.empty()) return {};
  std::vector<uint32_t> hashes;
  hashes.reserve(names.size());
  for (const PlacedText& name : names) hashes.push_back(hash_word(fold_word(name.value)));
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  return HashList(hashes);
}

std::string label_of(const Post& post) {
  std::string label = post.metadata.id.value;
  std::erase(label, Facts::kLabelSeparator);
  if (post.metadata.channels.empty()) return label;
  return label + Facts::kLabelSeparator + channel_names(post);
}

}  // namespace

double similarity(const Facts& a, const Facts& b) {
  if (a.sketch.empty() || b.sketch.empty()) return 0;
  const bool exact = has_whole_sketch(a) && has_whole_sketch(b);
  // Of a bottom-k sketch of the union, the share that is in both.
  const size_t limit = exact ? a.sketch.size() + b.sketch.size() : kSketchSize;
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
  facts.label = std::string_view(label_of(post));
  facts.kind = post.kind;
  facts.language = post.language;
  facts.draft = post.draft;
  facts.group = post.group;
  facts.list = post.list;
  facts.channels = hashes_of(post.metadata.channels);
  facts.has_moment = post.metadata.moment.has_value();
  if (facts.has_moment) facts.moment = *post.metadata.moment;
  const std::span<const Token> tokens = post.tokens();
  facts.words = static_cast<uint32_t>(std::count_if(tokens.begin(), tokens.end(), is_word));
  sketch_text(post, facts);
  return facts;
}

}  // namespace soiree
