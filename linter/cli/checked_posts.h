#ifndef SOIREE_CLI_CHECKED_POSTS_H_
#define SOIREE_CLI_CHECKED_POSTS_H_

#include <string>

#include "linter/cli/check_command.h"
#include "linter/config/file_access.h"
#include "linter/lint/engine.h"

namespace soiree {

/// The checked post that --output would take the place of; empty: none. Data without posts and
/// earlier reports that lie among the posts are written anew.
std::string replaced_post(const RunRequest& request, const CheckOptions& options,
                          const FileAccess& files);

/// A schedule is told by its content, so a file that was meant as one is passed over in silence
/// when it looks like anything else. Tells who names files and gets nothing, once; not a hook that
/// passes changed files by name beside posts.
void say_nothing_read(const RunRequest& request, const RunResult& result,
                      const CheckOptions& options);

}  // namespace soiree

#endif  // SOIREE_CLI_CHECKED_POSTS_H_
