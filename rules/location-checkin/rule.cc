#include "linter/lint/rule.h"

#include <fmt/format.h>

#include <string>

#include "rules/location-checkin/check_in.h"

namespace soiree {
namespace {

constexpr std::string_view kAdvice =
    "say what your readers can see, do or learn there, or leave it out";

uint32_t count_words(const Post& post, TextSpan span) {
  uint32_t words = 0;
  for (const Token& token : post.tokens()) {
    if (is_word(token) && span.contains(token.span.begin)) ++words;
  }
  return words;
}

std::string message(const Post& post, const CheckIn& check_in) {
  switch (check_in.sign) {
    case CheckInSign::service_link:
      return fmt::format("a check-in link tells where you are and nothing about it; {}", kAdvice);
    case CheckInSign::coordinates:
      return fmt::format("bare coordinates tell where you are and nothing about it; {}", kAdvice);
    case CheckInSign::map_link:
      return fmt::format("hardly anything here but a map; {}", kAdvice);
    case CheckInSign::location_field:
      return fmt::format("the post goes out as a check-in at \u201C{}\u201D; {}",
                         post.metadata.location.value, kAdvice);
    default:
      break;
  }
  const uint32_t place = count_words(post, check_in.place) + count_words(post, check_in.also);
  const uint32_t all = count_words(post, {0, static_cast<uint32_t>(post.text().size())});
  return fmt::format("{} of {} words {} where you are; {}", place, all,
                     place == 1 ? "tells" : "tell", kAdvice);
}

class LocationCheckin : public Check {
 public:
  LocationCheckin(const RuleOptions& options, const RuleContext& context)
      : lexicon_(use_check_in_lexicon(*context.phrases)),
        location_fields_(options.boolean("location-fields")) {}

  void on_post(const Post& post, const PhraseMatches& phrases, Report& report) const override {
    const CheckIn check_in = find_check_in(post, phrases.of(lexicon_));
    if (!check_in) return;
    if (check_in.sign != CheckInSign::location_field) {
      FindingHandle finding = report.add(check_in.place, message(post, check_in));
      if (!check_in.also.empty()) finding.note(check_in.also, "here too");
    } else if (location_fields_) {
      report.add(post.metadata.location, message(post, check_in));
    }
  }

 private:
  LexiconId lexicon_;
  bool location_fields_;
};

}  // namespace

std::unique_ptr<Check> make_location_checkin(const RuleOptions& options,
                                             const RuleContext& context) {
  return std::make_unique<LocationCheckin>(options, context);
}

}  // namespace soiree
