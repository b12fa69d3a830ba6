#ifndef SOIREE_POST_READ_SCHEDULE_POSTS_H_
#define SOIREE_POST_READ_SCHEDULE_POSTS_H_

#include "linter/parse/schedule.h"
#include "linter/post/read_posts.h"

namespace soiree {

/// What an entry of that kind is among posts.
PostKind post_kind(ScheduleKind kind);

/// Reads the posts of a schedule (or of a `.tweet` file) and appends them to `parsed`. A YAML or
/// JSON file that is no schedule adds nothing at all; returns whether it is one.
bool read_schedule_posts(const SourceFile& file, const ReadOptions& options, bool tweet,
                         ParsedFile& parsed);

}  // namespace soiree

#endif  // SOIREE_POST_READ_SCHEDULE_POSTS_H_
