#ifndef SOIREE_LSP_CODE_ACTIONS_H_
#define SOIREE_LSP_CODE_ACTIONS_H_

#include "integrations/lsp/diagnostics.h"
#include "integrations/lsp/protocol.h"
#include "integrations/lsp/workspace.h"

namespace soiree {

/// What can be done about the findings that touch the range of the parameters: their fixes, a
/// comment that silences the rule here or in this file, and all safe fixes of the file at once.
/// `diagnostics` are those of the document, in the order of its findings.
Json code_actions_json(const OpenDocument& open, const Json& params, const Json& diagnostics,
                       const ClientAbilities& abilities);

}  // namespace soiree

#endif  // SOIREE_LSP_CODE_ACTIONS_H_
