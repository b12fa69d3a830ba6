#ifndef SOIREE_LINT_CUSTOM_RULE_H_
#define SOIREE_LINT_CUSTOM_RULE_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/lint/example_marks.h"
#include "linter/lint/phrase_pattern.h"
#include "linter/lint/phrases.h"
#include "linter/lint/rule.h"

namespace soiree {

enum class CustomKind : uint8_t {
  phrases,  ///< reports phrases, perhaps with a replacement
  pattern,  ///< reports what a regular expression matches
  limit,    ///< reports too many or too few of something
};

enum class PostPart : uint8_t { title, description, heading, prose, quote, count };

/// Where a custom rule looks.
struct CustomFilter {
  uint32_t parts = 0;                 ///< bits of PostPart
  uint32_t kinds = UINT32_MAX;        ///< bits of PostKind
  std::vector<std::string> channels;  ///< folded names; empty for all
  LanguageSet languages = LanguageSet::all();
};

struct CustomPhrase {
  std::vector<PhraseSequence> sequences;
  std::optional<std::string> replacement;
};

enum class Counted : uint8_t { phrases, links, mentions, hashtags, words, questions };

/// How many there may be, or must be.
struct CustomLimit {
  Counted counted = Counted::links;
  std::optional<double> most;
  std::optional<double> least;
  bool share = false;         ///< `most` and `least` are shares (0..1) of the words
  uint32_t window_posts = 0;  ///< counted over so many posts of a feed
  uint32_t window_days = 0;   ///< or over so many days; both 0: in each post
  bool per_post() const { return window_posts == 0 && window_days == 0; }
};

struct CustomExample {
  std::string path;  ///< the file it stands for
  MarkedText text;   ///< without marks: a fine example
  std::optional<std::string> fixed;
  uint32_t line = 0;  ///< 1-based, in the rule's file
};

/// A rule that somebody wrote in YAML. Immutable after it is read.
struct CustomRule {
  CustomRule() = default;
  CustomRule(const CustomRule&) = delete;
  CustomRule& operator=(const CustomRule&) = delete;

  std::string file;  ///< as messages name it
  std::string id;
  std::string summary;
  std::string doc;      ///< the whole file
  std::string message;  ///< empty for the usual one; see fill_message
  RuleInfo info;        ///< its texts are those above
  CustomKind kind = CustomKind::phrases;
  CustomFilter filter;
  std::vector<CustomPhrase> phrases;
  std::string pattern;
  CustomLimit limit;
  std::vector<CustomExample> examples;
};

/// What is wrong with a regular expression, with what to do about it; nothing when it is right.
std::optional<std::string> pattern_mistake(const std::string& pattern);

/// The check that does what `rule` says; the rule must outlive it.
std::unique_ptr<Check> make_custom_check(const CustomRule& rule, const RuleContext& context);

/// `message` with `{name}` replaced by the value of that name; `{{name}}` stays.
std::string fill_message(std::string_view message,
                         std::initializer_list<std::pair<std::string_view, std::string>> values);

}  // namespace soiree

#endif  // SOIREE_LINT_CUSTOM_RULE_H_
