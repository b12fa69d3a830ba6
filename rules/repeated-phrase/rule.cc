#include "linter/lint/rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "linter/post/prose_sentences.h"
#include "rules/repeated-phrase/doubled_passage.h"
#include "rules/repeated-phrase/echoes.h"

namespace soiree {
namespace {

constexpr size_t kMostNotes = 5;
constexpr uint32_t kStaccatoWords = 6;
constexpr double kStaccatoShare = 0.5;
constexpr ptrdiff_t kFewestPhrases = 2;
constexpr size_t kFewestSentences = 3;  // echoes, when something else speaks of repetition too

std::string times(size_t count) { return count == 2 ? "twice" : fmt::format("{} times", count); }

class RepeatedPhrase : public Check {
 public:
  explicit RepeatedPhrase(const RuleOptions& options)
      : sentences_(static_cast<size_t>(options.integer("sentences"))),
        share_(options.number("share")),
        staccato_share_(options.number("staccato-share")),
        cover_(options.number("cover")),
        passage_words_(static_cast<uint32_t>(options.integer("passage-words"))) {}

  void on_post(const Post& post, const PhraseMatches& /*phrases*/, Report& report) const override;

 private:
  bool report_passage(const Post& post, const std::vector<ProseSentence>& sentences,
                      Report& report) const;
  size_t fewest_echoes(const std::vector<ProseSentence>& sentences) const;
  bool is_repetitive(const std::vector<ProseSentence>& sentences, const Echoes& echoes) const;

  size_t sentences_;
  double share_;
  double staccato_share_;
  double cover_;
  uint32_t passage_words_;
};

/// A passage pasted twice is a slip; what else the post repeats hardly matters then.
bool RepeatedPhrase::report_passage(const Post& post, const std::vector<ProseSentence>& sentences,
                                    Report& report) const {
  const DoubledPassage passage = find_doubled_passage(post, sentences);
  if (passage.sentences < kFewestSentences || passage.words < passage_words_) return false;
  report
      .add(passage.again, fmt::format("{} sentences in a row ({} words) stand in this post twice, "
                                      "word for word; take one of the passages out",
                                      passage.sentences, passage.words))
      .note(passage.first, "the same sentences");
  return true;
}

bool is_staccato(const std::vector<ProseSentence>& sentences) {
  const auto is_short = [](const ProseSentence& s) { return s.words <= kStaccatoWords; };
  const auto shorts = std::count_if(sentences.begin(), sentences.end(), is_short);
  return static_cast<double>(shorts) >= kStaccatoShare * static_cast<double>(sentences.size());
}

/// With fewer echoes no post is repetitive.
size_t RepeatedPhrase::fewest_echoes(const std::vector<ProseSentence>& sentences) const {
  const auto of_all = [&](double share) {
    return static_cast<size_t>(share * static_cast<double>(sentences.size()));
  };
  const size_t usual = std::max({sentences_, kFewestSentences, of_all(share_)});
  if (!is_staccato(sentences)) return usual;
  return std::min(usual, std::max(kFewestSentences, of_all(staccato_share_)));
}

bool RepeatedPhrase::is_repetitive(const std::vector<ProseSentence>& sentences,
                                   const Echoes& echoes) const {
  // Fragments add to what is heard, but readers hear none of them alone.
  const auto whole = std::count_if(echoes.phrases.begin(), echoes.phrases.end(),
                                   [](const SharedPhrase& phrase) { return !phrase.fragment; });
  if (whole < kFewestPhrases || echoes.sentences < kFewestSentences) return false;
  const auto all = static_cast<double>(sentences.size());
  const auto share = static_cast<double>(echoes.sentences) / all;
  if (echoes.sentences >= sentences_ && share >= share_) return true;
  return is_staccato(sentences) && share >= staccato_share_;
}

void RepeatedPhrase::on_post(const Post& post, const PhraseMatches& /*phrases*/,
                             Report& report) const {
  const std::vector<ProseSentence>& sentences = post.prose;
  if (sentences.size() < kFewestSentences) return;
  if (report_passage(post, sentences, report)) return;
  const Echoes echoes = find_echoes(post, sentences, cover_, fewest_echoes(sentences));
  if (!is_repetitive(sentences, echoes)) return;
  const auto weight = [](const SharedPhrase& phrase) {
    return phrase.fragment ? 0 : (phrase.places.size() - 1) * phrase.words;
  };
  const auto heaviest = std::max_element(
      echoes.phrases.begin(), echoes.phrases.end(),
      [&](const SharedPhrase& a, const SharedPhrase& b) { return weight(a) < weight(b); });
  FindingHandle finding = report.add(
      heaviest->places.front(),
      fmt::format("{} of {} sentences are made of words that stand in another sentence too; \"{}\" "
                  "comes {}. Say it once, where it counts most",
                  echoes.sentences, sentences.size(), post.text(heaviest->places.front()),
                  times(heaviest->places.size())));
  for (size_t i = 1; i < std::min(heaviest->places.size(), kMostNotes + 1); ++i) {
    finding.note(heaviest->places[i], "here again");
  }
  size_t others = 0;
  for (auto it = echoes.phrases.begin(); it != echoes.phrases.end() && others < kMostNotes; ++it) {
    if (it == heaviest || it->fragment) continue;
    finding.note(it->places.front(), fmt::format("\"{}\" comes {}", post.text(it->places.front()),
                                                 times(it->places.size())));
    ++others;
  }
}

}  // namespace

std::unique_ptr<Check> make_repeated_phrase(const RuleOptions& options,
                                            const RuleContext& /*context*/) {
  return std::make_unique<RepeatedPhrase>(options);
}

}  // namespace soiree
