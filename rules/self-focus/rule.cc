#include "linter/lint/rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>

#include "rules/self-focus/focus.h"
#include "rules/self-focus/short_post.h"

namespace soiree {
namespace {

/// Social posts of more words are judged as articles are.
constexpr uint32_t kLongestShortPost = 60;
constexpr double kShortScore = 1;

/// How the thresholds rise above the option `share`; measured in rule.md's section "Why".
constexpr uint32_t kMediumArticle = 600;  // words
constexpr uint32_t kLongArticle = 1200;
constexpr double kMediumRise = 0.10;
constexpr double kLongRise = 0.25;
constexpr double kTechnicalCodeShare = 0.035;
constexpr double kTechnicalRise = 0.20;
constexpr double kLongTechnicalRise = 0.35;
constexpr double kNotesRise = 0.25;
constexpr double kTeamRise = 0.30;
constexpr double kSocialRise = 0.10;
/// A post that speaks of hardly anybody else needs fewer first-person words.
constexpr double kClearShare = 0.20;
constexpr double kClearDensity = 0.64;
constexpr double kFewestSelf = 4;
/// A report that links its sources is about the matter unless it says "we" this often.
constexpr double kReportDensity = 0.045;
constexpr double kReportSingular = 0.4;  ///< share of "I" and "my" among its first-person words
constexpr uint32_t kSources = 2;         ///< links
/// So many identifiers between the words explain a technique, whoever tells it.
constexpr uint32_t kExplainingCode = 5;
constexpr double kMostlyCode = 0.30;

/// Languages without labelled posts: only what is beyond doubt.
constexpr double kOtherRise = 0.25;
constexpr double kOtherDensity = 0.04;
constexpr double kOtherFewestSelf = 8;
constexpr double kOtherCodeShare = 0.035;

struct Settings {
  double share = 0;
  double density = 0;
  uint32_t minimum_words = 0;
  bool short_posts = true;
};

bool is_known(Language language) {
  return language == Language::es || language == Language::pt || language == Language::fr ||
         language == Language::de || language == Language::ru;
}

class SelfFocus : public Check {
 public:
  SelfFocus(const Settings& settings, const RuleContext& context)
      : settings_(settings), names_(context.self) {}

  void on_post(const Post& post, const PhraseMatches& /*phrases*/, Report& report) const override {
    if (post.kind == PostKind::article) return check_long(post, report);
    if (post.kind != PostKind::social || !settings_.short_posts) return;
    if (count_short_words(post) > kLongestShortPost) return check_long(post, report);
    if (post.language == Language::en || post.language == Language::unknown) {
      check_short(post, report);
    }
  }

 private:
  void check_long(const Post& post, Report& report) const {
    const bool english = post.language == Language::en;
    if (!english && !is_known(post.language)) return;
    const Focus focus = measure_focus(post, names_);
    if (focus.words < settings_.minimum_words || focus.passages[0].weight <= 0) return;
    if (english ? is_flagged(post, focus) : is_flagged_elsewhere(focus)) report_long(focus, report);
  }

  bool is_flagged(const Post& post, const Focus& focus) const {
    if (is_about_a_matter(focus)) return false;
    const double density = focus.density();
    const double share = focus.share();
    if (focus.self < kFewestSelf || density < settings_.density * kClearDensity) return false;
    const bool clear = share >= settings_.share + kClearShare;
    if (!clear && density < settings_.density) return false;
    return share >= threshold(post, focus);
  }

  /// "we" all along and hardly an "I": a team speaks, or everybody is meant.
  static bool is_team(const Focus& focus) { return focus.singular <= 1; }
  /// More "we" than "I", and sources at hand: somebody reports.
  static bool is_report(const Focus& focus) {
    return focus.links >= kSources && focus.singular <= kReportSingular * focus.self;
  }

  /// Thanks, notices, explained techniques and sourced reports, which authors also tell in the
  /// first person.
  static bool is_about_a_matter(const Focus& focus) {
    if (focus.matter_title) return true;
    const bool technical = focus.code_share >= kTechnicalCodeShare;
    if (focus.code_share >= kMostlyCode) return true;
    if (technical && (focus.inline_code >= kExplainingCode || focus.links >= kSources)) return true;
    return is_report(focus) && focus.density() < kReportDensity;
  }

  double threshold(const Post& post, const Focus& focus) const {
    const bool long_article = focus.words >= kLongArticle;
    double rise = long_article ? kLongRise : focus.words >= kMediumArticle ? kMediumRise : 0;
    if (focus.code_share >= kTechnicalCodeShare) {
      rise = long_article ? kLongTechnicalRise : kTechnicalRise;
    }
    if (is_team(focus) || is_report(focus)) rise = std::max(rise, kTeamRise);
    if (focus.list_words * 2 > focus.words) rise = std::max(rise, kNotesRise);
    if (post.kind == PostKind::social) rise = std::max(rise, kSocialRise);
    return settings_.share + rise;
  }

  bool is_flagged_elsewhere(const Focus& focus) const {
    return focus.self >= kOtherFewestSelf && focus.singular * 2 >= focus.self &&
           focus.density() >= std::max(kOtherDensity, settings_.density) &&
           focus.code_share < kOtherCodeShare && focus.share() >= settings_.share + kOtherRise;
  }

  static void report_long(const Focus& focus, Report& report) {
    const uint32_t reader = focus.reader_words + focus.instructions;
    const std::string turns =
        reader == 0 ? "never to the reader"
                    : fmt::format("to the reader {}",
                                  reader == 1 ? "once" : fmt::format("{} times", reader));
    FindingHandle finding = report.add(
        focus.passages[0].sentence,
        fmt::format(
            "this post speaks of its author {} times in {} words and turns {}; readers stay "
            "for what they can use, so say what is in it for them or ask them something",
            focus.self_words, focus.words, turns));
    for (size_t i = 1; i < focus.passages.size() && focus.passages[i].weight > 0; ++i) {
      const SelfPassage& passage = focus.passages[i];
      finding.note(passage.sentence, fmt::format("in this paragraph {} of {} words",
                                                 passage.self_words, passage.words));
    }
  }

  static void check_short(const Post& post, Report& report) {
    const ShortFocus focus = measure_short_focus(post);
    if (focus.score < kShortScore || focus.place.empty()) return;
    const auto self = static_cast<uint32_t>(std::lround(focus.singular + focus.plural));
    std::string seen;
    if (self > 0) {
      seen = fmt::format("says \"I\", \"my\" or \"we\" {} in {} words and \"you\" {}",
                         self == 1 ? "once" : fmt::format("{} times", self), focus.words,
                         focus.reader_words == 0 ? "never" : "less often");
    } else if (focus.omitted > 0) {
      seen = fmt::format("tells in {} words what its author is doing", focus.words);
    } else {
      seen = "says where its author is and little else";
    }
    report.add(focus.place, fmt::format("this post {}; add what a reader can use or answer", seen));
  }

  Settings settings_;
  OwnNames names_;
};

}  // namespace

std::unique_ptr<Check> make_self_focus(const RuleOptions& options, const RuleContext& context) {
  Settings settings;
  settings.share = options.number("share");
  settings.density = options.number("density");
  settings.minimum_words = static_cast<uint32_t>(options.integer("minimum-words"));
  settings.short_posts = options.boolean("short-posts");
  return std::make_unique<SelfFocus>(settings, context);
}

}  // namespace soiree
