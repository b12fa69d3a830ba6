#ifndef SOIREE_CLI_FIX_RUN_H_
#define SOIREE_CLI_FIX_RUN_H_

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "linter/lint/engine.h"

namespace soiree {

/// The texts of a run that fixes: what was read from each file, once, and what became of it.
/// Findings and fixes are about exactly these bytes, whatever happens to the files meanwhile.
class FixedTexts {
 public:
  using Reader = std::function<Result<std::string>(const std::string& path)>;
  /// Findings of one lint that may be fixed, after everything that filters them.
  using Lint = std::function<std::vector<Finding>(const RunRequest& request)>;

  explicit FixedTexts(Reader read) : read_(std::move(read)) {}

  /// The text as fixed so far. May be called from several threads.
  Result<std::string> read(const std::string& path);
  /// Lints and fixes in turn until nothing is left to fix, at most `rounds` times. A fix after
  /// which the file has more syntax findings than before is taken back, and its file left alone.
  void fix_all(const RunRequest& request, const Lint& lint, bool unsafe_too, size_t rounds);

  struct Change {
    std::string before;
    std::string after;
    size_t fixes = 0;
  };
  /// By path; files that end as they began are not in it.
  std::map<std::string, Change> changes() const;

  /// Writes the changed files, each whole or not at all, and none that is read-only or is no longer
  /// as it was read. Files that could not be written are told and read as they were from here on.
  std::vector<Error> write();

 private:
  struct Text {
    std::string before;
    std::string now;
    std::string previous;  ///< before the last round
    size_t fixes = 0;
    size_t last_fixes = 0;
    size_t syntax = 0;  ///< syntax findings before the last round
  };
  bool fix_round(const RunRequest& request, const std::vector<Finding>& findings, bool unsafe_too);
  void take_back(const RunRequest& request, const std::vector<Finding>& findings);

  Reader read_;
  std::mutex mutex_;
  std::map<std::string, Text> texts_;
  std::set<std::string> left_alone_;
};

}  // namespace soiree

#endif  // SOIREE_CLI_FIX_RUN_H_
