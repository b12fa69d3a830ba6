#include "rules/repeated-phrase/echoes.h"

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <span>

#include "linter/post/quotations.h"
#include "linter/text/function_words.h"
#include "linter/text/word_table.h"
#include "rules/repeated-phrase/gram_grouping.h"

namespace soiree {
namespace {

constexpr uint32_t kShortest = 3;
constexpr uint32_t kLongest = 8;
constexpr uint32_t kLengths = kLongest + 1 - kShortest;
/// "The code is" is no phrase, "said it to the baker" is one.
constexpr uint32_t kPlainlyHeard = 4;
constexpr size_t kMostWords = 131072;
/// A post whose sections are written from one template says something in three of them, or several
/// things in two.
constexpr size_t kSectionsOfCatalogue = 3;
constexpr size_t kPhrasesOfCatalogue = 4;

constexpr auto kEnglishStopWords = [] {
  WordTable<512> table;
  table.add(
      "a an the and or but nor so if then than that this these those there here it its it's is are "
      "was were be been being am do does did done doing have has had having will would can could "
      "should may might must shall i i'm i've i'd i'll me my we we're we've we'll us our you "
      "you're you've your he she they his them their her him of to in on at by for from with "
      "without as into about over up down out off through between after before during under again "
      "not no don't doesn't isn't aren't can't won't didn't just only also very more most much "
      "many "
      "some any all each every other another such own same too now still even both few one two "
      "first new what which who whom when where why how because while until get got getting make "
      "makes made go goes going like use used using let let's see want need way thing things lot "
      "bit e.g i.e etc via per yet ever never always often though whether although however",
      1);
  return table;
}();

/// One word of the sentences that take part.
struct PlacedWord {
  uint32_t hash = 0;
  uint32_t token = 0;
  uint32_t sentence = 0;  ///< index into the list of sentences
  uint32_t left = 0;      ///< words from here to the end of the sentence, this one included
  bool stop = false;      ///< a stop word
};

/// Two bits per possible hash of a run tell runs that occur once from the rest; a few too many
/// pass.
class RepeatedSlots {
 public:
  explicit RepeatedSlots(size_t words)
      : shift_(32 - std::bit_width(16 * std::min<size_t>(words, kMostWords))),
        once_((size_t{1} << (32 - shift_)) / 64 + 1),
        again_(once_.size()) {}
  uint32_t add(uint32_t hash) {
    const uint32_t slot = (hash * 0x9E3779B1U) >> shift_;
    const uint64_t bit = uint64_t{1} << (slot % 64);
    uint64_t& once = once_[slot / 64];
    again_[slot / 64] |= once & bit;
    once |= bit;
    return slot;
  }
  bool is_repeated(uint32_t slot) const { return (again_[slot / 64] >> (slot % 64) & 1) != 0; }

 private:
  int shift_;
  std::vector<uint64_t> once_;
  std::vector<uint64_t> again_;
};

/// The longest run found so far in a sentence.
struct Best {
  uint32_t words = 0;
  uint32_t at = 0;
  uint64_t hash = 0;
};

class EchoFinder {
 public:
  EchoFinder(const Post& post, const std::vector<ProseSentence>& sentences, double cover)
      : post_(post), sentences_(sentences), cover_(cover) {}
  Echoes find(size_t fewest);

 private:
  bool may_echo(const ProseSentence& sentence) const {
    return sentence.form == SentenceForm::prose && !sentence.has_code &&
           sentence.words >= kShortest && sentence.words * cover_ <= kLongest;
  }
  bool takes_part(const ProseSentence& sentence) const {
    return sentence.form == SentenceForm::prose && sentence.words >= kShortest;
  }
  bool may_have(size_t fewest) const;
  void collect_words();
  void mark_repeated();
  void find_runs(uint32_t length);
  bool may_gain(std::span<const Gram> group, uint32_t length) const;
  bool can_be_best(const Gram& gram, uint32_t length) const;
  bool is_fragment(const Best& best) const;
  bool is_mostly_linked(const ProseSentence& sentence) const;
  bool is_worth(std::span<const Gram> group, uint32_t length) const;
  bool is_stop_word(uint32_t hash) const;
  bool is_once_a_section(const SharedPhrase& phrase) const;
  Echoes collect() const;
  void hash_runs();
  uint64_t run_hash(size_t start, uint32_t length) const {
    return hashes_[start * kLengths + length - kShortest];
  }

