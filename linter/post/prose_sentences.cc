#include "linter/post/prose_sentences.h"

#include "linter/text/function_words.h"
#include "linter/text/word_table.h"

namespace soiree {
namespace {

constexpr size_t kShortestRun = 3;
/// Where so many sentences are that short, two of them in a row are heard. Measured on 598 labelled
/// articles: it finds 8 more of the 34 repetitive ones and none of the 391 that are not.
constexpr size_t kShortestPair = 2;
constexpr uint32_t kStaccatoWords = 4;
constexpr size_t kFewestStaccato = 24;  ///< sentences
constexpr double kStaccatoShare = 0.35;

constexpr auto kWeakOpenings = [] {
  WordTable<128> table;
  table.add(
      "the a an i i'm i've i'd i'll we we're we've he she it it's they you this that these those "
      "there in on at if when and but so for to as",
      1);
  return table;
}();

/// Words that many sentences begin with by chance.
bool is_weak_opening(uint32_t hash, Language language) {
  if (language == Language::en) return kWeakOpenings.find(hash) != 0;
  return function_word_languages(hash) != 0;
}

bool is_running_text(const Block& block) {
  return (block.role == BlockRole::prose || block.role == BlockRole::list_item) &&
         block.quote == kNoQuote;
}

/// "arXiv:2308.08708", "doi:10.1000/182": a number with the name of its register.
bool is_identifier(const Post& post, uint32_t first_word) {
  const std::string_view after = post.text().substr(post.tokens()[first_word].span.end);
  return after.size() > 1 && after[0] == ':' && after[1] >= '0' && after[1] <= '9';
}

ProseSentence measure(const Post& post, uint32_t index, BlockRole role) {
  const Sentence& sentence = post.segments.sentences[index];
  ProseSentence measured;
  measured.sentence = index;
  if (role == BlockRole::list_item) {
    measured.form = SentenceForm::list_item;
  } else if (sentence.end == SentenceEnd::none) {
    measured.form = SentenceForm::label;
  }
  const Token* const tokens = post.tokens().data();
  uint64_t hash = 0;
  uint32_t words = 0;
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Token& token = tokens[i];
    if (is_word(token)) {
      hash = (hash + token.hash) * 0x9E3779B97F4A7C15U;
      if (words == 0) measured.first_word = i;
      ++words;
    } else if (token.kind == TokenKind::code) {
      measured.has_code = true;
    }
  }
  if (words > 0 && is_identifier(post, measured.first_word)) measured.form = SentenceForm::label;
  measured.hash = hash ^ words;
  measured.words = words;
  return measured;
}

/// Hash of the word with this index (0 or 1) in an opening, 0 when the sentence is shorter. Inline
/// code is a word of its own value: "The `scan` command" and "The `fetch` command" differ.
uint32_t opening_hash(const Post& post, const ProseSentence& sentence, uint32_t index) {
  const Sentence& whole = post.segments.sentences[sentence.sentence];
  for (uint32_t i = whole.first; i < whole.last; ++i) {
    const Token& token = post.tokens()[i];
    if (!is_word(token) && token.kind != TokenKind::code) continue;
    if (index-- == 0) return token.hash;
  }
  return 0;
}

/// Source bytes between paragraphs with nothing but blank lines between them; a thematic break,
/// code or an image takes more.
constexpr uint32_t kMostBlanks = 4;

/// Neighbouring paragraphs, or one.
bool is_next_to(const Post& post, const ProseSentence& a, const ProseSentence& b) {
  const size_t before = post.block_of(a.first_word);
  const size_t after = post.block_of(b.first_word);
  if (before == after) return true;
  const auto& blocks = post.document.blocks;
  return before + 1 == after &&
         blocks[after].source.begin <= blocks[before].source.end + kMostBlanks;
}

/// English only: other languages say more in four words.
bool is_staccato(const std::vector<ProseSentence>& sentences, Language language) {
  if (language != Language::en) return false;
  size_t prose = 0;
  size_t brief = 0;
  for (const ProseSentence& sentence : sentences) {
    if (sentence.form != SentenceForm::prose) continue;
    ++prose;
    if (sentence.words <= kStaccatoWords) ++brief;
  }
  return prose >= kFewestStaccato &&
         static_cast<double>(brief) >= kStaccatoShare * static_cast<double>(prose);
}

/// How many words sentences may have, on average, to be heard as a row.
struct RowLimits {
  double short_words;
  size_t shortest;
};

bool is_strong(const Post& post, const std::vector<ProseSentence>& sentences,
               const RowLimits& limits, OpeningRun& run) {
  if (run.last - run.first < limits.shortest) return false;
  size_t words = 0;
  const uint32_t second = opening_hash(post, sentences[run.first], 1);
  run.two_words = second != 0;
  for (size_t i = run.first; i < run.last; ++i) {
    words += sentences[i].words;
    run.two_words = run.two_words && opening_hash(post, sentences[i], 1) == second;
  }
  const double mean = static_cast<double>(words) / static_cast<double>(run.last - run.first);
  if (mean <= limits.short_words) return true;
  if (run.last - run.first < kShortestRun) return false;
  if (run.two_words) return true;
  const Token& opening = post.tokens()[sentences[run.first].first_word];
  const bool title_of_name = post.text().substr(opening.span.end).starts_with(".");  // "Dr. Who"
  return mean <= 2 * limits.short_words && !title_of_name &&
         !is_weak_opening(opening.hash, post.language);
}

}  // namespace

std::vector<ProseSentence> find_prose_sentences(const Post& post) {
  std::vector<ProseSentence> found;
  found.reserve(post.segments.sentences.size());
  size_t block = 0;
  size_t quotation = 0;
  for (uint32_t i = 0; i < post.segments.sentences.size(); ++i) {
    const uint32_t first = post.segments.sentences[i].first;
    while (post.block_tokens[block + 1] <= first) ++block;
    if (!is_running_text(post.document.blocks[block])) continue;
    while (quotation < post.quotations.size() && post.quotations[quotation].last_token <= first) {
      ++quotation;
    }
    if (quotation < post.quotations.size() && post.quotations[quotation].first_token <= first) {
      continue;
    }
    const ProseSentence sentence = measure(post, i, post.document.blocks[block].role);
    if (sentence.words > 0) found.push_back(sentence);
  }
  return found;
}

std::vector<OpeningRun> opening_runs(const Post& post, const std::vector<ProseSentence>& sentences,
                                     double short_words) {
  std::vector<OpeningRun> runs;
  if (!has_function_words(post.language)) return runs;
  const RowLimits limits{short_words,
                         is_staccato(sentences, post.language) ? kShortestPair : kShortestRun};
  const auto opening = [&](size_t i) { return opening_hash(post, sentences[i], 0); };
  for (size_t first = 0; first < sentences.size();) {
    size_t last = first + 1;
    if (sentences[first].form == SentenceForm::prose) {
      while (last < sentences.size() && sentences[last].form == SentenceForm::prose &&
             opening(last) == opening(first) &&
             is_next_to(post, sentences[last - 1], sentences[last])) {
        ++last;
      }
      OpeningRun run{first, last};
      if (is_strong(post, sentences, limits, run)) runs.push_back(run);
    }
    first = last;
  }
  return runs;
}

}  // namespace soiree
