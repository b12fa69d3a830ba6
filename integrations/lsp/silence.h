#ifndef SOIREE_LSP_SILENCE_H_
#define SOIREE_LSP_SILENCE_H_

#include <optional>

#include "integrations/lsp/workspace.h"
#include "linter/lint/finding.h"

namespace soiree {

/// The edit that silences the finding's rule where the finding is: a comment on the line before, at
/// the end of the line (or cell of a table) where one before it would cut a paragraph or list in
/// two, before a finding that goes on in the next line, or above the entry of a schedule, which may
/// be a block of text in which there are no comments. None where no such comment can stand (JSON,
/// `.tweet`, syntax errors) or none would be of use.
/// Whether one is of use in a table or across lines is found out by linting the text with it, up to
/// four times; none there unless `may_lint`.
std::optional<Edit> silence_here(const OpenDocument& open, const Finding& finding, bool may_lint);

/// The edit that silences the finding's rule in the whole file.
std::optional<Edit> silence_in_file(const OpenDocument& open, const Finding& finding);

}  // namespace soiree

#endif  // SOIREE_LSP_SILENCE_H_
