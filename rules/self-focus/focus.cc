#include "rules/self-focus/focus.h"

#include <algorithm>

#include "rules/self-focus/person_words.h"
#include "rules/self-focus/team_words.h"

namespace soiree {
namespace {

constexpr double kInclusiveWe = 0.25;
constexpr double kOwnName = 0.5;
/// A question that stands alone is no longer than this.
constexpr uint32_t kLongestQuestion = 40;
constexpr double kVerbForm = 0.5;
/// A sentence of one or two words is a fragment: its first word tells nothing.
constexpr uint32_t kShortestSentence = 3;
/// A paragraph of fewer words weighs less, whatever its share.
constexpr double kFullParagraph = 25;
/// Bytes of program text that count as one word, and words that a piece of inline code counts for.
constexpr double kCodeBytesPerWord = 8;
constexpr double kInlineCodeWords = 3;
constexpr double kTitleWithSelf = 0.2;
constexpr double kTeachingTitle = 0.1;
constexpr double kPersonWeight = 0.5;
constexpr double kPeopleWeight = 0.1;

constexpr uint32_t kWe = hash_word("we");
constexpr uint32_t kUs = hash_word("us");
constexpr uint32_t kOf = hash_word("of");
constexpr uint32_t kLet = hash_word("let");

bool holds_own_words(const Block& block) {
  if (block.quote != kNoQuote) return false;
  return block.role == BlockRole::prose || block.role == BlockRole::list_item ||
         block.role == BlockRole::heading;
}

/// What one sentence, or all sentences of a block, add up to.
struct Tally {
  double self = 0;
  uint32_t self_words = 0;
  uint32_t words = 0;
  uint32_t reader_words = 0;
  uint32_t first_word = 0;  ///< hash
};

class FocusReader {
 public:
  FocusReader(const Post& post, const OwnNames& names)
      : post_(post),
        names_(names),
        english_(post.language == Language::en),
        subject_bits_(subject_bits(post.language)) {}

  Focus read() {
    size_t sentence = 0;
    const auto& sentences = post_.segments.sentences;
    for (size_t block = 0; block < post_.document.blocks.size(); ++block) {
      const uint32_t end = post_.block_tokens[block + 1];
      const size_t first = sentence;
      while (sentence < sentences.size() && sentences[sentence].first < end) ++sentence;
      const Block& found = post_.document.blocks[block];
      if (found.role == BlockRole::title) read_title(block);
      if (!holds_own_words(found)) continue;
      const uint32_t before = focus_.words;
      read_block(first, sentence);
      if (found.role == BlockRole::list_item) focus_.list_words += focus_.words - before;
    }
    // Social posts have no title: thanks anywhere are their matter.
    if (english_ && post_.kind == PostKind::social) {
      focus_.matter_title = is_thanking(post_.tokens());
    }
    // Where no "we" is said the names stand for it.
    if (focus_.own_names == focus_.self_words) focus_.self = focus_.own_names;
    focus_.dialogue = std::any_of(
        post_.quotations.begin(), post_.quotations.end(),
        [](const Quotation& quotation) { return quotation.form == QuotationForm::answer; });
    double code = focus_.inline_code * kInlineCodeWords;
    for (const Link& link : post_.document.links) focus_.links += link.image ? 0 : 1;
    for (const CodeBlock& block : post_.document.code) code += block.bytes / kCodeBytesPerWord;
    if (code > 0) focus_.code_share = code / (code + focus_.words);
    return focus_;
  }

 private:
  void read_title(size_t block) {
    const auto title = post_.tokens_of(block);
    focus_.teaching_title = focus_.teaching_title || (english_ && is_teaching_title(title));
    focus_.matter_title = focus_.matter_title || (english_ && is_matter_title(title));
    for (size_t i = 0; i < title.size(); ++i) {
      const uint32_t entry = kPersonWords.find(title[i].hash);
      const Subject subject = subject_of(entry, post_.text(), title, i, post_.language);
      if (subject == Subject::author || subject == Subject::author_team) {
        focus_.self_in_title = true;
      }
    }
  }

  void read_block(size_t first_sentence, size_t last_sentence) {
    Tally block;
    SelfPassage passage;
    bool found_clear = false;
    for (size_t i = first_sentence; i < last_sentence; ++i) {
      const Sentence& sentence = post_.segments.sentences[i];
      const Tally tally = read_sentence(sentence);
      const bool clear = tally.self >= 1;
      if (tally.self > 0 && (passage.sentence.empty() || (clear && !found_clear))) {
        passage.sentence = sentence.span;
        found_clear = clear;
      }
      block.self += tally.self;
      block.self_words += tally.self_words;
      block.words += tally.words;
      block.reader_words += tally.reader_words;
    }
    focus_.words += block.words;
    focus_.self += block.self;
    focus_.self_words += block.self_words;
    if (asks_reader(last_sentence, block)) ++focus_.questions;
    if (passage.sentence.empty()) return;
    passage.self_words = block.self_words;
    passage.words = block.words;
    passage.weight = block.self / block.words * std::min(1.0, block.words / kFullParagraph);
    keep_heaviest(passage);
  }

