#include "integrations/lsp/scanner.h"

#include <utility>

namespace soiree {
namespace {

/// Most directories looked into and files read for one section. Blogs stay far below; a home
/// directory that was opened by mistake does not.
constexpr size_t kMostDirectories = 20000;
constexpr size_t kMostFiles = 20000;

/// A folder that seems to end when the limit is reached or `stop` says so.
class BoundedFiles : public FileAccess {
 public:
  BoundedFiles(const FileAccess& files, std::function<bool()> stop)
      : files_(files), stop_(std::move(stop)) {}

  Result<std::string> read_up_to(uint64_t largest, const std::string& path) const override {
    return files_.read_up_to(largest, path);
  }
  Result<DirectoryListing> list_directory(const std::string& path) const override {
    if (++directories_ > kMostDirectories || stop_()) return Error{"there is more", path};
    return files_.list_directory(path);
  }
  Result<FileStatus> status(const std::string& path) const override { return files_.status(path); }
  std::string current_directory() const override { return files_.current_directory(); }

 private:
  const FileAccess& files_;
  std::function<bool()> stop_;
  mutable std::atomic<size_t> directories_{0};
};

}  // namespace

Scanner::Scanner(std::function<void()> done)
    : done_(std::move(done)), thread_([this] { work(); }) {}

Scanner::~Scanner() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    changed_.notify_all();
  }
  thread_.join();
}

void Scanner::add(ScanTask task) {
  const std::lock_guard lock(mutex_);
  tasks_.push_back(std::move(task));
  changed_.notify_all();
}

std::vector<ScanResult> Scanner::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(results_, {});
}

bool Scanner::idle() const {
  const std::lock_guard lock(mutex_);
  return tasks_.empty() && results_.empty() && !busy_;
}

void Scanner::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [&] { return stopped_ || !tasks_.empty(); });
    if (stopped_) return;
    ScanTask task = std::move(tasks_.front());
    tasks_.pop_front();
    busy_ = true;
    lock.unlock();
    ScanResult result = scan(std::move(task));
    lock.lock();
    busy_ = false;
    results_.push_back(std::move(result));
    lock.unlock();
    done_();
    lock.lock();
  }
}

ScanResult Scanner::scan(ScanTask task) const {
  ScanResult result{std::move(task), {}};
  FolderSetup& setup = *result.task.setup;
  if (!result.task.file.empty()) {
    read(result.task.file, result);
    return result;
  }
  const auto stop = [&] { return stopped_ || setup.replaced; };
  const BoundedFiles files(setup.files, stop);
  const std::vector<std::string> where = {result.task.directory};
  for (const std::string& path : discover(where, files, &setup.configs).files) {
    if (stop() || result.files.size() == kMostFiles) break;
    read(path, result);
  }
  return result;
}

void Scanner::read(const std::string& path, ScanResult& result) const {
  FolderSetup& setup = *result.task.setup;
  ScannedFile file{setup.jobs.make(path, true), {}};
  if (file.made.job.section != result.task.section) return;
  const RuleScopes facts_only{false, true};
  file.outcome = lint_bytes(setup.files.read_up_to(file.made.job.read.largest, path), 0,
                            file.made.job, facts_only);
  file.outcome.result.findings = {};
  file.outcome.result.suppressions = {};
  result.files.push_back(std::move(file));
}

}  // namespace soiree
