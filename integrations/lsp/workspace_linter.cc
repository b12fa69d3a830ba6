#include "integrations/lsp/workspace_linter.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "integrations/lsp/bounded_files.h"
#include "integrations/lsp/file_uri.h"
#include "integrations/lsp/section_run.h"
#include "linter/config/disk_files.h"
#include "linter/config/paths.h"

namespace soiree {
namespace {

constexpr size_t kMostReports = 100;  ///< told at a time

uint64_t hash_of(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

OpenText open_texts(const WorkspaceTask& task) {
  return [&task](const std::string& absolute) {
    const auto found = task.open.find(absolute);
    return found == task.open.end() ? nullptr : &found->second.text;
  };
}

}  // namespace

std::string result_id(std::string_view items, std::optional<int64_t> version) {
  const std::string text = std::string(items) + (version ? std::to_string(*version) : "");
  return fmt::format("{:016x}", hash_of(text));
}

FileReport clean_report(std::string uri) {
  static const std::string kId = result_id(kNoDiagnostics, std::nullopt);
  return {std::move(uri), std::nullopt, kId, std::string(kNoDiagnostics)};
}

struct WorkspaceLinter::LintedFile {
  ConfiguredJob made;
  FileResult result;
  uint64_t hash = 0;  ///< of the bytes
  bool from_editor = false;
};

struct WorkspaceLinter::LintedGroup {
  uint64_t hash = 0;  ///< of the members' paths, bytes and versions
  std::vector<FileReport> reports;
};

struct WorkspaceLinter::LintedFolder {
  std::shared_ptr<FolderSetup> setup;
  std::vector<std::string> listed;  ///< on disk
  std::map<std::string, LintedFile> files;
  std::map<std::string, LintedGroup> groups;
};

WorkspaceLinter::WorkspaceLinter(std::function<void()> news)
    : news_(std::move(news)), thread_([this] { work(); }) {}

WorkspaceLinter::~WorkspaceLinter() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
    ++wanted_;
    changed_.notify_all();
  }
  thread_.join();
}

void WorkspaceLinter::start(WorkspaceTask task) {
  const std::lock_guard lock(mutex_);
  ++wanted_;
  next_ = std::move(task);
  told_ = {};
  changed_.notify_all();
}

void WorkspaceLinter::stop() {
  const std::lock_guard lock(mutex_);
  ++wanted_;
  next_.reset();
  told_ = {};
}

WorkspaceLinter::News WorkspaceLinter::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(told_, {});
}

void WorkspaceLinter::tell(std::vector<FileReport> reports, bool done) {
  {
    const std::lock_guard lock(mutex_);
    if (is_stopped()) return;
    std::move(reports.begin(), reports.end(), std::back_inserter(told_.reports));
    told_.done = done;
  }
  news_();
}

void WorkspaceLinter::work() {
  for (;;) {
    WorkspaceTask task;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return ended_ || next_; });
      if (ended_) return;
      task = std::move(*next_);
      next_.reset();
      running_ = wanted_.load();
    }
    std::erase_if(folders_, [&](const auto& known) {
      return std::none_of(task.folders.begin(), task.folders.end(),
                          [&](const auto& folder) { return folder.setup == known.second->setup; });
    });
    for (const WorkspaceTask::Folder& folder : task.folders) {
      if (!is_stopped()) lint_folder(task, folder);
    }
    tell({}, true);
  }
}

void WorkspaceLinter::list_files(const WorkspaceTask& task, const WorkspaceTask::Folder& folder,
                                 LintedFolder& known) const {
  if (task.disk_unchanged && !known.listed.empty()) return;
  const std::vector<std::string> everything = {"."};
  const BoundedFiles files(folder.setup->files, [this] { return is_stopped(); });
  known.listed = discover(everything, files, &folder.setup->configs).files;
  std::erase_if(known.listed, [&](const std::string& path) {
    const std::string absolute = absolute_path(folder.setup->root, path);
    return std::any_of(folder.inner.begin(), folder.inner.end(),
                       [&](const std::string& root) { return is_below(root, absolute); });
  });
  if (known.listed.size() > kMostFiles) known.listed.resize(kMostFiles);
}

/// False when there is no such file any more.
bool WorkspaceLinter::lint_file(const WorkspaceTask& task, const std::string& path,
                                LintedFolder& known) const {
  FolderSetup& setup = *known.setup;
  const auto [found, added] = known.files.try_emplace(path);
  LintedFile& file = found->second;
  const bool open = task.open.contains(absolute_path(setup.root, path));
  if (!added && !open && task.disk_unchanged && !file.from_editor) return true;
  if (added) file.made = setup.jobs.make(path, true);
  const FileJob& job = file.made.job;
  Result<std::string> bytes =
      FolderFiles(setup.root, open_texts(task)).read_up_to(job.read.largest, path);
  const uint64_t hash = bytes ? hash_of(*bytes) : bytes.error().size;
  file.from_editor = open;
  if (!added && hash == file.hash) return true;
  file.hash = hash;
  FileOutcome outcome = lint_bytes(std::move(bytes), 0, job, {});
  file.result = std::move(outcome.result);
  if (outcome.error) known.files.erase(found);
  return !outcome.error;
}

