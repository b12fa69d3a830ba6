#ifndef SOIREE_CONFIG_CONFIG_READER_H_
#define SOIREE_CONFIG_CONFIG_READER_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/config/config.h"

namespace soiree {

/// One configuration file as written, before `extends` is followed.
struct ConfigFile {
  Config config;  ///< without `directory` and `extended`
  Words extends;  ///< as written, in order
  bool sets_ignore = false;
};

/// Reads one configuration file. Every mistake becomes an Error with `file` and its exact place;
/// all of them are reported, and what is right is returned. `rules` is the rule table; settings of
/// `unused_rules` are passed over.
ConfigFile read_config(const std::string& file, std::string_view bytes,
                       std::span<const RuleInfo> rules, std::vector<Error>& errors,
                       std::span<const std::string> unused_rules = {});

/// The value of an option as written in rule.md or in a configuration: one word for all types but
/// `words`. The Error (without file and place) says what the option takes.
Result<OptionValue> read_option(const OptionInfo& option, std::span<const std::string> words);

/// The default of an option, from rule.md.
OptionValue default_value(const OptionInfo& option);

}  // namespace soiree

#endif  // SOIREE_CONFIG_CONFIG_READER_H_
