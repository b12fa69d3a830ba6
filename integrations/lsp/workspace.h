#ifndef SOIREE_LSP_WORKSPACE_H_
#define SOIREE_LSP_WORKSPACE_H_

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "integrations/lsp/editor_text.h"
#include "integrations/lsp/entry_lint.h"
#include "integrations/lsp/feed_memory.h"
#include "integrations/lsp/folder_setup.h"
#include "integrations/lsp/outline_post.h"
#include "integrations/lsp/scanner.h"
#include "integrations/lsp/workspace_task.h"
#include "linter/lint/engine.h"

namespace soiree {

class ConfigKeys;

enum class DocumentKind : uint8_t {
  posts,
  configuration,  ///< `.soiree.yaml`, a rule in `.soiree/rules`, or what a configuration extends
  other,          ///< not linted
};

/// An open document with what is known about it.
struct OpenDocument {
  EditorText document;
  DocumentKind kind = DocumentKind::other;
  std::shared_ptr<FolderSetup> setup;
  std::string path;  ///< from the folder's root
  ConfiguredJob made;
  FileResult result;                  ///< the document alone
  EntryLint entries;                  ///< makes it
  std::optional<EntryChange> change;  ///< of `result` since `findings` were made
  FeedMemory feeds;                   ///< while it shares them with no other file
  bool dirty = true;

  std::vector<Finding> findings;                          ///< with those of its feeds
  std::shared_ptr<const std::vector<std::string>> paths;  ///< absolute, by Note::file
  std::vector<Error> errors;                              ///< of a configuration

  /// Of a configuration; made at the first question, gone when configurations are read again.
  std::shared_ptr<const ConfigKeys> keys;
  /// Made at the first request for it; gone when the text or how it is read changes.
  std::optional<std::vector<OutlinePost>> outline;

  bool shown = false;                     ///< the client has been sent diagnostics of it
  std::optional<int64_t> pulled_version;  ///< the version that the client has last asked about
};

/// Folders, open documents and the posts around them. Only what has changed is linted again.
class Workspace {
 public:
  /// `scanned` is called on another thread when `update` has something to do.
  explicit Workspace(std::function<void()> scanned) : scanner_(std::move(scanned)) {}

  void add_folder(const std::string& path);
  void remove_folder(const std::string& path);
  /// Opens a document, or replaces an open one of the same path.
  void open(EditorText document);
  void change(OpenDocument& open);
  void close(const std::string& path);
  /// A file on disk has been made, changed or removed. Returns true when the configuration is to be
  /// read again because of it.
  bool file_changed(const std::string& path, bool made);
  /// Reads all configurations again.
  void reload();
  /// Lints what has changed and calls `publish` for each document whose findings were made again.
  /// `skip` tells which documents are about to change again: they are left for the next time.
  void update(const std::function<bool(const OpenDocument&)>& skip,
              const std::function<void(OpenDocument&)>& publish);
  /// True once after configurations may have been read.
  bool take_configuration_news() { return std::exchange(configuration_news_, false); }
  /// What is wrong in configurations on disk that hold for open documents, by absolute path.
  std::map<std::string, std::vector<Error>> configuration_errors() const;
  /// True when neighbours of open documents are still being read.
  bool scanning() const { return !scanner_.idle(); }

  /// Texts that lie over the files on disk; as long as the workspace lives.
  OpenText open_texts() const {
    return [this](const std::string& absolute) { return open_text(absolute); };
  }
  OpenDocument* find(const std::string& path);
  const OpenDocument* find(const std::string& path) const;
  /// The client's folders and the documents as they stand, for linting them elsewhere.
  WorkspaceTask task() const;
  /// Text of a file as the client sees it; null when it cannot be read. Kept for the next time.
  std::shared_ptr<const std::string> text_of(const std::string& path);

 private:
  /// One folder, or the surroundings of documents that are in none.
  struct Folder {
    std::shared_ptr<FolderSetup> setup;
    bool of_client = false;
    std::map<std::string, std::map<std::string, ScannedFile>> closed;  ///< by section and path
    std::set<std::string> asked;                                       ///< sections
    std::set<std::string> dirty;                                       ///< sections
  };

  Folder& folder_for(const std::string& path);
  Folder* folder_of(const FolderSetup* setup);
  void place(OpenDocument& open);
  void place_configurations();
  bool is_configuration(const std::string& path) const;
  void leave(OpenDocument& open);
  void ask_for_neighbours(Folder& folder, const OpenDocument& open);
  void take_scanned();
  void lint(OpenDocument& open);
  void check_configuration(OpenDocument& open) const;
  static bool follow_edit(OpenDocument& open);
  void finish(Folder& folder, const std::string& section, std::set<OpenDocument*>& changed);
  const std::string* open_text(const std::string& absolute) const;

  std::map<std::string, std::unique_ptr<OpenDocument>> documents_;  ///< by absolute path
  std::map<std::string, Folder> folders_;                           ///< by root
  std::map<std::string, std::shared_ptr<const std::string>> texts_;
  bool configuration_news_ = false;
  Scanner scanner_;
};

}  // namespace soiree

#endif  // SOIREE_LSP_WORKSPACE_H_