  /// "What do you bake with?", alone: a question of an interview, or one to everybody.
  bool asks_reader(size_t last_sentence, const Tally& block) const {
    if (block.reader_words == 0 || block.words > kLongestQuestion) return false;
    return post_.segments.sentences[last_sentence - 1].end == SentenceEnd::question;
  }

  Tally read_sentence(const Sentence& sentence) {
    Tally tally;
    const Token* const tokens = post_.tokens().data();
    const bool named = !names_.empty();
    const uint32_t subject_bits = subject_bits_;
    uint32_t words = 0;
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (i >= quotation_begin_ && is_quoted(i)) continue;
      const Token& token = tokens[i];
      if (named) read_name(i, tally);
      if (token.kind == TokenKind::code) ++focus_.inline_code;
      if (!is_word(token)) continue;
      if (words++ == 0) tally.first_word = token.hash;
      if (token.kind != TokenKind::word) continue;
      const uint32_t entry = kPersonWords.find(token.hash);
      if ((entry & subject_bits) != 0) read_word(entry, i, tally);
    }
    tally.words = words;
    focus_.reader_words += tally.reader_words;
    if (english_) read_opening(tally);
    return tally;
  }

  void read_word(uint32_t entry, uint32_t index, Tally& tally) {
    switch (subject_of(entry, post_.text(), post_.tokens(), index, post_.language)) {
      case Subject::author:
        ++focus_.singular;
        ++tally.self_words;
        tally.self += 1;
        break;
      case Subject::author_team:
        ++tally.self_words;
        tally.self += english_ && is_inclusive(index) ? kInclusiveWe : 1;
        if (means_particular_people(post_.text(), post_.tokens(), index)) ++focus_.particular;
        break;
      case Subject::author_verb:
        ++tally.self_words;
        tally.self += kVerbForm;
        break;
      case Subject::reader:
        ++tally.reader_words;
        break;
      case Subject::person:
        ++focus_.person_words;
        break;
      case Subject::people:
        ++focus_.people_words;
        break;
      case Subject::none:
        break;
    }
  }

  bool has_use(size_t index, WordUse use) const {
    const auto tokens = post_.tokens();
    return index < tokens.size() && (kPersonWords.find(tokens[index].hash) & use) != 0;
  }

  /// "we can see", "let us", "most of us": author and reader together.
  bool is_inclusive(uint32_t index) const {
    const auto tokens = post_.tokens();
    if (index > 0 && tokens[index - 1].hash == kLet) return true;
    if (tokens[index].hash == kWe) {
      return has_use(index + 1, kInclusive);
    }
    return tokens[index].hash == kUs && index > 1 && tokens[index - 1].hash == kOf &&
           has_use(index - 2, kAllOf);
  }

  /// "Made some polenta." is about the author, "Stir the polenta." speaks to the reader.
  void read_opening(Tally& tally) {
    if (tally.self > 0 || tally.words < kShortestSentence) return;
    const uint32_t entry = kPersonWords.find(tally.first_word);
    if ((entry & kOmitted) != 0) {
      tally.self += 1;
      ++tally.self_words;
    } else if (tally.reader_words == 0 && (entry & kInstruction) != 0) {
      ++focus_.instructions;
    }
  }

  void read_name(uint32_t index, Tally& tally) {
    if (index < name_end_) return;
    const size_t length = names_.match(post_.tokens(), index);
    if (length == 0) return;
    name_end_ = index + static_cast<uint32_t>(length);
    if (is_linked(post_.tokens()[index].span)) return;
    ++tally.self_words;
    ++focus_.own_names;
    tally.self += kOwnName;
  }

  bool is_linked(TextSpan place) {
    const auto& links = post_.document.links;
    while (link_ < links.size() && links[link_].text.end <= place.begin) ++link_;
    return link_ < links.size() && links[link_].text.contains(place);
  }

  /// Asked for growing tokens, and only from the next quotation on.
  bool is_quoted(uint32_t token) {
    const auto& quotations = post_.quotations;
    while (quotation_ < quotations.size() && quotations[quotation_].last_token <= token) {
      ++quotation_;
    }
    const bool more = quotation_ < quotations.size();
    quotation_begin_ = more ? quotations[quotation_].first_token : UINT32_MAX;
    return quotation_begin_ <= token;
  }

  void keep_heaviest(const SelfPassage& passage) {
    auto& kept = focus_.passages;
    if (passage.weight <= kept.back().weight) return;
    kept.back() = passage;
    for (size_t i = kept.size() - 1; i > 0 && kept[i].weight > kept[i - 1].weight; --i) {
      std::swap(kept[i], kept[i - 1]);
    }
  }

  const Post& post_;
  const OwnNames& names_;
  bool english_;
  uint32_t subject_bits_;
  Focus focus_;
  uint32_t name_end_ = 0;
  size_t quotation_ = 0;
  uint32_t quotation_begin_ = 0;
  size_t link_ = 0;
};

}  // namespace

double Focus::share() const {
  const double others =
      reader_words + instructions + kPersonWeight * person_words + kPeopleWeight * people_words;
  const double base = self > 0 ? self / (self + others) : 0;
  return base + (self_in_title ? kTitleWithSelf : 0) - (teaching_title ? kTeachingTitle : 0);
}

Focus measure_focus(const Post& post, const OwnNames& names) {
  return FocusReader(post, names).read();
}

}  // namespace soiree
