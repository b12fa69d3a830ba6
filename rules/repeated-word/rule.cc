#include "linter/lint/rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/text/character_class.h"
#include "linter/text/utf8.h"
#include "rules/repeated-word/doubled_words.h"

namespace soiree {
namespace {

/// Shorter words are doubled in play too often: "bang bang", "work work", "long long".
constexpr size_t kFewestLetters = 7;
/// Source bytes between the words that may be markup: "[" of a link, and at a line's start its
/// indent.
constexpr uint32_t kMostMarkup = 2;
constexpr uint32_t kMostIndent = 8;

/// One post while it is checked.
class Search {
 public:
  Search(const Post& post, std::span<const uint32_t> allowed) : post_(post), allowed_(allowed) {}
  /// True when `tokens[second]` is the word before it once more, and by mistake.
  bool is_mistake(uint32_t second);

 private:
  bool stands_alone(uint32_t second) const;
  bool is_suspicious(const Token& first, const Token& second, bool across_lines) const;
  bool is_stranded(uint32_t second) const;
  bool is_whole_block(uint32_t second) const;
  bool is_quoted(uint32_t token) const;
  bool touches_emphasis(TextSpan span);

  const Post& post_;
  std::span<const uint32_t> allowed_;
  std::vector<TextSpan> emphasis_;  ///< sorted, filled when first asked for
};

bool is_blank(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint found = code_point_at(text, at);
    const CharacterClass type = character_info(found.value).type;
    const bool blank = type == CharacterClass::blank || type == CharacterClass::line_end ||
                       type == CharacterClass::ignorable;
    if (!found.valid || !blank) return false;
    at += found.size;
  }
  return true;
}

/// "on on.exit()", "harry.is is": part of a name that is no word of the sentence.
bool Search::stands_alone(uint32_t second) const {
  const std::string_view text = post_.text();
  const uint32_t begin = post_.tokens()[second - 1].span.begin;
  const uint32_t end = post_.tokens()[second].span.end;
  constexpr std::string_view kJoiners = ".-/_@#:=(&'";
  if (begin > 0 && kJoiners.substr(0, 8).find(text[begin - 1]) != std::string_view::npos) {
    return false;
  }
  return end + 1 >= text.size() || text[end + 1] <= ' ' ||
         kJoiners.find(text[end]) == std::string_view::npos;
}

bool Search::is_suspicious(const Token& first, const Token& second, bool across_lines) const {
  if (first.capital && !first.sentence_start && post_.text(first.span) != "I") return false;
  if (second.capital && post_.text(second.span) != "I" && post_.text(second.span) != "I'm") {
    return false;
  }
  if (is_never_doubled(second.hash, post_.language)) return true;
  if (across_lines || first.capital || second.span.size() < kFewestLetters) return false;
  const std::string_view word = post_.text(second.span);
  if (word.find_first_of("-_.0123456789") != std::string_view::npos) return false;
  switch (post_.language) {
    case Language::en:
    case Language::es:
    case Language::pt:
    case Language::fr:
    case Language::de:
      return !is_doubled_for_emphasis(second.hash);
    default:
      return false;
  }
}

/// "the book that I had been looking for for years".
bool Search::is_stranded(uint32_t second) const {
  const auto tokens = post_.tokens();
  if (post_.language != Language::en || second < 2 || second + 1 >= tokens.size()) return false;
  const Token& before = tokens[second - 2];
  const Token& after = tokens[second + 1];
  if (tokens[second - 1].sentence_start || after.sentence_start) return false;
  return may_be_stranded(tokens[second].hash, fold_word(post_.text(before.span)),
                         fold_word(post_.text(after.span)));
}

/// A cell of a table, or a line, that holds the pair and nothing else is a sample.
bool Search::is_whole_block(uint32_t second) const {
  const auto block = post_.tokens_of(post_.block_of(second));
  return block.size() == 2 && block.back().span == post_.tokens()[second].span;
}

bool Search::is_quoted(uint32_t token) const {
  const auto after = std::upper_bound(
      post_.quotations.begin(), post_.quotations.end(), token,
      [](uint32_t at, const Quotation& quotation) { return at < quotation.last_token; });
  return after != post_.quotations.end() && after->first_token <= token;
}

/// True when emphasis begins or ends inside the span: "did *did*" is meant.
bool Search::touches_emphasis(TextSpan span) {
  if (emphasis_.empty()) {
    emphasis_ = post_.document.emphasis;
    std::sort(emphasis_.begin(), emphasis_.end());
  }
  // Emphasis of one of the two words begins at the word, or before the first one.
  const auto begins =
      std::lower_bound(emphasis_.begin(), emphasis_.end(), span.begin,
                       [](TextSpan emphasis, uint32_t begin) { return emphasis.begin < begin; });
  return begins != emphasis_.end() && begins->begin < span.end && *begins != span;
}

/// Source bytes that the text of a gap is written with: "&nbsp;" has six, a folded line its indent.
uint32_t bytes_written(const MappedText& text, TextSpan gap) {
  const std::vector<Run>& runs = text.runs();
  auto run = std::upper_bound(runs.begin(), runs.end(), gap.begin,
                              [](uint32_t at, const Run& each) { return at < each.text_begin; });
  uint32_t bytes = 0;
  for (--run; run != runs.end() && run->text_begin < gap.end; ++run) {
    const auto next = run + 1;
    const uint32_t end = next == runs.end() ? text.size() : next->text_begin;
    const uint32_t shared = std::min(end, gap.end) - std::max(run->text_begin, gap.begin);
    bytes += run->verbatim ? shared : run->source_end - run->source_begin;
  }
  return bytes;
}

bool Search::is_mistake(uint32_t second) {
  const std::span<const Token> tokens = post_.tokens();
  const Token& a = tokens[second - 1];
  const Token& b = tokens[second];
  if (a.kind != TokenKind::word || b.kind != TokenKind::word || b.sentence_start) return false;
  if (a.all_capitals || b.all_capitals) return false;
  if (std::find(allowed_.begin(), allowed_.end(), b.hash) != allowed_.end()) return false;
  const TextSpan gap{a.span.end, b.span.begin};
  if (gap.empty() || !is_blank(post_.text(gap))) return false;
  const bool across_lines = post_.text(gap).find('\n') != std::string_view::npos;
  if (!is_suspicious(a, b, across_lines) || !stands_alone(second)) return false;
  if (is_stranded(second) || is_whole_block(second)) return false;
  // "blah blah blah" is meant, and a stammer in a transcript is what was said.
  if (second >= 2 && tokens[second - 2].hash == b.hash) return false;
  if (second + 1 < tokens.size() && tokens[second + 1].hash == b.hash) return false;
  const TextSpan both{a.span.begin, b.span.end};
  if (!post_.document.text.verbatim(both)) {
    const SourceSpan source = post_.document.text.source(both);
    const uint32_t words = both.size() - gap.size();
    const uint32_t most = across_lines
                              ? words + gap.size() + kMostIndent
                              : words + bytes_written(post_.document.text, gap) + kMostMarkup;
    if (source.size() > most || touches_emphasis(both)) return false;
    if (!is_never_doubled(b.hash, post_.language)) return false;
  }
  return !is_quoted(second);
}

class RepeatedWord : public Check {
 public:
  explicit RepeatedWord(const RuleOptions& options) {
    for (const std::string& word : options.words("allow")) {
      allowed_.push_back(hash_word(fold_word(word)));
    }
  }
  void on_post(const Post& post, const PhraseMatches& /*phrases*/, Report& report) const override;

