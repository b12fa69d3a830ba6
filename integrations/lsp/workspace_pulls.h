#ifndef SOIREE_LSP_WORKSPACE_PULLS_H_
#define SOIREE_LSP_WORKSPACE_PULLS_H_

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "integrations/lsp/protocol.h"
#include "integrations/lsp/workspace.h"
#include "integrations/lsp/workspace_linter.h"

namespace soiree {

/// Requests for the diagnostics of the whole workspace, which are answered while others are
/// handled, one at a time.
class WorkspacePulls {
 public:
  /// What the server does for them.
  struct Outlet {
    std::function<WorkspaceTask()> task;
    std::function<void(const Json& id, Json result)> reply;
    std::function<void(const Json& id)> cancelled;
    std::function<void(const Json& token, Json value)> progress;
  };

  WorkspacePulls(std::function<void()> news, const Workspace& workspace, Outlet outlet)
      : workspace_(workspace), outlet_(std::move(outlet)), linter_(std::move(news)) {}

  /// Throws Json::exception when the parameters make no sense.
  void add(const Json& id, const Json& params);
  /// The client takes a request back; nothing when there is no such request.
  void cancel(const Json& id);
  void cancel_all();
  /// Passes on what has been found.
  void serve();
  /// Files on disk, folders or configurations are different now.
  void disk_changed();
  /// True when there ever was such a request.
  bool used() const { return used_; }

 private:
  struct Pull {
    Json id;
    Json token;                                   ///< for partial results; null without
    std::map<std::string, std::string> previous;  ///< result ids by URI
    std::set<std::string> reported;
    Json items = Json::array();
  };

  void start();
  void add_report(Pull& pull, const FileReport& report, Json& batch) const;
  /// Takes back what the client still shows of files that are gone, in no folder or no longer
  /// wrong.
  void add_rest(Pull& pull, Json& batch) const;

  const Workspace& workspace_;
  Outlet outlet_;
  std::deque<Pull> pulls_;  ///< the first one is being answered
  uint64_t changes_ = 1;    ///< of the disk
  uint64_t started_ = 0;    ///< `changes_` when the running task began
  uint64_t known_ = 0;      ///< `changes_` of the last task that was finished
  bool used_ = false;
  WorkspaceLinter linter_;
};

}  // namespace soiree

#endif  // SOIREE_LSP_WORKSPACE_PULLS_H_
