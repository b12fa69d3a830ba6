#ifndef SOIREE_LSP_ENTRY_REACH_H_
#define SOIREE_LSP_ENTRY_REACH_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace soiree {

/// The lines of an entry without the comments above it.
std::string_view below_comments(std::string_view lines);

/// Whether `lines`, those of an entry of a schedule with the comments above it, may say something
/// about other entries: an anchor can be meant elsewhere, `soiree-enable` ends what began in
/// another entry, fields that are declared or explained make templates of all texts, and dates such
/// as 13/03/2026 say in what order all of them are read.
bool speaks_to_others(std::string_view lines);

/// The keys in `lines` that can speak against the whole file being a schedule: those of other files
/// (`version`), and channels that name texts. Sorted; words before a colon in a text may be among
/// them.
std::vector<std::string> telling_keys(std::string_view lines);

/// Whether a key in `lines` may say when a post goes out.
bool has_time_key(std::string_view lines);

/// Whether a comment in an entry that is indented by `indent` stands as far left, where it ends
/// what a comment of ours above the entry covers; comments above the entry do not. True also where
/// lines may end at a bare CR.
bool has_outer_comment(std::string_view lines, size_t indent);

}  // namespace soiree

#endif  // SOIREE_LSP_ENTRY_REACH_H_
