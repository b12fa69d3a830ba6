#ifndef SOIREE_LSP_FOLDER_SETUP_H_
#define SOIREE_LSP_FOLDER_SETUP_H_

#include <atomic>
#include <string>
#include <utility>

#include "integrations/lsp/folder_files.h"
#include "linter/config/config_cache.h"
#include "linter/config/job_maker.h"
#include "linter/lint/rule_info.h"

namespace soiree {

/// A folder with its configuration as it stood on disk at one time. When the configuration changes,
/// a new one takes its place; findings keep the old one alive, since they point at its rules.
struct FolderSetup {
  explicit FolderSetup(std::string folder)
      : root(std::move(folder)), files(root), configs(files, rule_table()), jobs(configs, root) {}

  const std::string root;  ///< absolute; paths of jobs are relative to it
  FolderFiles files;
  ConfigCache configs;
  JobMaker jobs;
  std::atomic<bool> replaced{false};  ///< nobody wants to know what is still being read
};

}  // namespace soiree

#endif  // SOIREE_LSP_FOLDER_SETUP_H_
