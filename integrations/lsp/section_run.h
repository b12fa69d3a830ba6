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
    std::shared_ptr<const std::vector<std::string>> paths;  ///< absolute, by Note::file
  };

  void add(const ConfiguredJob& made, const FileResult& result);
  /// `root` is what the jobs' paths start from.
  Outcome finish(const std::string& root);

 private:
  RunRequest request_;
  std::vector<FileOutcome> outcomes_;
  std::vector<FileConfig> configs_;
};

}  // namespace soiree

#endif  // SOIREE_LSP_SECTION_RUN_H_
