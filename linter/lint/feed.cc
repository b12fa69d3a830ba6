#include "linter/lint/feed.h"

#include <algorithm>
#include <utility>

namespace soiree {

void FeedReport::set_rule(std::string_view rule, Severity severity) {
  rule_ = rule;
  severity_ = severity;
}

void FeedReport::add(const Facts& post, std::string message, const std::vector<Related>& related,
                     const std::vector<const Facts*>& homes) {
  Finding finding;
  finding.rule = rule_;
  finding.severity = severity_;
  finding.file = post.file;
  finding.range = post.anchor;
  finding.whole_post = post.place;
  finding.message = std::move(message);
  finding.post.id = post.id();
  finding.post.kind = post_kind_name(post.kind);
  finding.post.channel = post.channel_names();
  if (post.has_moment) finding.post.time = format_moment(post.moment);
  for (const Related& other : related) {
    finding.notes.push_back(
        {other.post->file, other.post->anchor, other.message, other.post->place});
  }
  const bool moved = std::find(homes.begin(), homes.end(), &post) == homes.end();
  for (size_t i = 0; moved && i < homes.size(); ++i) {
    finding.homes.push_back({homes[i]->file, homes[i]->anchor});
  }
  findings_.push_back(std::move(finding));
}

}  // namespace soiree
