#ifndef SOIREE_LSP_CONFIG_KEYS_H_
#define SOIREE_LSP_CONFIG_KEYS_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "integrations/lsp/protocol.h"
#include "linter/lint/rule_info.h"

namespace soiree {

/// A place in a YAML text as it is being written, which need not be valid: told by indentation.
struct YamlPlace {
  std::vector<std::string> path;  ///< keys above, outermost first; "-" for an item of a list
  std::string key;                ///< key of the line, when the place is behind its colon
  uint32_t word_begin = 0;        ///< offset where the word at the place starts
  bool comment = false;           ///< nothing is read there
};

/// The place at `offset` of `text`.
YamlPlace yaml_place(std::string_view text, uint32_t offset);

/// What may stand in a configuration whose folder has these rules of its own.
class ConfigKeys {
 public:
  explicit ConfigKeys(std::span<const RuleInfo> own_rules = {});

  /// What may stand at a place: its keys or the values of its key, as completion items without
  /// their edits.
  Json completions(const YamlPlace& place) const;
  /// What the schema says about the key at the end of `path`; "" for an unknown one.
  std::string description(const std::vector<std::string>& path) const;

 private:
  Json schema_;
};

}  // namespace soiree

#endif  // SOIREE_LSP_CONFIG_KEYS_H_
