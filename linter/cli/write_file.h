#ifndef SOIREE_CLI_WRITE_FILE_H_
#define SOIREE_CLI_WRITE_FILE_H_

#include <string>
#include <string_view>

namespace soiree {

/// Writes a file whole or not at all: a temporary neighbour first, then a rename. Symbolic links
/// are followed, permissions and (for root) the owner stay; devices, pipes and what is open already
/// (/dev/stdout) are written to as they are. False when that was not possible; nothing is left
/// behind then. Not to be called while other threads make files.
bool write_file(const std::string& name, std::string_view text);

/// True when `write_file` would put a new file in the place of one that is there.
bool replaced_by_writing(const std::string& name);

/// Adds `text` at the end of a file in one piece; makes the file when it is not there.
bool append_to_file(const std::string& name, std::string_view text);

}  // namespace soiree

#endif  // SOIREE_CLI_WRITE_FILE_H_
