#ifndef SOIREE_CONFIG_CUSTOM_RULE_READER_H_
#define SOIREE_CONFIG_CUSTOM_RULE_READER_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "linter/lint/custom_rule.h"
#include "linter/text/result.h"

namespace soiree {

/// Reads a rule from `.soiree/rules/NAME.yaml`; `file` is its path as messages name it. Every
/// mistake becomes an Error with its place and remedy; a rule with mistakes is not used: returns
/// null then.
std::shared_ptr<const CustomRule> read_custom_rule(const std::string& file, std::string_view bytes,
                                                   std::vector<Error>& errors);

/// What a rule with mistakes is called: by its file, and by its `id` where that can be read.
std::vector<std::string> custom_rule_names(const std::string& file, std::string_view bytes);

}  // namespace soiree

#endif  // SOIREE_CONFIG_CUSTOM_RULE_READER_H_
