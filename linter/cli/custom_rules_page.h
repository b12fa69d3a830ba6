#ifndef SOIREE_CLI_CUSTOM_RULES_PAGE_H_
#define SOIREE_CLI_CUSTOM_RULES_PAGE_H_

#include <string_view>

namespace soiree {

/// The section of rules/README.md about rules of one's own, Markdown.
extern const std::string_view kCustomRulesPage;

}  // namespace soiree

#endif  // SOIREE_CLI_CUSTOM_RULES_PAGE_H_
