#ifndef SOIREE_LSP_FEED_MEMORY_H_
#define SOIREE_LSP_FEED_MEMORY_H_

#include <string>
#include <vector>

#include "integrations/lsp/entry_change.h"
#include "linter/config/job_maker.h"
#include "linter/lint/engine.h"

namespace soiree {

/// Follows edits of single entries in a file that shares its feeds with no other: the feeds keep
/// their posts, the rules that do not read the edited text keep what they said, and all findings
/// keep their order. The outcome is that of SectionRun.
class FeedMemory {
 public:
  /// SectionRun has looked at the file with no other, and comments of ours silenced `silenced`:
  /// edits can be followed from now on.
  void start(std::vector<Finding> silenced);
  /// The findings come from elsewhere, or the facts are others now.
  void forget() { state_ = State::unknown; }
  /// Makes `findings`, the sorted findings that SectionRun gave for `result` before `change`, those
  /// that it would give now. Returns false when it cannot tell, and they are of no use then:
  /// nothing was started, or the post changed in more than its text. `root` is what the job's path
  /// starts from.
  bool follow(EntryChange change, const ConfiguredJob& made, const FileResult& result,
              const std::string& root, std::vector<Finding>& findings);

 private:
  void learn(const ConfiguredJob& made, const FileResult& result, const std::string& root);
  void add_silenced(std::vector<Finding>& findings);
  void settle(const ConfiguredJob& made, const FileResult& result, std::vector<Finding>& findings);

  enum class State : uint8_t { unknown, started, learnt };
  State state_ = State::unknown;
  std::vector<Feed> feeds_;  ///< when they are learnt: of the facts where they are in the result
  std::vector<Finding> silenced_;  ///< in order: comments of ours hide them, and may not any more
};

}  // namespace soiree

#endif  // SOIREE_LSP_FEED_MEMORY_H_
