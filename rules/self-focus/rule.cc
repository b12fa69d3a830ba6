#include "linter/lint/rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>

#include "rules/self-focus/focus.h"
#include "rules/self-focus/short_post.h"
#include "rules/self-focus/verdict.h"

namespace soiree {
namespace {

struct Settings {
  FocusLimits limits;
  bool short_posts = true;
};

std::string times(uint32_t count) {
  return count == 1 ? "once" : count == 2 ? "twice" : fmt::format("{} times", count);
}

class SelfFocus : public Check {
 public:
  SelfFocus(const Settings& settings, const RuleContext& context)
      : settings_(settings), names_(context.self) {}

  void on_post(const Post& post, const PhraseMatches& phrases, Report& report) const override {
    if (post.kind == PostKind::article) return check_long(post, phrases, report);
    if (post.kind != PostKind::social || !settings_.short_posts) return;
    if (!is_read_as_short(post)) return check_long(post, phrases, report);
    if (post.language == Language::en || post.language == Language::unknown) {
      check_short(post, report);
    }
  }

 private:
  void check_long(const Post& post, const PhraseMatches& phrases, Report& report) const {
    if (!is_known_to_focus(post.language)) return;
    const auto& focus = phrases.shared().get<Focus>([&] { return measure_focus(post, names_); });
    if (is_self_focused(post, focus, settings_.limits)) report_long(focus, report);
  }

  static void report_long(const Focus& focus, Report& report) {
    const uint32_t reader = focus.reader_words + focus.instructions;
    const std::string turns =
        reader == 0 ? "never turns to the reader" : "turns to the reader " + times(reader);
    FindingHandle finding = report.add(
        focus.passages[0].sentence,
        fmt::format(
            "this post speaks of its author {} in {} words and {}; readers stay for what they can "
            "use, so say what is in it for them or ask them something",
            times(focus.self_words), focus.words, turns));
    for (size_t i = 1; i < focus.passages.size() && focus.passages[i].weight > 0; ++i) {
      const SelfPassage& passage = focus.passages[i];
      finding.note(passage.sentence, fmt::format("in this paragraph {} of {} words",
                                                 passage.self_words, passage.words));
    }
  }

  static void check_short(const Post& post, Report& report) {
    const ShortFocus focus = measure_short_focus(post);
    if (!is_self_focused(focus) || focus.place.empty()) return;
    const auto self = static_cast<uint32_t>(std::lround(focus.singular + focus.plural));
    std::string seen;
    if (self > 0) {
      seen = fmt::format("says \"I\", \"my\" or \"we\" {} in {} words and \"you\" {}", times(self),
                         focus.words, focus.reader_words == 0 ? "never" : "less often");
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
  settings.limits.share = options.number("share");
  settings.limits.density = options.number("density");
  settings.limits.minimum_words = static_cast<uint32_t>(options.integer("minimum-words"));
  settings.short_posts = options.boolean("short-posts");
  return std::make_unique<SelfFocus>(settings, context);
}

}  // namespace soiree
