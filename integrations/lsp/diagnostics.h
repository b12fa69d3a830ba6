#ifndef SOIREE_LSP_DIAGNOSTICS_H_
#define SOIREE_LSP_DIAGNOSTICS_H_

#include <string>
#include <string_view>
#include <vector>

#include "integrations/lsp/protocol.h"
#include "integrations/lsp/workspace.h"

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

/// Address of a rule's manual page below `pages`; "" without pages and for somebody's own rule.
std::string rule_page_address(std::string_view pages, std::string_view rule);

/// What is wrong in a configuration with this text.
Json error_diagnostics_json(const std::vector<Error>& errors, std::string_view text,
                            PositionEncoding encoding);

/// The diagnostics of an open document, in the order of the text. `pages` is the address that rules
/// can be read under, or "".
Json diagnostics_json(const OpenDocument& open, Workspace& workspace,
                      const ClientAbilities& abilities, std::string_view pages);

}  // namespace soiree

#endif  // SOIREE_LSP_DIAGNOSTICS_H_
