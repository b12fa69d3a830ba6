#include "integrations/lsp/workspace.h"

#include <algorithm>
#include <span>

#include "integrations/lsp/section_run.h"
#include "linter/config/discovery.h"
#include "linter/config/git_rules.h"
#include "linter/config/paths.h"

namespace soiree {
namespace {

/// Two lists say the same about a file; notes are compared by the files they are in.
bool same_findings(const OpenDocument& open, const std::vector<Finding>& findings,
                   const std::vector<std::string>& paths) {
  const auto same_note = [&](const Note& a, const Note& b) {
    return a.range == b.range && a.message == b.message && (*open.paths)[a.file] == paths[b.file];
  };
  const auto same = [&](const Finding& a, const Finding& b) {
    return a.rule == b.rule && a.severity == b.severity && a.range == b.range &&
           a.message == b.message &&
           std::equal(a.notes.begin(), a.notes.end(), b.notes.begin(), b.notes.end(), same_note);
  };
  return open.paths != nullptr && std::equal(open.findings.begin(), open.findings.end(),
                                             findings.begin(), findings.end(), same);
}

/// The closed files of a section that may share a feed with one of `members`.
std::vector<ScannedFile*> neighbours_of(const std::vector<OpenDocument*>& members,
                                        std::map<std::string, ScannedFile>& closed) {
  std::set<std::string_view> keys;
  for (const OpenDocument* open : members) {
    const std::span<const std::string> own = feed_keys(open->made.job);
    keys.insert(own.begin(), own.end());
  }
  std::vector<ScannedFile*> neighbours;
  for (auto& [path, file] : closed) {
    const std::span<const std::string> own = feed_keys(file.made.job);
    const bool shared = std::any_of(own.begin(), own.end(),
                                    [&](const std::string& key) { return keys.contains(key); });
    if (shared) neighbours.push_back(&file);
  }
  return neighbours;
}

}  // namespace

void Workspace::add_folder(const std::string& path) {
  Folder& folder = folders_[path];
  folder.of_client = true;
  if (folder.setup == nullptr) folder.setup = std::make_shared<FolderSetup>(path);
  for (auto& [name, open] : documents_) {
    if (!is_below(path, name)) continue;
    leave(*open);
    place(*open);
  }
}

void Workspace::remove_folder(const std::string& path) {
  const auto found = folders_.find(path);
  if (found == folders_.end()) return;
  found->second.setup->replaced = true;
  const std::shared_ptr<FolderSetup> setup = found->second.setup;
  folders_.erase(found);
  for (auto& [name, open] : documents_) {
    if (open->setup == setup) place(*open);
  }
  configuration_news_ = true;
}

void Workspace::open(EditorText document) {
  std::unique_ptr<OpenDocument>& slot = documents_[document.path];
  if (slot != nullptr) leave(*slot);
  const bool shown = slot != nullptr && slot->shown;
  slot = std::make_unique<OpenDocument>();
  slot->shown = shown;
  slot->document = std::move(document);
  place(*slot);
}

void Workspace::change(OpenDocument& open) {
  open.dirty = true;
  open.outline.reset();
}

void Workspace::close(const std::string& path) {
  const auto found = documents_.find(path);
  if (found == documents_.end()) return;
  OpenDocument& open = *found->second;
  leave(open);
  const std::string& section = open.made.job.section;
  if (open.kind == DocumentKind::posts && section != open.path) {
    scanner_.add({open.setup, section, {}, open.path, false});
  }
  const std::shared_ptr<FolderSetup> setup = open.setup;
  documents_.erase(found);
  texts_.erase(path);
  configuration_news_ = true;
  Folder* folder = folder_of(setup.get());
  const bool used = std::any_of(documents_.begin(), documents_.end(),
                                [&](const auto& other) { return other.second->setup == setup; });
  if (folder == nullptr || folder->of_client || used) return;
  setup->replaced = true;
  folders_.erase(setup->root);
}

bool Workspace::file_changed(const std::string& path, bool made) {
  texts_.erase(path);
  if (is_configuration(path) || file_name(path) == ".gitignore") return true;
  if (!content_kind(path)) return false;
  for (auto& [root, folder] : folders_) {
    if (!is_below(root, path)) continue;
    if (documents_.contains(path)) continue;
    const std::string below(path_below(root, path));
    const std::string section = folder.setup->jobs.make(below, true).job.section;
    if (!folder.asked.contains(section)) continue;
    // Its section may just be being read: this comes behind that. Whether a new file belongs to a
    // feed is seen when the section is listed again.
    scanner_.add({folder.setup, section, {}, below, true});
    if (made && !folder.closed[section].contains(below)) folder.asked.erase(section);
  }
  for (auto& [name, open] : documents_) {
    Folder* folder = folder_of(open->setup.get());
    if (made && folder != nullptr) ask_for_neighbours(*folder, *open);
  }
  return false;
}

void Workspace::reload() {
  texts_.clear();
  for (auto& [root, folder] : folders_) {
    folder.setup->replaced = true;
    folder.setup = std::make_shared<FolderSetup>(root);
    folder.closed.clear();
    folder.asked.clear();
    folder.dirty.clear();
  }
  for (auto& [path, open] : documents_) place(*open);
}

void Workspace::update(const std::function<bool(const OpenDocument&)>& skip,
                       const std::function<void(OpenDocument&)>& publish) {
  take_scanned();
  place_configurations();
  std::set<OpenDocument*> changed;
  for (auto& [path, open] : documents_) {
    if (!open->dirty || skip(*open)) continue;
    open->dirty = false;
    changed.insert(open.get());
    if (open->kind == DocumentKind::posts) lint(*open);
    if (open->kind == DocumentKind::configuration) check_configuration(*open);
  }
  for (auto& [root, folder] : folders_) {
    for (const std::string& section : std::exchange(folder.dirty, {})) {
      finish(folder, section, changed);
    }
  }
  for (auto& [path, open] : documents_) {
    if (changed.contains(open.get()) && !open->dirty) publish(*open);
  }
}

OpenDocument* Workspace::find(const std::string& path) {
  const auto found = documents_.find(path);
  return found == documents_.end() ? nullptr : found->second.get();
}

const OpenDocument* Workspace::find(const std::string& path) const {
  const auto found = documents_.find(path);
  return found == documents_.end() ? nullptr : found->second.get();
}

WorkspaceTask Workspace::task() const {
  WorkspaceTask task;
  for (const auto& [root, folder] : folders_) {
    if (!folder.of_client) continue;
    WorkspaceTask::Folder added{folder.setup, {}};
    for (const auto& [inner, other] : folders_) {
      if (inner != root && other.of_client && is_below(root, inner)) added.inner.push_back(inner);
    }
    task.folders.push_back(std::move(added));
  }
  for (const auto& [path, open] : documents_) {
    const EditorText& document = open->document;
    task.open[path] = {document.uri,      document.version, document.text,
                       open->setup.get(), open->path,       open->kind == DocumentKind::posts};
  }
  return task;
}

std::shared_ptr<const std::string> Workspace::text_of(const std::string& path) {
  if (const std::string* text = open_text(path)) {
    return {std::shared_ptr<const std::string>(), text};  // the document owns it
  }
  std::shared_ptr<const std::string>& slot = texts_[path];
  if (slot == nullptr) {
    Result<std::string> read = DiskFiles().read_file(path);
    if (read) slot = std::make_shared<const std::string>(std::move(*read));
  }
  return slot;
}

const std::string* Workspace::open_text(const std::string& absolute) const {
  const auto found = documents_.find(absolute);
  return found == documents_.end() ? nullptr : &found->second->document.text;
}

/// The innermost folder of the client; outside of all, the repository around the file, or its
/// directory.
Workspace::Folder& Workspace::folder_for(const std::string& path) {
  Folder* best = nullptr;
  size_t length = 0;
  for (auto& [root, folder] : folders_) {
    if (!folder.of_client || !is_below(root, path) || root.size() < length) continue;
    best = &folder;
    length = root.size();
  }
  if (best != nullptr) return *best;
  const std::string directory(parent_directory(path));
  std::string root = repository_root(DiskFiles(), directory);
  if (root.empty()) root = directory;
  Folder& folder = folders_[root];
  if (folder.setup == nullptr) folder.setup = std::make_shared<FolderSetup>(root);
  return folder;
}

Workspace::Folder* Workspace::folder_of(const FolderSetup* setup) {
  for (auto& [root, folder] : folders_) {
    if (folder.setup.get() == setup) return &folder;
  }
  return nullptr;
}

/// Finds out what the document is and to which folder it belongs, and has it linted.
void Workspace::place(OpenDocument& open) {
  const std::string& path = open.document.path;
  Folder& folder = folder_for(path);
  configuration_news_ = true;
  open.setup = folder.setup;
  open.path = path_below(folder.setup->root, path);
  open.dirty = true;
  open.kind = DocumentKind::other;
  open.findings.clear();
  open.errors.clear();
  open.keys.reset();
  open.result = {};
  open.entries = EntryLint();
  open.change.reset();
  open.feeds.forget();
  open.outline.reset();
  if (is_configuration(path)) {
    open.kind = DocumentKind::configuration;
    return;
  }
  if (!content_kind(path)) return;
  const FolderFiles files(folder.setup->root, open_texts());
  const std::vector<std::string> argument = {open.path};
  if (discover(argument, files, &folder.setup->configs).files.empty()) return;  // `ignore` names it
  open.kind = DocumentKind::posts;
  open.made = folder.setup->jobs.make(open.path, true);
  folder.closed[open.made.job.section].erase(open.path);
  ask_for_neighbours(folder, open);
}

/// Takes the document out of its section, which is linted again without it.
void Workspace::leave(OpenDocument& open) {
  Folder* folder = folder_of(open.setup.get());
  if (folder != nullptr && open.kind == DocumentKind::posts) {
    folder->dirty.insert(open.made.job.section);
  }
}

void Workspace::ask_for_neighbours(Folder& folder, const OpenDocument& open) {
  const std::string& section = open.made.job.section;
  if (open.kind != DocumentKind::posts || section == open.path) return;
  if (!folder.asked.insert(section).second) return;
  std::string directory = context_directory(open.path);
  if (section != directory) directory = open.made.config.config->directory;  // a configured feed
  scanner_.add({folder.setup, section, directory.empty() ? "." : directory, {}, false});
}

void Workspace::take_scanned() {
  for (ScanResult& result : scanner_.take()) {
    Folder* folder = folder_of(result.task.setup.get());
    if (folder == nullptr) continue;
    std::map<std::string, ScannedFile>& closed = folder->closed[result.task.section];
    if (result.task.file.empty()) closed.clear();
    for (ScannedFile& file : result.files) {
      const std::string path = file.made.job.path;
      const bool open = documents_.contains(absolute_path(folder->setup->root, path));
      const bool known = closed.erase(path) > 0 || !result.task.listed;
      if (known && !open && !file.outcome.error) closed.emplace(path, std::move(file));
    }
    folder->dirty.insert(result.task.section);
  }
}

void Workspace::lint(OpenDocument& open) {
  Folder* folder = folder_of(open.setup.get());
  if (folder == nullptr) return;
  open.change = open.entries.lint(open.document.text, open.made.job, open.result);
  folder->dirty.insert(open.made.job.section);
}

/// Brings the findings of a document that is alone in its section up to date after an edit of one
/// entry, where that is enough.
bool Workspace::follow_edit(OpenDocument& open) {
  std::optional<EntryChange> change = std::exchange(open.change, std::nullopt);
  return change && open.feeds.follow(std::move(*change), open.made, open.result, open.setup->root,
                                     open.findings);
}

/// Feeds and suppressions of one section, for its open documents.
void Workspace::finish(Folder& folder, const std::string& section,
                       std::set<OpenDocument*>& changed) {
  std::vector<OpenDocument*> members;
  for (auto& [path, open] : documents_) {
    const bool member = open->setup == folder.setup && open->kind == DocumentKind::posts &&
                        open->made.job.section == section;
    if (!member) continue;
    members.push_back(open.get());
  }
  if (members.empty()) return;
  const std::vector<ScannedFile*> neighbours = neighbours_of(members, folder.closed[section]);
  const bool alone = members.size() == 1 && neighbours.empty();
  if (alone && follow_edit(*members[0])) return;
  SectionRun run;
  for (OpenDocument* open : members) {
    open->change.reset();
    open->feeds.forget();
    run.add(open->made, open->result);
  }
  for (ScannedFile* file : neighbours) run.add(file->made, file->outcome.result);
  SectionRun::Outcome outcome = run.finish(folder.setup->root);
  for (size_t i = 0; i < members.size(); ++i) {
    std::vector<Finding>& findings = outcome.findings[i];
    if (!same_findings(*members[i], findings, *outcome.paths)) changed.insert(members[i]);
    members[i]->findings = std::move(findings);
    members[i]->paths = outcome.paths;
  }
  if (alone) members[0]->feeds.start(std::move(outcome.silenced[0]));
}

}  // namespace soiree
