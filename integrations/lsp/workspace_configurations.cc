#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "integrations/lsp/workspace.h"
#include "linter/config/custom_rule_reader.h"
#include "linter/config/discovery.h"
#include "linter/config/paths.h"

// What a workspace knows of configurations.
namespace soiree {
namespace {

constexpr std::string_view kRulesFolder = "/.soiree/rules";

bool is_custom_rule(std::string_view path) {
  return path.ends_with(".yaml") && parent_directory(path).ends_with(kRulesFolder);
}

}  // namespace

bool Workspace::is_configuration(const std::string& path) const {
  return file_name(path) == kConfigName || is_custom_rule(path) ||
         std::any_of(folders_.begin(), folders_.end(), [&](const auto& folder) {
           return folder.second.setup->configs.directory_concerned(path).has_value();
         });
}

/// What configurations extend is known when they have been read, which happens for the documents
/// that they hold for.
void Workspace::place_configurations() {
  for (auto& [path, open] : documents_) {
    if (open->kind == DocumentKind::configuration || !is_configuration(path)) continue;
    leave(*open);
    place(*open);
  }
}

/// What is wrong in the configuration as it stands in the editor. It takes effect when it is saved.
void Workspace::check_configuration(OpenDocument& open) const {
  open.errors.clear();
  const std::string& path = open.document.path;
  if (is_custom_rule(path)) {
    read_custom_rule(open.path, open.document.text, open.errors);
    return;
  }
  std::string root = open.setup->root;
  std::string directory(parent_directory(path));
  for (const auto& [folder_root, folder] : folders_) {
    if (file_name(path) == kConfigName) break;
    const std::optional<std::string> concerned = folder.setup->configs.directory_concerned(path);
    if (!concerned) continue;
    root = folder_root;
    directory = *concerned;
  }
  const FolderFiles files(root, open_texts());
  ConfigCache configs(files, rule_table());
  configs.config_in(directory);
  open.errors = configs.errors();
  std::erase_if(open.errors, [&](const Error& error) {
    return error.file.empty() || absolute_path(root, error.file) != path;
  });
}

std::map<std::string, std::vector<Error>> Workspace::configuration_errors() const {
  std::map<std::string, std::vector<Error>> by_file;
  for (const auto& [root, folder] : folders_) {
    for (const Error& error : folder.setup->configs.errors()) {
      if (!error.file.empty()) by_file[absolute_path(root, error.file)].push_back(error);
    }
  }
  return by_file;
}

}  // namespace soiree
