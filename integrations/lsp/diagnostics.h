#ifndef SOIREE_LSP_DIAGNOSTICS_H_
#define SOIREE_LSP_DIAGNOSTICS_H_

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "integrations/lsp/client_abilities.h"
#include "integrations/lsp/protocol.h"
#include "integrations/lsp/workspace.h"

namespace soiree {

/// A JSON list of diagnostics, written out.
inline constexpr std::string_view kNoDiagnostics = "[]";

/// Address of a rule's manual page below `pages`; "" without pages and for somebody's own rule.
std::string rule_page_address(std::string_view pages, std::string_view rule);

/// What is wrong in a configuration with this text: a JSON list of diagnostics, written out.
std::string error_diagnostics_text(const std::vector<Error>& errors, std::string_view text,
                                   PositionEncoding encoding);

/// Findings of one text, and what the files that their notes are in look like to the client.
struct FindingsView {
  std::string_view text;
  const std::vector<Finding>& findings;
  const std::vector<std::string>* paths;  ///< absolute, by Note::file
  /// Text of a file; null when it cannot be read.
  std::function<std::shared_ptr<const std::string>(const std::string& path)> text_of;
  /// How the client calls a file.
  std::function<std::string(const std::string& path)> uri_of;
};

/// A diagnostic for each finding, in their order: a JSON list, written out, since a long schedule
/// has many at each keystroke. `pages` is the address that rules can be read under, or "".
std::string findings_text(const FindingsView& view, const ClientAbilities& abilities,
                          std::string_view pages);

/// What the client knows of the files around an open document, with some of its findings.
FindingsView view_of(const OpenDocument& open, Workspace& workspace,
                     const std::vector<Finding>& findings);

/// The diagnostics of an open document, in the order of the text: a JSON list, written out.
std::string diagnostics_text(const OpenDocument& open, Workspace& workspace,
                             const ClientAbilities& abilities, std::string_view pages);

}  // namespace soiree

#endif  // SOIREE_LSP_DIAGNOSTICS_H_
