#ifndef SOIREE_LSP_CLIENT_ABILITIES_H_
#define SOIREE_LSP_CLIENT_ABILITIES_H_

#include "integrations/lsp/protocol.h"
#include "integrations/lsp/text_position.h"

namespace soiree {

/// What the client says it can do, as far as it matters here.
struct ClientAbilities {
  PositionEncoding encoding = PositionEncoding::utf16;
  bool related_information = false;
  bool code_descriptions = false;
  bool diagnostic_data = false;
  bool unnecessary_tag = false;
  bool pull_diagnostics = false;  ///< and can be asked to pull again
  bool watch_files = false;       ///< watchers can be registered
  bool progress = false;
  bool show_documents = false;  ///< opens an address when asked to
  bool markdown_hover = false;
  bool symbol_trees = false;
  bool versioned_edits = false;  ///< documentChanges in workspace edits
  bool creates_files = false;    ///< workspace edits may make files
};

/// Reads the parameters of `initialize`. Of the position encodings the one that the client names
/// first is taken.
ClientAbilities read_abilities(const Json& params);

}  // namespace soiree

#endif  // SOIREE_LSP_CLIENT_ABILITIES_H_
