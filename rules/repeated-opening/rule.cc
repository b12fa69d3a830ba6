#include "linter/lint/rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "linter/post/prose_sentences.h"

namespace soiree {
namespace {

constexpr size_t kMostNotes = 5;

class RepeatedOpening : public Check {
 public:
  explicit RepeatedOpening(const RuleOptions& options)
      : runs_(static_cast<size_t>(options.integer("runs"))),
        sentences_(static_cast<size_t>(options.integer("sentences"))),
        share_(options.number("share")),
        short_words_(options.number("short-words")) {}

  void on_post(const Post& post, const PhraseMatches& /*phrases*/, Report& report) const override;

 private:
  size_t runs_;
  size_t sentences_;
  double share_;
  double short_words_;
};

TextSpan words_of(const Post& post, const ProseSentence& sentence, uint32_t count) {
  const Sentence& whole = post.segments.sentences[sentence.sentence];
  TextSpan span;
  uint32_t seen = 0;
  for (uint32_t i = whole.first; i < whole.last && seen < count; ++i) {
    const Token& token = post.tokens()[i];
    if (!is_word(token) && token.kind != TokenKind::code) continue;
    if (seen++ == 0) span.begin = token.span.begin;
    span.end = token.span.end;
  }
  return span;
}

/// A row that a break or a heading cuts in two is no second row.
size_t count_rows(const Post& post, const std::vector<ProseSentence>& sentences,
                  const std::vector<OpeningRun>& runs) {
  const auto first_hash = [&](const OpeningRun& run) {
    return post.tokens()[sentences[run.first].first_word].hash;
  };
  size_t rows = runs.size();
  for (size_t i = 1; i < runs.size(); ++i) {
    const bool cut = runs[i - 1].last == runs[i].first;
    if (cut && first_hash(runs[i - 1]) == first_hash(runs[i])) --rows;
  }
  return rows;
}

void RepeatedOpening::on_post(const Post& post, const PhraseMatches& /*phrases*/,
                              Report& report) const {
  const std::vector<ProseSentence>& sentences = post.prose;
  if (sentences.size() < sentences_) return;
  const std::vector<OpeningRun> runs = opening_runs(post, sentences, short_words_);
  size_t covered = 0;
  for (const OpeningRun& run : runs) covered += run.last - run.first;
  if (count_rows(post, sentences, runs) < runs_ || covered < sentences_) return;
  if (static_cast<double>(covered) < share_ * static_cast<double>(sentences.size())) return;

  const auto longest = std::max_element(
      runs.begin(), runs.end(),
      [](const OpeningRun& a, const OpeningRun& b) { return a.last - a.first < b.last - b.first; });
  const auto opening = [&](const OpeningRun& run) {
    return words_of(post, sentences[run.first], run.two_words ? 2 : 1);
  };
  const Sentence& end = post.segments.sentences[sentences[longest->last - 1].sentence];
  FindingHandle finding = report.add(
      {opening(*longest).begin, end.span.end},
      fmt::format("{} sentences in a row begin with \"{}\", and {} of the post's {} stand in {} "
                  "such rows; readers hear the drum, not the point. Join some of them, or start "
                  "them with what is new",
                  longest->last - longest->first, post.text(opening(*longest)), covered,
                  sentences.size(), runs.size()));
  size_t notes = 0;
  for (auto run = runs.begin(); run != runs.end() && notes < kMostNotes; ++run) {
    if (run == longest) continue;
    finding.note(opening(*run), fmt::format("{} sentences in a row begin with \"{}\"",
                                            run->last - run->first, post.text(opening(*run))));
    ++notes;
  }
}

}  // namespace

std::unique_ptr<Check> make_repeated_opening(const RuleOptions& options,
                                             const RuleContext& /*context*/) {
  return std::make_unique<RepeatedOpening>(options);
}

}  // namespace soiree
