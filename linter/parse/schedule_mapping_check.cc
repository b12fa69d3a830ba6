#include "linter/parse/schedule_mapping_check.h"

#include <algorithm>
#include <string>

#include "linter/parse/schedule_fields.h"

namespace soiree {

void check_mapping(const ScheduleMapping& mapping, std::vector<YamlNode>& roots,
                   Schedule& schedule) {
  const bool found =
      std::any_of(schedule.entries.begin(), schedule.entries.end(), [](const ScheduleEntry& made) {
        return !made.texts.empty() || made.kind == ScheduleKind::repost;
      });
  if (found || roots.empty()) return;
  std::string reason = "it has no entries with a text";
  if (!mapping.posts.empty()) {
    const YamlNode* posts = nullptr;
    for (YamlNode& root : roots) {
      if (posts == nullptr) posts = follow_path(root, mapping.posts);
    }
    if (posts == nullptr) {
      reason = "there is no key `" + mapping.posts + "`";
    } else if (posts->children.empty()) {
      return;
    }
  }
  if (reason[0] == 'i' && !mapping.text.empty()) {
    reason = "no entry has a text under `" + mapping.text + "`";
  }
  schedule.problems.push_back(
      {{0, 0}, "The mapping in .soiree.yaml finds no posts here: " + reason + "."});
}

}  // namespace soiree
