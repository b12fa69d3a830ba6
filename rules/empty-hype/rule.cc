#include "linter/lint/rule.h"

#include <fmt/format.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "rules/empty-hype/hype.h"

namespace soiree {
namespace {

struct SignName {
  HypeSign sign;
  std::string_view one;
  std::string_view many;
};

constexpr SignName kSignNames[] = {
    {HypeSign::superlative, "superlative", "superlatives"},
    {HypeSign::guru, "line of guru talk", "lines of guru talk"},
    {HypeSign::hustle, "hustle slogan", "hustle slogans"},
    {HypeSign::secret, "promise of a secret", "promises of a secret"},
    {HypeSign::grand, "grand word", "grand words"},
    {HypeSign::drama, "drum roll", "drum rolls"},
    {HypeSign::big_word, "big word", "big words"},
    {HypeSign::praise, "word of self-praise", "words of self-praise"},
};

std::string list_signs(const Hype& hype) {
  std::vector<std::string> parts;
  for (const SignName& name : kSignNames) {
    const uint32_t count = hype.signs[static_cast<size_t>(name.sign)];
    if (count > 0) parts.push_back(fmt::format("{} {}", count, count == 1 ? name.one : name.many));
  }
  std::string list;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) list += i + 1 == parts.size() ? " and " : ", ";
    list += parts[i];
  }
  return list;
}

std::string message_for_article(const Hype& hype) {
  if (hype.rolls_throughout) {
    return fmt::format(
        "{}, and {} of {} sentences have four words or fewer; drums all along tire the reader: "
        "say in whole sentences what it does, by how much, and how you know",
        list_signs(hype), hype.short_sentences, hype.sentences);
  }
  return fmt::format(
      "{} in {} words; big words without proof make readers doubt the rest: say what it does, by "
      "how much, and how you know",
      list_signs(hype), hype.words);
}

class EmptyHype : public Check {
 public:
  EmptyHype(const RuleOptions& options, const RuleContext& context)
      : meter_(context),
        strength_(options.number("strength")),
        short_posts_(options.boolean("short-posts")) {}

  void on_post(const Post& post, const PhraseMatches& phrases, Report& report) const override {
    if (post.is_short() && !short_posts_) return;
    const Hype hype = meter_.measure(post, phrases);
    if (hype.score == 0 || hype.score < strength_) return;
    if (hype.is_slogan) {
      report.add(hype.passages[0].phrase,
                 fmt::format("this post is a slogan: {} in {} words; readers have seen many like "
                             "it, so say what happened or what to do",
                             list_signs(hype), hype.words));
      return;
    }
    FindingHandle finding = report.add(hype.passages[0].sentence, message_for_article(hype));
    for (size_t i = 1; i < hype.passages.size() && hype.passages[i].weight > 0; ++i) {
      finding.note(hype.passages[i].phrase, "promises as well");
    }
  }

 private:
  HypeMeter meter_;
  double strength_;
  bool short_posts_;
};

}  // namespace

std::unique_ptr<Check> make_empty_hype(const RuleOptions& options, const RuleContext& context) {
  return std::make_unique<EmptyHype>(options, context);
}

}  // namespace soiree
