#ifndef SOIREE_LSP_CODE_ACTIONS_H_
#define SOIREE_LSP_CODE_ACTIONS_H_

#include <string_view>

#include "integrations/lsp/diagnostics.h"
#include "integrations/lsp/protocol.h"
#include "integrations/lsp/workspace.h"

namespace soiree {

/// The command that shows a rule's page; its only argument is the rule's name.
inline constexpr std::string_view kOpenRule = "soiree.openRule";

/// What can be done about the findings that touch the range of the parameters: their fixes, a
/// comment that silences the rule here or in this file, the configuration that does, and all safe
/// fixes of the file at once. `pages` is the address that rules can be read under, or "".
Json code_actions_json(const OpenDocument& open, Workspace& workspace, const Json& params,
                       const ClientAbilities& abilities, std::string_view pages);

}  // namespace soiree

#endif  // SOIREE_LSP_CODE_ACTIONS_H_
