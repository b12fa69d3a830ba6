#ifndef SOIREE_CLI_RUN_PLAN_H_
#define SOIREE_CLI_RUN_PLAN_H_

#include <string>
#include <vector>

#include "linter/config/config_cache.h"
#include "linter/config/file_access.h"
#include "linter/config/job_maker.h"
#include "linter/lint/engine.h"

namespace soiree {

/// What to lint, before configuration.
struct PlanOptions {
  std::vector<std::string> paths;
  std::string stdin_filepath;  ///< lint `stdin_text` under this path; empty: none
  std::string stdin_text;
  bool context = true;  ///< read the other posts of the checked files' feeds
  RuleScopes scopes;
  unsigned threads = 1;
};

/// Turns paths and configurations into a run of the engine. Owns what the request points at.
class RunPlan {
 public:
  RunPlan(const FileAccess& files, ConfigCache& configs, const PlanOptions& options);

  const RunRequest& request() const { return request_; }
  /// Paths that could not be read or are not there.
  const std::vector<Error>& errors() const { return errors_; }
  /// What is wrong in the configurations of the checked files and on the command line. Those of
  /// context files alone are somebody else's business.
  const std::vector<Error>& config_errors() const { return config_errors_; }
  /// Arguments that exist and are not linted, with the reason.
  const std::vector<SkippedArgument>& skipped() const { return skipped_; }
  /// Directories (absolute) of which every post is checked.
  const std::vector<std::string>& directories() const { return directories_; }

 private:
  void add_checked(const PlanOptions& options);
  void add_context();
  void add_file(const std::string& path, bool checked);

  const FileAccess& files_;
  ConfigCache& configs_;
  std::string current_;
  JobMaker jobs_;
  RunRequest request_;
  std::vector<FileConfig> file_configs_;
  uint64_t largest_ = 0;  ///< no file of the run may be larger
  std::vector<Error> errors_;
  std::vector<Error> config_errors_;
  std::vector<SkippedArgument> skipped_;
  std::vector<std::string> directories_;
};

}  // namespace soiree

#endif  // SOIREE_CLI_RUN_PLAN_H_
