#ifndef SOIREE_LSP_ENTRY_LINT_H_
#define SOIREE_LSP_ENTRY_LINT_H_

#include <cstdint>
#include <optional>
#include <string>

#include "integrations/lsp/entry_change.h"
#include "integrations/lsp/schedule_pieces.h"
#include "linter/lint/engine.h"

namespace soiree {

/// Lints one document again and again while it is typed. In a long schedule only the piece that was
/// edited (see SchedulePieces) is read again, with a neighbour, between what is around all pieces;
/// the others keep their facts and findings, moved to where they stand now. The result is that of
/// `lint_bytes` on the whole text: whenever an edit could mean something for other pieces, or the
/// edited one alone did not give before what it gave in its file, the whole text is linted.
class EntryLint {
 public:
  /// Texts below `smallest` bytes are always linted as a whole.
  explicit EntryLint(size_t smallest = 20'000) : smallest_(smallest) {}

  /// Makes `result` the result of `text`. It must be the one of the last call, if there was any,
  /// and `job` the same. Returns what the edit changed when only an entry was read.
  std::optional<EntryChange> lint(const std::string& text, const FileJob& job, FileResult& result);
  /// How many of the calls read only an entry.
  size_t short_cuts() const { return short_cuts_; }

 private:
  std::optional<EntryChange> lint_entry(const std::string& text, const FileJob& job,
                                        FileResult& result);

  size_t smallest_;
  std::string text_;  ///< of the last call
  SchedulePieces pieces_;
  size_t short_cuts_ = 0;
};

}  // namespace soiree

#endif  // SOIREE_LSP_ENTRY_LINT_H_
