#ifndef SOIREE_LSP_WORKSPACE_LINTER_H_
#define SOIREE_LSP_WORKSPACE_LINTER_H_

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "integrations/lsp/diagnostics.h"
#include "integrations/lsp/workspace_task.h"

namespace soiree {

/// The diagnostics of one file, open or not.
struct FileReport {
  std::string uri;
  std::optional<int64_t> version;  ///< of an open document
  std::string id;
  std::string items;  ///< JSON, see findings_text
};

/// Changes when the diagnostics or the document's version do; the same in every process.
std::string result_id(std::string_view items, std::optional<int64_t> version);

/// The report of a file that is not open and in which nothing was found.
FileReport clean_report(std::string uri);

/// Lints all posts of the client's folders on a thread of its own. What has not changed since the
/// last task is not linted again.
class WorkspaceLinter {
 public:
  struct News {
    std::vector<FileReport> reports;
    bool done = false;  ///< nothing comes after these
  };

  /// `news` is called on the linter's thread when there is something to take.
  explicit WorkspaceLinter(std::function<void()> news);
  ~WorkspaceLinter();
  WorkspaceLinter(const WorkspaceLinter&) = delete;
  WorkspaceLinter& operator=(const WorkspaceLinter&) = delete;

  /// Starts a task; one that is running is stopped, and its news are gone.
  void start(WorkspaceTask task);
  /// Stops the task that is running.
  void stop();
  /// Reports of all posts and of the configurations that are wrong, which may come again from each
  /// folder that they hold for.
  News take();

 private:
  struct LintedFile;
  struct LintedGroup;
  struct LintedFolder;

  void work();
  void lint_folder(const WorkspaceTask& task, const WorkspaceTask::Folder& folder);
  void list_files(const WorkspaceTask& task, const WorkspaceTask::Folder& folder,
                  LintedFolder& known) const;
  bool lint_file(const WorkspaceTask& task, const std::string& path, LintedFolder& known) const;
  void tell_configurations(const WorkspaceTask& task, const LintedFolder& known);
  std::vector<FileReport> reports_of(const WorkspaceTask& task, LintedFolder& known,
                                     const std::vector<std::string>& paths) const;
  bool is_stopped() const { return wanted_ != running_; }
  void tell(std::vector<FileReport> reports, bool done);

  std::function<void()> news_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<WorkspaceTask> next_;
  News told_;
  std::atomic<uint64_t> wanted_{0};  ///< number of the task that somebody waits for
  std::atomic<uint64_t> running_{0};
  bool ended_ = false;
  std::map<std::string, std::unique_ptr<LintedFolder>> folders_;  ///< by root; the thread's own
  std::thread thread_;
};

}  // namespace soiree

#endif  // SOIREE_LSP_WORKSPACE_LINTER_H_
