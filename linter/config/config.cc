#include "linter/config/config.h"

#include <algorithm>

#include "linter/config/paths.h"
#include "linter/text/words.h"

namespace soiree {

Level level_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return Level::error;
    case Severity::warning:
      return Level::warning;
    case Severity::note:
      break;
  }
  return Level::note;
}

const ScheduleSettings* Config::schedule_for(std::string_view path) const {
  const std::string_view below = path_below(directory, path);
  const auto found = std::find_if(
      schedules.rbegin(), schedules.rend(),
      [&](const ScheduleSettings& schedule) { return schedule.files.patterns.selects(below); });
  return found == schedules.rend() ? nullptr : &*found;
}

const FeedSettings* Config::feed_for(std::string_view path, std::string_view channel) const {
  const std::string_view below = path_below(directory, path);
  const std::string wanted = fold_word(channel);
  const auto found = std::find_if(feeds.rbegin(), feeds.rend(), [&](const FeedSettings& feed) {
    return (feed.channel.empty() || fold_word(feed.channel) == wanted) &&
           feed.files.patterns.selects(below);
  });
  return found == feeds.rend() ? nullptr : &*found;
}

const OptionSetting* EffectiveRule::find_option(std::string_view name) const {
  const auto found = std::find_if(options.begin(), options.end(),
                                  [&](const OptionSetting& option) { return option.name == name; });
  return found == options.end() ? nullptr : &*found;
}

const EffectiveRule* EffectiveConfig::find_rule(std::string_view id) const {
  const auto found = std::find_if(rules.begin(), rules.end(),
                                  [&](const EffectiveRule& rule) { return rule.info->id == id; });
  return found == rules.end() ? nullptr : &*found;
}

}  // namespace soiree
