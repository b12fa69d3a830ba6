#ifndef SOIREE_LSP_SECTION_RUN_H_
#define SOIREE_LSP_SECTION_RUN_H_

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "linter/config/job_maker.h"
#include "linter/lint/engine.h"

namespace soiree {

/// Feeds and suppressions of files that were linted one by one, without linting them again.
class SectionRun {
 public:
  struct Outcome {
    std::vector<std::vector<Finding>> findings;             ///< by file, in the order of `add`
    std::vector<std::vector<Finding>> silenced;             ///< the same, in no order within a file
    std::shared_ptr<const std::vector<std::string>> paths;  ///< absolute, by Note::file
  };

  /// Adds a file. `result` lends its facts, of which a long schedule has many, until `finish`.
  void add(const ConfiguredJob& made, FileResult& result);
  /// `root` is what the jobs' paths start from.
  Outcome finish(const std::string& root);

 private:
  void give_back(std::vector<Facts> facts);

  RunRequest request_;
  std::vector<FileOutcome> outcomes_;
  std::vector<FileConfig> configs_;
  std::vector<FileResult*> lenders_;
  std::vector<size_t> lent_;  ///< how many facts, by file
};

}  // namespace soiree

#endif  // SOIREE_LSP_SECTION_RUN_H_