 private:
  std::vector<uint32_t> allowed_;
};

/// What to cut so that one of the two stays: the second one with the blank on its side, so that
/// line ends stay where they are.
TextSpan superfluous(const Post& post, TextSpan first, TextSpan second) {
  const bool same_line = post.text({first.end, second.begin}).find('\n') == std::string_view::npos;
  const bool blank_after = second.end < post.text().size() && post.text()[second.end] == ' ';
  if (same_line || !blank_after) return {first.end, second.end};
  return {second.begin, second.end + 1};
}

void RepeatedWord::on_post(const Post& post, const PhraseMatches& /*phrases*/,
                           Report& report) const {
  Search search(post, allowed_);
  const std::span<const Token> tokens = post.tokens();
  for (uint32_t i = 1; i < tokens.size(); ++i) {
    if (tokens[i].hash != tokens[i - 1].hash || !search.is_mistake(i)) continue;
    const std::string_view word = post.text(tokens[i].span);
    // "version version numbers": a longer word may be a name of two words.
    const FixSafety safety =
        is_never_doubled(tokens[i].hash, post.language) ? FixSafety::safe : FixSafety::unsafe;
    report
        .add({tokens[i - 1].span.begin, tokens[i].span.end},
             fmt::format("\"{0} {0}\": the word is here twice; take one of them out", word))
        .fix(fmt::format("Remove one \"{}\"", word), safety,
             superfluous(post, tokens[i - 1].span, tokens[i].span), "");
  }
}

}  // namespace

std::unique_ptr<Check> make_repeated_word(const RuleOptions& options,
                                          const RuleContext& /*context*/) {
  return std::make_unique<RepeatedWord>(options);
}

}  // namespace soiree
