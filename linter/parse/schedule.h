#ifndef SOIREE_PARSE_SCHEDULE_H_
#define SOIREE_PARSE_SCHEDULE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/parse/dates.h"
#include "linter/parse/placed_text.h"
#include "linter/parse/problem.h"
#include "linter/text/mapped_text.h"

namespace soiree {

enum class ScheduleKind : uint8_t {
  post,
  reply,
  direct_message,
  repost,  ///< passes on, likes or follows somebody without a word of its own
};

/// One post or message of a schedule. Values the schedule does not give are empty.
struct ScheduleEntry {
  SourceSpan place;  ///< the whole entry
  std::vector<MappedText>
      texts;  ///< one per part of a thread; none for a bare repost or a blank text
  ScheduleKind kind = ScheduleKind::post;
  PlacedText title;
  PlacedText id;
  PlacedText time;  ///< as written; date and clock time, when apart, joined by a blank
  std::optional<Moment> moment;
  PlacedText zone;  ///< the time zone that holds for it, its own or the file's
  std::vector<PlacedText> channels;
  PlacedText recipient;
  PlacedText account;  ///< account or author that posts
  PlacedText location;
  PlacedText status;
  std::vector<PlacedText> hashtags;
  std::vector<PlacedText> links;
  std::vector<PlacedText> media;
  std::string language;  ///< tag of a text that is worded per language
  bool draft = false;    ///< does not go out: a draft, or cancelled, rejected, archived
  bool engages = false;  ///< answers, reposts, likes or follows somebody, or holds a poll
  bool declares_variables = false;  ///< the entry lists the variables its text has in it
  uint32_t list = 0;   ///< entries with the same number stand in one list of the file; 0 for none
  uint32_t group = 0;  ///< entries with the same number are one post, worded per channel or
                       ///< language; from 1
};

/// A file of scheduled posts.
struct Schedule {
  bool recognised = false;  ///< false: no schedule, and then there are no entries and no problems
  std::vector<ScheduleEntry> entries;  ///< in source order
  std::vector<Problem> problems;
  std::vector<Comment> comments;
  std::vector<DisabledRule> disabled_rules;
  bool declares_variables = false;  ///< some entry does, or the file as a whole
};

/// Where a schedule of an unknown layout has its values. Each is a key or a dotted path
/// (`content.body`); an empty one is found by the built-in names. `posts` starts at the root, `.`
/// being the root itself; the others start at an entry.
struct ScheduleMapping {
  std::string posts;
  std::string text;
  std::string time;
  std::string date;
  std::string clock_time;
  std::string zone;
  std::string channel;
  std::string id;
  std::string kind;
  std::string recipient;
};

/// Reads a YAML or JSON file of posts in any known layout, or by `mapping` (may be null). `path` is
/// used for hints only (`tweets.yml` may be a bare list of strings, `_data/news.yaml` is no
/// schedule); see schedule_path.h.
Schedule read_schedule(std::string_view source, std::string_view path,
                       const ScheduleMapping* mapping = nullptr);

/// Reads a `.tweet` file: optional front matter, then the parts of a thread between `---` lines.
Schedule read_tweet(std::string_view source, std::string_view path);

}  // namespace soiree

#endif  // SOIREE_PARSE_SCHEDULE_H_
