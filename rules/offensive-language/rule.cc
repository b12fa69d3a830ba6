#include "linter/lint/rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>

#include "rules/offensive-language/insult.h"
#include "rules/offensive-language/places.h"

namespace soiree {
namespace {

constexpr size_t kMostNotes = 8;

class OffensiveLanguage : public Check {
 public:
  OffensiveLanguage(LexiconId lexicon, double tolerance, std::vector<uint32_t> allowed)
      : lexicon_(lexicon), tolerance_(tolerance), allowed_(std::move(allowed)) {}

  void on_post(const Post& post, const PhraseMatches& phrases, Report& report) const override {
    if (post.kind == PostKind::repost) return;
    const auto places = find_offensive_places(post, phrases.of(lexicon_), allowed_);
    if (places.empty()) return;
    double points = 0;
    for (const OffensivePlace& place : places) points += place.points;
    if (post.is_short() ? points < 1 : points <= tolerance_) return;
    report_places(places, report);
  }

 private:
  static void report_places(const std::vector<OffensivePlace>& places, Report& report) {
    const auto worst = std::max_element(
        places.begin(), places.end(),
        [](const OffensivePlace& a, const OffensivePlace& b) { return a.offence < b.offence; });
    FindingHandle finding = report.add(worst->span, message_for(worst->offence, places));
    if (worst->offence == Offence::slur) finding.worse();
    if (worst->offence == Offence::coarse) finding.milder();
    size_t notes = 0;
    for (const OffensivePlace& place : places) {
      if (&place == &*worst) continue;
      if (++notes > kMostNotes) break;
      finding.note(place.span, note_for(place.offence));
    }
  }

  static std::string message_for(Offence worst, const std::vector<OffensivePlace>& places) {
    const auto count = [&](Offence least, Offence most) {
      return std::count_if(places.begin(), places.end(), [&](const OffensivePlace& place) {
        return least <= place.offence && place.offence <= most;
      });
    };
    switch (worst) {
      case Offence::slur:
        return "this word is a slur: it insults people for what they are; say what you mean "
               "without it";
      case Offence::insult: {
        const auto insults = count(Offence::insult, Offence::insult);
        const std::string seen = insults == 1
                                     ? "this insults somebody"
                                     : fmt::format("this is one of {} insults here", insults);
        return seen +
               "; readers remember the insult and forget the point, so say what was wrong "
               "with what they did";
      }
      case Offence::joke:
        return "this laughs at a group of people, and some of your readers belong to it; find a "
               "joke they can laugh about too";
      default: {
        const auto words = count(Offence::coarse, Offence::crude);
        return fmt::format(
            "{} in this post, more than a PG-13 film has; many read at work or beside a child, so "
            "say it in other words",
            words == 1 ? "a crude word" : fmt::format("{} crude words", words));
      }
    }
  }

  static std::string note_for(Offence offence) {
    switch (offence) {
      case Offence::slur:
        return "a slur";
      case Offence::insult:
        return "an insult";
      case Offence::joke:
        return "a joke about a group of people";
      default:
        return "a crude word";
    }
  }

  LexiconId lexicon_;
  double tolerance_;
  std::vector<uint32_t> allowed_;  ///< sorted hashes
};

}  // namespace

std::unique_ptr<Check> make_offensive_language(const RuleOptions& options,
                                               const RuleContext& context) {
  std::vector<uint32_t> allowed;
  for (const std::string& word : options.words("allow")) {
    allowed.push_back(hash_word(fold_word(word)));
  }
  std::sort(allowed.begin(), allowed.end());
  const LexiconId lexicon = context.phrases->use("offensive-language", kPhraseKindNames,
                                                 {Language::en, Language::unknown});
  return std::make_unique<OffensiveLanguage>(lexicon, options.number("tolerance"),
                                             std::move(allowed));
}

}  // namespace soiree
