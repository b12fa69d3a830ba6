#ifndef SOIREE_CLI_STANDARD_STREAMS_H_
#define SOIREE_CLI_STANDARD_STREAMS_H_

#include <string>
#include <string_view>

#include "linter/text/result.h"

namespace soiree {

/// Keeps the numbers of closed standard streams from being given to files: what is printed would
/// go into them. To be called before any file is opened.
void keep_standard_streams();

/// Prints "soiree: MESSAGE" on standard error, as far as that is possible; control characters in it
/// become U+FFFD.
void print_message(std::string_view message);

/// Everything that comes on standard input. The Error says why not all of it could be read.
Result<std::string> read_standard_input();

/// Writes to standard output, says on standard error when that was not possible, and tells whether
/// it was. A reader that has gone (`soiree check | head`) is no news to anybody.
bool write_output(std::string_view text);

/// Sends everything that was printed on its way. `status`, or that of a failure, which is told,
/// when not all of it could be written.
int finish_output(int status);

/// Tells that standard output could not be written, for this reason, an errno, or 0 when it is not
/// known.
void output_failed(int reason);

}  // namespace soiree

#endif  // SOIREE_CLI_STANDARD_STREAMS_H_