  const Post& post_;
  const std::vector<ProseSentence>& sentences_;
  double cover_;
  std::vector<PlacedWord> words_;
  std::vector<uint32_t> starts_;   ///< words at which a shortest run starts that occurs again
  std::vector<uint32_t> longest_;  ///< by start: the longest run of which all parts occur again
  std::vector<uint64_t> hashes_;   ///< by start: of the runs of each length
  std::vector<Gram> grams_;
  GramGrouping grouping_;
  std::vector<Best> best_;          ///< by sentence
  std::vector<uint32_t> headings_;  ///< where they begin
  std::vector<TextSpan> linked_;    ///< the texts of links, sorted
};

void EchoFinder::collect_words() {
  // An image inside a link has no text; without those no two links overlap.
  for (const Link& link : post_.document.links) {
    if (!link.text.empty()) linked_.push_back(link.text);
  }
  words_.reserve(std::min(post_.tokens().size(), kMostWords));
  QuotationCursor quotations(post_);
  for (uint32_t i = 0; i < sentences_.size(); ++i) {
    const ProseSentence& sentence = sentences_[i];
    if (!takes_part(sentence)) continue;
    if (is_mostly_linked(sentence)) continue;
    if (words_.size() + sentence.words > kMostWords) return;
    uint32_t left = sentence.words;
    size_t run = words_.size();
    for (uint32_t token = sentence.first_word; left > 0; ++token) {
      if (!is_word(post_.tokens()[token])) continue;
      if (quotations.has_token(token)) {
        // What somebody else said is no echo, and no phrase goes across it.
        for (; run < words_.size(); ++run) words_[run].left -= left;
        --left;
        continue;
      }
      const uint32_t hash = post_.tokens()[token].hash;
      words_.push_back({hash, token, i, left--, is_stop_word(hash)});
    }
  }
}

void EchoFinder::mark_repeated() {
  RepeatedSlots slots(words_.size());
  std::vector<uint32_t> slot_of(words_.size());
  for (size_t at = 0; at + kShortest <= words_.size(); ++at) {
    if (words_[at].left < kShortest) continue;
    slot_of[at] = slots.add(words_[at].hash + std::rotl(words_[at + 1].hash, 11) +
                            std::rotl(words_[at + 2].hash, 22));
  }
  uint32_t longest = 0;
  for (size_t at = words_.size(); at-- > 0;) {
    if (words_[at].left < kShortest || !slots.is_repeated(slot_of[at])) {
      longest = 0;
      continue;
    }
    longest = longest == 0 ? kShortest : std::min(longest + 1, kLongest);
    starts_.push_back(static_cast<uint32_t>(at));
    longest_.push_back(std::min(longest, words_[at].left));
  }
  std::reverse(starts_.begin(), starts_.end());
  std::reverse(longest_.begin(), longest_.end());
}

void EchoFinder::hash_runs() {
  hashes_.resize(starts_.size() * kLengths);
  for (size_t start = 0; start < starts_.size(); ++start) {
    uint64_t hash = 0;
    const PlacedWord* const words = &words_[starts_[start]];
    for (uint32_t i = 0; i < std::min(words->left, kLongest); ++i) {
      hash = (hash ^ words[i].hash) * 0x9E3779B97F4A7C15U;
      hash ^= hash >> 29;
      if (i + 1 >= kShortest) hashes_[start * kLengths + i + 1 - kShortest] = hash;
    }
  }
}

bool EchoFinder::is_stop_word(uint32_t hash) const {
  if (post_.language == Language::en) return kEnglishStopWords.find(hash) != 0;
  return function_word_languages(hash) != 0;
}

/// Half of the sentence is the text of links: a list of downloads, "Read more about ...".
bool EchoFinder::is_mostly_linked(const ProseSentence& sentence) const {
  const TextSpan span = post_.segments.sentences[sentence.sentence].span;
  auto link = std::partition_point(linked_.begin(), linked_.end(),
                                   [&](TextSpan text) { return text.end <= span.begin; });
  uint32_t linked = 0;
  for (; link != linked_.end() && link->begin < span.end; ++link) linked += link->size();
  return linked * 2 >= span.size();
}

/// The run has two words that mean something (one from kPlainlyHeard words on), no number, and is
/// no name: half of its meaningful words that do not start a sentence are small.
bool EchoFinder::is_worth(std::span<const Gram> group, uint32_t length) const {
  if (words_[group.front().at].sentence == words_[group.back().at].sentence) return false;
  bool content = false;
  for (uint32_t i = 0; i < length; ++i) {
    const PlacedWord& word = words_[group.front().at + i];
    const Token& token = post_.tokens()[word.token];
    const char first = post_.text()[token.span.begin];
    if (token.kind == TokenKind::number || (first >= '0' && first <= '9')) return false;
    content |= !word.stop;
  }
  if (!content) return false;
  size_t seen = 0;
  size_t capitals = 0;
  for (const Gram& gram : group) {
    for (uint32_t i = 0; i < length; ++i) {
      const PlacedWord& word = words_[gram.at + i];
      if (word.stop || word.left == sentences_[word.sentence].words) continue;
      ++seen;
      capitals += post_.tokens()[word.token].capital ? 1 : 0;
    }
  }
  return capitals * 2 <= seen;
}

/// "The code is": three words, and but one of them means something.
bool EchoFinder::is_fragment(const Best& best) const {
  if (best.words >= kPlainlyHeard) return false;
  uint32_t content = 0;
  for (uint32_t i = 0; i < best.words; ++i) {
    content += words_[best.at + i].stop ? 0 : 1;
  }
  return content < 2;
}

/// The sentence of `gram` has no better run yet, and this one covers enough of it.
bool EchoFinder::can_be_best(const Gram& gram, uint32_t length) const {
  const uint32_t sentence = words_[gram.at].sentence;
  const Best& best = best_[sentence];
  if (best.words > length || (best.words == length && best.at <= gram.at)) return false;
  return may_echo(sentences_[sentence]) && length >= sentences_[sentence].words * cover_;
}

bool EchoFinder::may_gain(std::span<const Gram> group, uint32_t length) const {
  return std::any_of(group.begin(), group.end(),
                     [&](const Gram& gram) { return can_be_best(gram, length); });
}

void EchoFinder::find_runs(uint32_t length) {
  grams_.clear();
  for (size_t i = 0; i < starts_.size(); ++i) {
    if (longest_[i] >= length) grams_.push_back({run_hash(i, length), starts_[i]});
  }
  if (!may_gain(grams_, length)) return;
  grouping_.group(grams_);
  for (size_t first = 0; first < grams_.size();) {
    size_t last = first + 1;
    while (last < grams_.size() && grams_[last].hash == grams_[first].hash) ++last;
    const std::span group = std::span(grams_).subspan(first, last - first);
    first = last;
    if (group.size() < 2 || !may_gain(group, length) || !is_worth(group, length)) continue;
    for (const Gram& gram : group) {
      if (can_be_best(gram, length)) best_[words_[gram.at].sentence] = {length, gram.at, gram.hash};
    }
  }
}

/// Every section of a catalogue says the same of its subject.
bool EchoFinder::is_once_a_section(const SharedPhrase& phrase) const {
  for (size_t i = 1; i < phrase.places.size(); ++i) {
    const auto heading =
        std::upper_bound(headings_.begin(), headings_.end(), phrase.places[i - 1].begin);
    if (heading == headings_.end() || *heading > phrase.places[i].begin) return false;
  }
  return true;
}

Echoes EchoFinder::collect() const {
  Echoes echoes;
  std::map<uint64_t, SharedPhrase> phrases;
  std::array<bool, kLongest + 1> occurs{};  // by length
  for (const Best& best : best_) {
    if (best.words == 0) continue;
    occurs[best.words] = true;
    SharedPhrase& phrase = phrases[best.hash];
    phrase.words = best.words;
    phrase.fragment = is_fragment(best);
    ++phrase.echoes;
  }
  if (phrases.empty()) return echoes;
  for (size_t start = 0; start < starts_.size(); ++start) {
    const uint32_t at = starts_[start];
    for (uint32_t length = kShortest; length <= std::min(kLongest, words_[at].left); ++length) {
      if (!occurs[length]) continue;
      const auto found = phrases.find(run_hash(start, length));
      if (found == phrases.end()) continue;
      const uint32_t begin = post_.tokens()[words_[at].token].span.begin;
      const uint32_t end = post_.tokens()[words_[at + length - 1].token].span.end;
      std::vector<TextSpan>& places = found->second.places;
      if (places.empty() || places.back().end <= begin) places.push_back({begin, end});
    }
  }
  size_t once_a_section = 0;
  bool catalogue = false;
  for (auto& [hash, phrase] : phrases) {
    phrase.once_a_section = is_once_a_section(phrase);
    once_a_section += phrase.once_a_section ? 1 : 0;
    catalogue |= phrase.once_a_section && phrase.places.size() >= kSectionsOfCatalogue;
  }
  catalogue |= once_a_section >= kPhrasesOfCatalogue;
  for (auto& [hash, phrase] : phrases) {
    const bool repeats = phrase.places.size() >= 2 && !(catalogue && phrase.once_a_section);
    if (!repeats) continue;
    echoes.sentences += phrase.echoes;
    echoes.phrases.push_back(std::move(phrase));
  }
  std::sort(echoes.phrases.begin(), echoes.phrases.end(),
            [](const SharedPhrase& a, const SharedPhrase& b) {
              return a.places.front() < b.places.front();
            });
  return echoes;
}

/// A look at all runs of three words that lets no post with `fewest` echoes slip: few posts pass.
bool EchoFinder::may_have(size_t fewest) const {
  size_t possible = 0;
  size_t words = 0;
  for (const ProseSentence& sentence : sentences_) {
    possible += may_echo(sentence) ? 1 : 0;
    words += sentence.words;
  }
  if (possible < std::max<size_t>(fewest, 1)) return false;
  RepeatedSlots slots(words);
  std::vector<uint32_t> slot_of(words);
  size_t size = 0;
  const Token* const tokens = post_.tokens().data();
  for (const ProseSentence& sentence : sentences_) {
    if (!takes_part(sentence)) continue;
    uint32_t last = 0;
    uint32_t before = 0;
    uint32_t read = 0;
    for (const Token* token = tokens + sentence.first_word; read < sentence.words; ++token) {
      if (!is_word(*token)) continue;
      const uint32_t run = token->hash + std::rotl(last, 11) + std::rotl(before, 22);
      before = last;
      last = token->hash;
      if (++read >= kShortest) slot_of[size++] = slots.add(run);
    }
  }
  size_t found = 0;
  size_t at = 0;
  for (const ProseSentence& sentence : sentences_) {
    if (!takes_part(sentence)) continue;
    const size_t end = at + sentence.words + 1 - kShortest;
    uint32_t run = 0;
    uint32_t longest = 0;
    for (; at < end; ++at) {
      run = slots.is_repeated(slot_of[at]) ? run + 1 : 0;
      longest = std::max(longest, run);
    }
    if (longest == 0 || !may_echo(sentence)) continue;
    const uint32_t length = std::min(longest + kShortest - 1, kLongest);
    found += length >= sentence.words * cover_ ? 1 : 0;
  }
  return found >= fewest;
}

Echoes EchoFinder::find(size_t fewest) {
  if (!has_function_words(post_.language) || !may_have(fewest)) return {};
  collect_words();
  if (words_.empty()) return {};
  mark_repeated();
  if (starts_.empty()) return {};
  for (const Block& block : post_.document.blocks) {
    if (block.role == BlockRole::heading) headings_.push_back(block.text.begin);
  }
  hash_runs();
  best_.resize(sentences_.size());
  for (uint32_t length = kLongest; length >= kShortest; --length) find_runs(length);
  return collect();
}

}  // namespace

Echoes find_echoes(const Post& post, const std::vector<ProseSentence>& sentences, double cover,
                   size_t fewest) {
  return EchoFinder(post, sentences, cover).find(fewest);
}

}  // namespace soiree
