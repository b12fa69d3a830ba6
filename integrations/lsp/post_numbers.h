#ifndef SOIREE_LSP_POST_NUMBERS_H_
#define SOIREE_LSP_POST_NUMBERS_H_

#include <cstdint>

#include "integrations/lsp/diagnostics.h"
#include "integrations/lsp/protocol.h"
#include "integrations/lsp/workspace.h"

namespace soiree {

/// A hover with the numbers of the post at byte `at`: words, whom they speak of, how much is
/// quoted, questions and mentions. Null where there is no post.
Json numbers_hover(const OpenDocument& open, uint32_t at, const ClientAbilities& abilities);

}  // namespace soiree

#endif  // SOIREE_LSP_POST_NUMBERS_H_
