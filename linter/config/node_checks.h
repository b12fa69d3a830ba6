#ifndef SOIREE_CONFIG_NODE_CHECKS_H_
#define SOIREE_CONFIG_NODE_CHECKS_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/config/config_node.h"

namespace soiree {

/// Reads the maps of a rule's description and collects what is wrong with them, each mistake with
/// `file` and its place.
class NodeChecks {
 public:
  NodeChecks(std::string file, std::vector<Error>& mistakes)
      : file_(std::move(file)), mistakes_(mistakes) {}

  /// A mistake at `node`, or at `around` when the node has no place of its own.
  void blame(const ConfigNode& node, std::string message);
  void blame(SourceSpan place, std::string message);

  /// The value of `key` in a map, or null.
  static const ConfigNode* find(const ConfigNode& map, std::string_view key);
  /// True when `node` is a map; else says that `what` must be one.
  bool is_map(const ConfigNode& node, std::string_view what);
  /// Blames keys that are not in `known`, with the one that was probably meant. The key `unlisted`
  /// may be there and is not offered.
  void check_keys(const ConfigNode& map, std::span<const std::string_view> known,
                  std::string_view unlisted = {});
  /// The text of a key that must be there; empty after a mistake.
  std::string text_of(const ConfigNode& map, std::string_view key);
  /// As text_of, and the text must be one of `choices`.
  std::string choice_of(const ConfigNode& map, std::string_view key,
                        std::span<const std::string_view> choices);

 private:
  std::string file_;
  std::vector<Error>& mistakes_;
};

/// What every rule says about itself, built in or somebody's own.
struct RuleHeader {
  std::string id;
  std::string summary;
  std::string severity;  ///< "note", "warning" or "error"
  std::string status;    ///< "preview", "stable" or "deprecated"
  std::string scope;     ///< "post", "feed" or "meta"
};

/// Reads the header from a rule's map. The id must be `name`, which is that of its folder or file.
/// Keys that the header holds already when this is called may be missing from the map.
void read_rule_header(const ConfigNode& map, std::string_view name, NodeChecks& checks,
                      RuleHeader& header);

/// True for lower-case words of letters and digits with `separator` between them.
bool is_rule_name(std::string_view name, char separator = '-');

}  // namespace soiree

#endif  // SOIREE_CONFIG_NODE_CHECKS_H_
