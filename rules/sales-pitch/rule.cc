#include "linter/lint/rule.h"

#include <fmt/format.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "rules/sales-pitch/pitch.h"

namespace soiree {
namespace {

struct SignName {
  PitchSign sign;
  std::string_view one;
  std::string_view many;
};

constexpr SignName kSignNames[] = {
    {PitchSign::action, "call to action", "calls to action"},
    {PitchSign::offer, "offer", "offers"},
    {PitchSign::urgency, "push to hurry", "pushes to hurry"},
    {PitchSign::price, "price", "prices"},
    {PitchSign::announce, "announcement", "announcements"},
    {PitchSign::own, "mention of what you sell", "mentions of what you sell"},
    {PitchSign::benefit, "promised benefit", "promised benefits"},
    {PitchSign::proof, "appeal to other buyers", "appeals to other buyers"},
    {PitchSign::word, "word of the trade", "words of the trade"},
};

/// "3 calls to action, 2 offers and 1 price".
std::string list_signs(const Post& post, const Pitch& pitch) {
  std::vector<std::string> parts;
  for (const SignName& name : kSignNames) {
    const uint32_t count = pitch.signs[static_cast<size_t>(name.sign)];
    if (count > 0) parts.push_back(fmt::format("{} {}", count, count == 1 ? name.one : name.many));
  }
  if (pitch.shop_links > 0) {
    parts.push_back(
        fmt::format("{} shop {}", pitch.shop_links, pitch.shop_links == 1 ? "link" : "links"));
  }
  if (pitch.product.mentions > 0) {
    parts.push_back(fmt::format("{} links to the site of {}, which is named {} times",
                                pitch.product.links, post.text(pitch.product.name),
                                pitch.product.mentions));
  }
  std::string list;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) list += i + 1 == parts.size() ? " and " : ", ";
    list += parts[i];
  }
  return list;
}

class SalesPitch : public Check {
 public:
  SalesPitch(const RuleOptions& options, const RuleContext& context)
      : meter_(context),
        strength_(options.number("strength")),
        short_posts_(options.boolean("short-posts")) {}

  void on_post(const Post& post, const PhraseMatches& phrases, Report& report) const override {
    if (post.is_short() && !short_posts_) return;
    const Pitch& pitch = meter_.measure(post, phrases);
    if (pitch.score == 0 || pitch.score < strength_) return;
    const std::string seen = fmt::format("{} in {} words", list_signs(post, pitch), pitch.words);
    if (post.is_short()) {
      report.add(
          pitch.passages[0].phrase,
          fmt::format("this post is an advert: {}; readers pass over those, so say something "
                      "that is of use in itself",
                      seen));
      return;
    }
    FindingHandle finding = report.add(
        pitch.passages[0].sentence,
        fmt::format("mostly an advert: {}; give readers something they can use as it is, and "
                    "ask once, at the end",
                    seen));
    for (size_t i = 1; i < pitch.passages.size() && pitch.passages[i].weight > 0; ++i) {
      finding.note(pitch.passages[i].phrase, "sells as well");
    }
  }

 private:
  PitchMeter meter_;
  double strength_;
  bool short_posts_;
};

}  // namespace

std::unique_ptr<Check> make_sales_pitch(const RuleOptions& options, const RuleContext& context) {
  return std::make_unique<SalesPitch>(options, context);
}

}  // namespace soiree
