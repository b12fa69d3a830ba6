#include "linter/post/read_schedule_posts.h"

namespace soiree {

void read_schedule_posts(const SourceFile& /*file*/, const ReadOptions& /*options*/, bool /*tweet*/,
                         ParsedFile& /*parsed*/) {}

}  // namespace soiree