std::vector<FileReport> WorkspaceLinter::reports_of(const WorkspaceTask& task, LintedFolder& known,
                                                    const std::vector<std::string>& paths) const {
  SectionRun run;
  for (const std::string& path : paths) {
    LintedFile& file = known.files.at(path);
    run.add(file.made, file.result);
  }
  const SectionRun::Outcome outcome = run.finish(known.setup->root);
  const FolderFiles files(known.setup->root, open_texts(task));
  std::map<std::string, std::shared_ptr<const std::string>> texts;
  const auto text_of = [&](const std::string& path) {
    std::shared_ptr<const std::string>& text = texts[path];
    if (text != nullptr) return text;
    Result<std::string> read = files.read_file(path);
    if (read) text = std::make_shared<const std::string>(std::move(*read));
    return text;
  };
  const auto uri_of = [&](const std::string& path) {
    const auto open = task.open.find(path);
    return open == task.open.end() ? uri_from_path(path) : open->second.uri;
  };
  std::vector<FileReport> reports;
  for (size_t i = 0; i < paths.size(); ++i) {
    const std::string& path = (*outcome.paths)[i];
    const auto open = task.open.find(path);
    if (open == task.open.end() && outcome.findings[i].empty()) {
      reports.push_back(clean_report(uri_from_path(path)));
      continue;
    }
    const std::shared_ptr<const std::string> text = text_of(path);
    if (text == nullptr) continue;
    const FindingsView view{*text, outcome.findings[i], outcome.paths.get(), text_of, uri_of};
    FileReport report{uri_of(path), std::nullopt, {}, {}};
    if (open != task.open.end()) report.version = open->second.version;
    report.items = findings_text(view, task.abilities, task.rule_pages);
    report.id = result_id(report.items, report.version);
    reports.push_back(std::move(report));
  }
  return reports;
}

/// What is wrong in the configurations that hold for the folder's files. An open one is told by its
/// text in the editor, which takes effect only when it is saved.
void WorkspaceLinter::tell_configurations(const WorkspaceTask& task, const LintedFolder& known) {
  std::map<std::string, std::vector<Error>> by_file;
  for (const Error& error : known.setup->configs.errors()) {
    if (!error.file.empty()) by_file[absolute_path(known.setup->root, error.file)].push_back(error);
  }
  std::vector<FileReport> reports;
  for (const auto& [path, errors] : by_file) {
    if (task.open.contains(path)) continue;
    const Result<std::string> text = DiskFiles().read_file(path);
    FileReport report{uri_from_path(path), std::nullopt, {}, {}};
    report.items = error_diagnostics_text(errors, text ? *text : "", task.abilities.encoding);
    report.id = result_id(report.items, std::nullopt);
    reports.push_back(std::move(report));
  }
  tell(std::move(reports), false);
}

/// Sections have feeds of their own, unless the configuration names feeds: these may take their
/// members from anywhere.
void WorkspaceLinter::lint_folder(const WorkspaceTask& task, const WorkspaceTask::Folder& folder) {
  std::unique_ptr<LintedFolder>& slot = folders_[folder.setup->root];
  if (slot == nullptr || slot->setup != folder.setup) {
    slot = std::make_unique<LintedFolder>();
    slot->setup = folder.setup;
  }
  LintedFolder& known = *slot;
  list_files(task, folder, known);
  std::vector<std::string> paths = known.listed;
  std::erase_if(paths, [&](const std::string& path) {  // a configuration under another name
    const auto open = task.open.find(absolute_path(folder.setup->root, path));
    return open != task.open.end() && !open->second.posts;
  });
  for (const auto& [absolute, document] : task.open) {
    if (document.posts && document.setup == folder.setup.get()) paths.push_back(document.path);
  }
  std::sort(paths.begin(), paths.end());
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  std::erase_if(paths, [&](const std::string& path) {
    return is_stopped() || !lint_file(task, path, known);
  });
  if (is_stopped()) return;
  tell_configurations(task, known);
  std::erase_if(known.files, [&](const auto& file) {
    return !std::binary_search(paths.begin(), paths.end(), file.first);
  });
  const bool feeds = std::any_of(paths.begin(), paths.end(), [&](const std::string& path) {
    return !known.files.at(path).made.config.config->feeds.empty();
  });
  std::map<std::string, std::vector<std::string>> members;
  for (const std::string& path : paths) {
    members[feeds ? "" : known.files.at(path).made.job.section].push_back(path);
  }
  std::erase_if(known.groups, [&](const auto& group) { return !members.contains(group.first); });
  for (const auto& [name, group_paths] : members) {
    if (is_stopped()) return;
    std::string key;
    for (const std::string& path : group_paths) {
      const auto open = task.open.find(absolute_path(known.setup->root, path));
      key += fmt::format("{} {} {}\n", path, known.files.at(path).hash,
                         open == task.open.end() ? "" : std::to_string(open->second.version));
    }
    LintedGroup& group = known.groups[name];
    if (const uint64_t hash = hash_of(key); group.hash != hash) {
      group = {hash, reports_of(task, known, group_paths)};
    }
    for (size_t i = 0; i < group.reports.size(); i += kMostReports) {
      const auto begin = group.reports.begin() + static_cast<ptrdiff_t>(i);
      const size_t count = std::min(kMostReports, group.reports.size() - i);
      tell({begin, begin + static_cast<ptrdiff_t>(count)}, false);
    }
  }
}

}  // namespace soiree
