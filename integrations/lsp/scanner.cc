#include "integrations/lsp/scanner.h"

#include <utility>

#include "integrations/lsp/bounded_files.h"

namespace soiree {
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
