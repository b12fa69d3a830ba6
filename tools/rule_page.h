#ifndef SOIREE_TOOLS_RULE_PAGE_H_
#define SOIREE_TOOLS_RULE_PAGE_H_

#include <string>
#include <string_view>
#include <vector>

#include "linter/config/node_checks.h"

namespace soiree {

/// One option as the front matter of a rule.md declares it, checked.
struct PageOption {
  std::string name;
  std::string type;           ///< name of an OptionType
  std::string default_value;  ///< words are separated by commas
  double minimum = 0;
  double maximum = 0;
  std::string meaning;
};

/// What the front matter of a rule.md says, checked.
struct RulePage : RuleHeader {
  std::vector<PageOption> options;
};

/// A mistake in a rule.md: the 1-based line and what to do about it.
struct PageMistake {
  int line = 1;
  std::string message;
};

/// Reads the front matter of the rule.md in the folder `folder` (its last name, which must be the
/// rule's id). Returns true and fills `page`, or false and fills `mistakes`, in order of lines.
bool read_rule_page(std::string_view folder, const std::string& text, RulePage& page,
                    std::vector<PageMistake>& mistakes);

/// The bytes as one C++ string literal, a line of source per line of text.
std::string cpp_literal(std::string_view bytes);

}  // namespace soiree

#endif  // SOIREE_TOOLS_RULE_PAGE_H_
