#include "linter/lint/rule.h"

#include <cassert>
#include <charconv>
#include <cstdlib>

namespace soiree {
namespace {

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const size_t comma = text.find(',');
    std::string_view word = text.substr(0, comma);
    while (word.starts_with(' ')) word.remove_prefix(1);
    while (word.ends_with(' ')) word.remove_suffix(1);
    if (!word.empty()) words.emplace_back(word);
    if (comma == std::string_view::npos) break;
    text.remove_prefix(comma + 1);
  }
  return words;
}

}  // namespace

const OptionValue* RuleOptions::configured(std::string_view name) const {
  const auto found = values_.find(std::string(name));
  return found == values_.end() ? nullptr : &found->second;
}

const OptionInfo& RuleOptions::declared(std::string_view name) const {
  for (const OptionInfo& option : info_.options) {
    if (option.name == name) return option;
  }
  assert(false && "the rule reads an option that its rule.md does not declare");
  std::abort();
}

bool RuleOptions::boolean(std::string_view name) const {
  if (const OptionValue* value = configured(name)) return std::get<bool>(*value);
  return declared(name).default_value == "true";
}

int64_t RuleOptions::integer(std::string_view name) const {
  if (const OptionValue* value = configured(name)) return std::get<int64_t>(*value);
  const std::string_view text = declared(name).default_value;
  int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

double RuleOptions::number(std::string_view name) const {
  if (const OptionValue* value = configured(name)) {
    if (const auto* whole = std::get_if<int64_t>(value)) return static_cast<double>(*whole);
    return std::get<double>(*value);
  }
  const std::string_view text = declared(name).default_value;
  double number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::vector<std::string> RuleOptions::words(std::string_view name) const {
  if (const OptionValue* value = configured(name)) {
    return std::get<std::vector<std::string>>(*value);
  }
  return split_words(declared(name).default_value);
}

}  // namespace soiree
