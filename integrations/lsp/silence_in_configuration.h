#ifndef SOIREE_LSP_SILENCE_IN_CONFIGURATION_H_
#define SOIREE_LSP_SILENCE_IN_CONFIGURATION_H_

#include <optional>
#include <string>
#include <string_view>

#include "integrations/lsp/folder_files.h"
#include "linter/lint/finding.h"

namespace soiree {

/// An edit of a configuration file.
struct ConfigurationEdit {
  std::string path;     ///< absolute
  bool create = false;  ///< there is no such file yet
  std::string text;     ///< as the edit finds it, unsaved changes included
  Edit edit;
};

/// The edit that switches `rule` off for the file at `path` in the configuration nearest to it, or
/// in a new one in the folder where there is none. The rest of the configuration keeps its words,
/// comments and layout. None when such an edit would not do: when an extended file has the last
/// word, when the configuration is broken, or when another rule would change with this one.
/// `folder` is absolute, `path` starts from it; `open_text` as for FolderFiles.
std::optional<ConfigurationEdit> silence_in_configuration(const std::string& folder,
                                                          const OpenText& open_text,
                                                          const std::string& path,
                                                          std::string_view rule);

}  // namespace soiree

#endif  // SOIREE_LSP_SILENCE_IN_CONFIGURATION_H_
