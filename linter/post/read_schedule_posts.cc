#include "linter/post/read_schedule_posts.h"

#include <iterator>
#include <utility>

#include "linter/parse/front_matter.h"
#include "linter/parse/post_meta.h"
#include "linter/parse/schedule.h"
#include "linter/post/segment_post.h"

namespace soiree {

PostKind post_kind(ScheduleKind kind) {
  switch (kind) {
    case ScheduleKind::post:
      return PostKind::social;
    case ScheduleKind::reply:
      return PostKind::reply;
    case ScheduleKind::direct_message:
      return PostKind::direct_message;
    case ScheduleKind::repost:
      return PostKind::repost;
  }
  return PostKind::social;
}

namespace {

Post make_post(ScheduleEntry&& entry, const SourceFile& file, const ReadOptions& options) {
  Post post;
  post.path = file.path();
  post.kind = post_kind(entry.kind);
  post.draft = entry.draft;
  post.engages = entry.engages;
  post.declares_variables = entry.declares_variables;
  post.group = entry.group;
  post.list = entry.list;
  post.place = entry.place;
  post.metadata.title = std::move(entry.title);
  post.metadata.id = std::move(entry.id);
  post.metadata.time = std::move(entry.time);
  post.metadata.zone = std::move(entry.zone);
  post.metadata.author = std::move(entry.account);
  post.metadata.recipient = std::move(entry.recipient);
  post.metadata.location = std::move(entry.location);
  post.metadata.channels = std::move(entry.channels);
  post.metadata.tags = std::move(entry.hashtags);
  post.metadata.links = std::move(entry.links);
  post.metadata.moment = entry.moment;
  for (const MappedText& part : entry.texts) read_plain_text(part, post.document);
  const Language language = language_from_tag(entry.language);
  segment_post(post, language == Language::unknown ? options.language : language);
  return post;
}

}  // namespace

bool read_schedule_posts(const SourceFile& file, const ReadOptions& options, bool tweet,
                         ParsedFile& parsed) {
  const std::string& location = options.location.empty() ? file.path() : options.location;
  Schedule schedule = tweet ? read_tweet(file.bytes(), file.path())
                            : read_schedule(file.bytes(), location, options.mapping);
  if (!schedule.recognised) return false;
  parsed.posts.reserve(schedule.entries.size());
  for (ScheduleEntry& entry : schedule.entries) {
    entry.declares_variables |= schedule.declares_variables;
    parsed.posts.push_back(make_post(std::move(entry), file, options));
    entry = {};  // a large schedule should not be in memory twice
  }
  std::move(schedule.problems.begin(), schedule.problems.end(),
            std::back_inserter(parsed.problems));
  if (tweet && file.bytes().find("soiree") != std::string_view::npos) {
    const FrontMatter front_matter = read_front_matter(file.bytes(), file.path());
    PostMeta meta = read_post_meta(front_matter, file.path());
    parsed.disabled_rules = disabled_in_file(std::move(meta.disabled_rules), file);
  }
  std::move(schedule.disabled_rules.begin(), schedule.disabled_rules.end(),
            std::back_inserter(parsed.disabled_rules));
  std::move(schedule.comments.begin(), schedule.comments.end(),
            std::back_inserter(parsed.comments));
  return true;
}

}  // namespace soiree
