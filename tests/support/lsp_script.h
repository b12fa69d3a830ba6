#ifndef SOIREE_TESTS_SUPPORT_LSP_SCRIPT_H_
#define SOIREE_TESTS_SUPPORT_LSP_SCRIPT_H_

#include <string>
#include <string_view>

namespace soiree {

/// Plays a session of a client and the server that stands in a text, and returns the text with what
/// the server really said. Lines of the text:
///
///     # a comment, kept as it is
///     file NAME            makes a file on disk, with the `|` lines below it
///     remove NAME          removes one
///     start JSON           `initialize` with these capabilities and one folder, and `initialized`
///     open NAME VERSION    didOpen with the `|` lines below it
///     change NAME VERSION JSON           didChange with these contentChanges
///     close NAME                         didClose
///     request METHOD JSON                ids count from 1
///     notify METHOD JSON
///     content "TEXT"       one message with this content
///     raw "BYTES"          bytes as they are
///     hang-up              the client dies
///     + STEP               the step is sent together with the next one
///     | TEXT               a line of a file; `|\` at the end for one without a line end
///     < WHAT THE SERVER SAYS
///
/// Lines that start with a blank go on with the line above. In JSON, `$FOLDER` is the URI of the
/// folder and `@NAME` at the start of a text that of a file in it. In quotes, `\xNN`, `\r`, `\n`,
/// `\"` and `\\` are escapes.
/// Every step waits for as many messages as stand below it, and for those that come with them.
std::string play_lsp_script(std::string_view script, bool update);

}  // namespace soiree

#endif  // SOIREE_TESTS_SUPPORT_LSP_SCRIPT_H_
