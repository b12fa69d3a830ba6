#include "rules/self-focus/verdict.h"

#include <algorithm>

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
/// Teams; measured on 171 further posts, see linter/decisions/thresholds-on-other-posts.md.
constexpr double kTeamSingular = 0.15;  ///< share of "I" and "my" up to which a team speaks
constexpr double kTeamDensity = 0.04;
constexpr double kDenseTeamRise = 0.05;
constexpr double kQuietTeamRise = 0.30;
constexpr double kTeamFewestSelf = 6;
constexpr double kTeamLeastDensity = 0.45;  ///< part of the option `density`
constexpr double kTeamLinkDensity = 0.03;
constexpr double kTeamCode = 0.10;
constexpr uint32_t kTeamInlineCode = 2;
constexpr uint32_t kWordsPerTeamLink = 33;   ///< with more links it reports on others
constexpr uint32_t kWordsPerQuietLink = 50;  ///< the same below kTeamLinkDensity
constexpr double kTeamOfOthers = 0.45;       ///< "they" and "them" for each of the team's own words
constexpr double kSocialRise = 0.10;
/// A post that speaks of hardly anybody else needs fewer first-person words.
constexpr double kClearShare = 0.20;
constexpr double kClearDensity = 0.64;
constexpr double kFewestSelf = 4;
/// With this many words to the reader for each of the author's, a post has the reader in view; with
/// this many of all its words, fewer will do.
constexpr double kTurnsToReader = 0.8;
constexpr double kTurnsOften = 0.4;
constexpr double kReaderDensity = 0.022;
constexpr uint32_t kFewestReader = 4;
/// An interview, or a letter that asks: the answers are somebody else's.
constexpr uint32_t kInterview = 3;  ///< questions that stand alone
constexpr double kTeamAsks = 0.25;  ///< words to the reader for each of a team's own
/// When fewer of a team's words mean particular people ("we moved", "our office"), everybody is
/// meant: "we laugh", "we bind the socket". Teams and travellers stand between 0.16 and 0.94.
constexpr double kParticular = 0.1;
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

/// "we" all along and hardly an "I": a team speaks, or everybody is meant.
bool is_team(const Focus& focus) { return focus.singular <= 1; }
/// The same with an "I" here and there.
bool is_mostly_team(const Focus& focus) {
  return is_team(focus) || focus.singular <= kTeamSingular * focus.self_words;
}
/// "we" of an essay or a tutorial, in which the reader is one of us.
bool means_everybody(const Focus& focus) {
  return is_team(focus) && focus.particular + focus.own_names < kParticular * focus.self_words;
}
/// More "we" than "I", and sources at hand: somebody reports.
bool is_report(const Focus& focus) {
  return focus.links >= kSources && focus.singular <= kReportSingular * focus.self;
}

/// Thanks, notices, explained techniques and sourced reports, which authors also tell in the
/// first person.
bool is_about_a_matter(const Focus& focus) {
  if (focus.matter_title) return true;
  const bool technical = focus.code_share >= kTechnicalCodeShare;
  if (focus.code_share >= kMostlyCode) return true;
  if (technical && (focus.inline_code >= kExplainingCode || focus.links >= kSources)) return true;
  return is_report(focus) && focus.density() < kReportDensity;
}

bool has_reader_in_view(const Focus& focus) {
  if (focus.dialogue) return true;
  const uint32_t reader = focus.reader_words + focus.instructions;
  if (reader >= kTurnsToReader * focus.self_words) return true;
  const bool asks = !is_mostly_team(focus) || reader >= kTeamAsks * focus.self_words;
  if (focus.questions >= kInterview && asks) return true;
  return reader >= kFewestReader && reader >= kTurnsOften * focus.self_words &&
         reader >= kReaderDensity * focus.words;
}

double threshold(const Post& post, const Focus& focus, const FocusLimits& limits) {
  const bool long_article = focus.words >= kLongArticle;
  double rise = long_article ? kLongRise : focus.words >= kMediumArticle ? kMediumRise : 0;
  if (focus.code_share >= kTechnicalCodeShare) {
    rise = long_article ? kLongTechnicalRise : kTechnicalRise;
  }
  if (is_team(focus) || is_report(focus)) rise = std::max(rise, kTeamRise);
  if (focus.list_words * 2 > focus.words) rise = std::max(rise, kNotesRise);
  if (post.kind == PostKind::social) rise = std::max(rise, kSocialRise);
  return limits.share + rise;
}

/// An article of a team that says "we" all along, or that speaks of nobody else.
bool is_team_about_itself(const Post& post, const Focus& focus, const FocusLimits& limits) {
  if (post.kind != PostKind::article || !is_mostly_team(focus) || focus.matter_title) return false;
  if (focus.self < kTeamFewestSelf) return false;
  if (focus.links * kWordsPerTeamLink > focus.words) return false;
  if (focus.people_words >= kTeamOfOthers * focus.self_words) return false;
  const bool technical = focus.inline_code > kTeamInlineCode;
  const double density = focus.density();
  if (density < limits.density * kTeamLeastDensity) return false;
  const double share = focus.share();
  if (density >= kTeamDensity && share >= limits.share + kDenseTeamRise) {
    return !technical || focus.code_share < kTeamCode;
  }
  if (technical || share < limits.share + kQuietTeamRise) return false;
  return density >= kTeamLinkDensity || focus.links * kWordsPerQuietLink <= focus.words;
}

bool is_flagged(const Post& post, const Focus& focus, const FocusLimits& limits) {
  if (has_reader_in_view(focus) || means_everybody(focus)) return false;
  if (is_team_about_itself(post, focus, limits)) return true;
  if (is_about_a_matter(focus)) return false;
  const double density = focus.density();
  const double share = focus.share();
  if (focus.self < kFewestSelf || density < limits.density * kClearDensity) return false;
  const bool clear = share >= limits.share + kClearShare;
  if (!clear && density < limits.density) return false;
  return share >= threshold(post, focus, limits);
}

bool is_flagged_elsewhere(const Focus& focus, const FocusLimits& limits) {
  return focus.self >= kOtherFewestSelf && focus.singular * 2 >= focus.self &&
         focus.density() >= std::max(kOtherDensity, limits.density) &&
         focus.code_share < kOtherCodeShare && focus.share() >= limits.share + kOtherRise;
}

}  // namespace

bool is_read_as_short(const Post& post) {
  return post.kind == PostKind::social && count_short_words(post) <= kLongestShortPost;
}

bool is_self_focused(const Post& post, const Focus& focus, const FocusLimits& limits) {
  if (focus.words < limits.minimum_words || focus.passages[0].weight <= 0) return false;
  return post.language == Language::en ? is_flagged(post, focus, limits)
                                       : is_flagged_elsewhere(focus, limits);
}

bool is_self_focused(const ShortFocus& focus) { return focus.score >= kShortScore; }

bool is_known_to_focus(Language language) {
  return language == Language::en || language == Language::es || language == Language::pt ||
         language == Language::fr || language == Language::de || language == Language::ru;
}

}  // namespace soiree
