#ifndef SOIREE_LSP_SCANNER_H_
#define SOIREE_LSP_SCANNER_H_

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "integrations/lsp/folder_setup.h"
#include "linter/lint/engine.h"

namespace soiree {

/// What is to be read: the files of a section, or one file again.
struct ScanTask {
  std::shared_ptr<FolderSetup> setup;
  std::string section;    ///< FileJob::section of the files wanted
  std::string directory;  ///< where they are looked for
  std::string file;       ///< not empty: only this one, which may be gone
  bool listed = false;    ///< the file counts only when it was found in its section before
};

struct ScannedFile {
  ConfiguredJob made;
  FileOutcome outcome;  ///< its error says that the file is gone or cannot be read
};

struct ScanResult {
  ScanTask task;
  std::vector<ScannedFile> files;
};

/// Reads the posts that share a feed with an open one, on a thread of its own: only for their
/// facts, no more files than a limit, and never for long after it was told to stop.
class Scanner {
 public:
  /// `done` is called on the scanner's thread when a result can be taken.
  explicit Scanner(std::function<void()> done);
  ~Scanner();
  Scanner(const Scanner&) = delete;
  Scanner& operator=(const Scanner&) = delete;

  void add(ScanTask task);
  std::vector<ScanResult> take();
  /// True when nothing is being read or waits to be taken.
  bool idle() const;

 private:
  void work();
  ScanResult scan(ScanTask task) const;
  void read(const std::string& path, ScanResult& result) const;

  std::function<void()> done_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<ScanTask> tasks_;
  std::vector<ScanResult> results_;
  bool busy_ = false;
  std::atomic<bool> stopped_{false};
  std::thread thread_;
};

}  // namespace soiree

#endif  // SOIREE_LSP_SCANNER_H_
