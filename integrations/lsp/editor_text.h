#ifndef SOIREE_LSP_EDITOR_TEXT_H_
#define SOIREE_LSP_EDITOR_TEXT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "integrations/lsp/protocol.h"
#include "integrations/lsp/text_position.h"
#include "linter/lint/finding.h"

namespace soiree {

/// A text that the client has open. While it is open its text counts, not the file on disk.
struct EditorText {
  std::string uri;   ///< as the client writes it
  std::string path;  ///< absolute
  int64_t version = 0;
  std::string text;
};

/// Applies one entry of `contentChanges`: a new text, or one for a range. Ranges beyond the text
/// are cut to it; one that is the wrong way round is turned.
void apply_change(std::string& text, const Json& change, PositionEncoding encoding);

}  // namespace soiree

#endif  // SOIREE_LSP_EDITOR_TEXT_H_
