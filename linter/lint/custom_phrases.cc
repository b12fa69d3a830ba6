// Custom rules of the kinds `phrases` and `pattern`.
#include <re2/re2.h>

#include <algorithm>

#include "linter/lint/custom_checks.h"
#include "linter/lint/custom_filter.h"

namespace soiree {
namespace {

constexpr int64_t kPatternMemory = int64_t{8} << 20;  // bytes

RE2::Options pattern_options() {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kPatternMemory);
  return options;
}

std::string shown(std::string_view match) {
  constexpr size_t kLongest = 60;
  std::string text = "`";
  size_t end = std::min(match.size(), kLongest);
  while (end < match.size() && (static_cast<unsigned char>(match[end]) & 0xC0) == 0x80) --end;
  text.append(match.substr(0, end));
  return text + (end < match.size() ? "...`" : "`");
}

/// A replacement at the start of a sentence begins as what it replaces did.
std::string in_case_of(std::string_view match, std::string replacement) {
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  const bool lower = !replacement.empty() && replacement[0] >= 'a' && replacement[0] <= 'z';
  if (lower && !match.empty() && upper(match[0])) {
    replacement[0] = static_cast<char>(replacement[0] - 'a' + 'A');
  }
  return replacement;
}

class PhrasesCheck : public Check {
 public:
  PhrasesCheck(const CustomRule& rule, PhraseIndex& phrases)
      : rule_(rule), lexicon_(add_phrases(rule, phrases)) {}

  void on_post(const Post& post, const PhraseMatches& phrases, Report& report) const override {
    if (!applies_to(rule_.filter, post)) return;
    for (const PhraseMatch& match : phrases.of(lexicon_)) {
      const TextSpan place = span_of(match, post);
      if (looks_at(rule_.filter, post, post.block_of(match.first), place)) {
        add(post, rule_.phrases[match.category], place, report);
      }
    }
  }

 private:
  void add(const Post& post, const CustomPhrase& phrase, TextSpan place, Report& report) const {
    const std::string_view text = post.text(place);
    const std::string replacement = in_case_of(text, phrase.replacement.value_or(""));
    // Rules about spelling find the right one too: phrases match in any case.
    if (phrase.replacement && text == replacement) return;
    std::string message = rule_.message;
    if (message.empty()) {
      message = "{match}: {summary}";
      if (phrase.replacement) {
        message += replacement.empty() ? "; leave it out" : "; use `{replacement}`";
      }
    }
    FindingHandle finding =
        report.add(place, fill_message(message, {{"match", shown(text)},
                                                 {"summary", clause_of(rule_)},
                                                 {"replacement", replacement}}));
    if (phrase.replacement) {
      finding.fix("Replace by `" + replacement + "`", FixSafety::unsafe, place, replacement);
    }
  }

  const CustomRule& rule_;
  LexiconId lexicon_;
};

class PatternCheck : public Check {
 public:
  explicit PatternCheck(const CustomRule& rule)
      : rule_(rule), pattern_(rule.pattern, pattern_options()) {}

  void on_post(const Post& post, const PhraseMatches& /*phrases*/, Report& report) const override {
    if (!applies_to(rule_.filter, post)) return;
    for (size_t i = 0; i < post.document.blocks.size(); ++i) {
      for_each_match(post, post.document.blocks[i].text, [&](TextSpan place) {
        if (!looks_at(rule_.filter, post, i, place) || touches_code(post, place)) return;
        report.add(place, fill_message(
                              rule_.message.empty() ? "{match}: {summary}" : rule_.message,
                              {{"match", shown(post.text(place))}, {"summary", clause_of(rule_)}}));
      });
    }
  }

 private:
  template <class Use>
  void for_each_match(const Post& post, TextSpan block, Use use) const {
    const std::string_view bytes = post.text(block);
    const re2::StringPiece text(bytes.data(), bytes.size());
    re2::StringPiece match;
    for (size_t at = 0; at < bytes.size();) {
      if (!pattern_.Match(text, at, bytes.size(), RE2::UNANCHORED, &match, 1)) return;
      const auto begin = static_cast<uint32_t>(match.data() - bytes.data());
      const auto end = static_cast<uint32_t>(begin + match.size());
      if (end > begin) use(TextSpan{block.begin + begin, block.begin + end});
      at = std::max<size_t>(end, begin + 1);
    }
  }

  const CustomRule& rule_;
  RE2 pattern_;
};

}  // namespace

LexiconId add_phrases(const CustomRule& rule, PhraseIndex& phrases) {
  const LexiconId lexicon = phrases.add_lexicon(rule.filter.languages);
  for (size_t i = 0; i < rule.phrases.size(); ++i) {
    phrases.add_phrase(lexicon, rule.phrases[i].sequences, static_cast<uint16_t>(i));
  }
  return lexicon;
}

std::optional<std::string> pattern_mistake(const std::string& pattern) {
  const RE2 compiled(pattern, pattern_options());
  if (!compiled.ok()) {
    return compiled.error() + "; patterns are RE2's, which has no look-around and no " +
           "backreferences: it matches in linear time whatever the text";
  }
  if (RE2::FullMatch("", compiled)) return "it matches nothing at all, so it is found everywhere";
  return std::nullopt;
}

std::string fill_message(std::string_view message,
                         std::initializer_list<std::pair<std::string_view, std::string>> values) {
  std::string filled;
  while (!message.empty()) {
    const size_t open = std::min(message.find('{'), message.size());
    filled.append(message.substr(0, open));
    message.remove_prefix(open);
    if (message.starts_with("{{")) {
      filled += "{{";
      message.remove_prefix(2);
      continue;
    }
    const size_t close = message.find('}');
    const std::string_view name = message.substr(0, close).substr(message.empty() ? 0 : 1);
    const auto value = std::find_if(values.begin(), values.end(),
                                    [&](const auto& known) { return known.first == name; });
    const bool known = close != std::string_view::npos && value != values.end();
    if (known) filled.append(value->second);
    if (!known && !message.empty()) filled += '{';
    message.remove_prefix(known ? close + 1 : std::min<size_t>(1, message.size()));
  }
  return filled;
}

std::unique_ptr<Check> make_custom_check(const CustomRule& rule, const RuleContext& context) {
  switch (rule.kind) {
    case CustomKind::phrases:
      return std::make_unique<PhrasesCheck>(rule, *context.phrases);
    case CustomKind::pattern:
      return std::make_unique<PatternCheck>(rule);
    case CustomKind::limit:
      break;
  }
  return make_limit_check(rule, *context.phrases);
}

}  // namespace soiree
