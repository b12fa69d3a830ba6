#ifndef SOIREE_LSP_WORKSPACE_TASK_H_
#define SOIREE_LSP_WORKSPACE_TASK_H_

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "integrations/lsp/client_abilities.h"
#include "integrations/lsp/folder_setup.h"

namespace soiree {

/// All that linting a whole workspace needs, as it stands at one moment.
struct WorkspaceTask {
  struct Folder {
    std::shared_ptr<FolderSetup> setup;
    std::vector<std::string> inner;  ///< roots of the client's folders inside this one
  };
  struct Document {
    std::string uri;
    int64_t version = 0;
    std::string text;
    const FolderSetup* setup = nullptr;
    std::string path;    ///< from the folder's root
    bool posts = false;  ///< it is linted
  };
  std::vector<Folder> folders;
  std::map<std::string, Document> open;  ///< by absolute path
  ClientAbilities abilities;
  std::string rule_pages;
  bool disk_unchanged = false;  ///< files that are not open are as in the last task
};

}  // namespace soiree

#endif  // SOIREE_LSP_WORKSPACE_TASK_H_
