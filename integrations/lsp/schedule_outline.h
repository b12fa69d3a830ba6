#ifndef SOIREE_LSP_SCHEDULE_OUTLINE_H_
#define SOIREE_LSP_SCHEDULE_OUTLINE_H_

#include "integrations/lsp/diagnostics.h"
#include "integrations/lsp/protocol.h"
#include "integrations/lsp/workspace.h"

namespace soiree {

/// The posts of a schedule as symbols, with time and channel; nothing for other files.
Json symbols_json(OpenDocument& open, const ClientAbilities& abilities);

/// A line over each post of a schedule: when and where it goes out, and what was found in it.
Json code_lenses_json(OpenDocument& open, const ClientAbilities& abilities);

/// The lines of each post of a schedule.
Json folding_json(OpenDocument& open, const ClientAbilities& abilities);

}  // namespace soiree

#endif  // SOIREE_LSP_SCHEDULE_OUTLINE_H_
