#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "linter/config/config_reader.h"

namespace soiree {
namespace {

template <class Number>
std::optional<Number> number_in(std::string_view text) {
  Number number{};
  if (text.starts_with('+')) text.remove_prefix(1);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string shown(double number) {
  std::string text(32, '\0');
  const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), number);
  text.resize(error == std::errc() ? static_cast<size_t>(end - text.data()) : 0);
  return text;
}

bool in_range(const OptionInfo& option, double number) {
  return std::isfinite(number) && number >= option.minimum && number <= option.maximum;
}

Error wrong(const OptionInfo& option, std::string_view expected) {
  std::string message = "`";
  message.append(option.name).append("` must be ").append(expected);
  return Error{std::move(message), ""};
}

/// A share of this much and more without a sign is meant in percent; `7` may be anything.
constexpr double kLeastPercent = 10;

Error wrong_number(const OptionInfo& option, std::string_view kind, std::string_view text) {
  std::string expected = std::string(kind) + " from " + shown(option.minimum) + " to " +
                         shown(option.maximum) + ", not `" + std::string(text) + "`";
  if (option.type == OptionType::share) {
    const bool sign = text.ends_with('%');
    const std::optional<double> percent =
        number_in<double>(text.substr(0, text.size() - (sign ? 1 : 0)));
    if (percent && *percent >= (sign ? 0 : kLeastPercent) && *percent <= 100) {
      expected += "; write " + shown(*percent / 100);
    }
  }
  return wrong(option, expected);
}

std::vector<std::string> words_of_default(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const size_t comma = std::min(text.find(','), text.size());
    std::string_view word = text.substr(0, comma);
    while (word.starts_with(' ')) word.remove_prefix(1);
    while (word.ends_with(' ')) word.remove_suffix(1);
    if (!word.empty()) words.emplace_back(word);
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  return words;
}

/// Kept out of line: when it is inlined, g++ 12 warns about members of the variant that are not
/// there.
[[gnu::noinline]] std::optional<Error> assign_option(const OptionInfo& option,
                                                     std::span<const std::string> words,
                                                     OptionValue& value) {
  const std::string text = words.size() == 1 ? words[0] : "";
  switch (option.type) {
    case OptionType::words:
      value.emplace<std::vector<std::string>>(words.begin(), words.end());
      break;
    case OptionType::boolean:
      if (text != "true" && text != "false") return wrong(option, "true or false");
      value.emplace<bool>(text == "true");
      break;
    case OptionType::integer: {
      const std::optional<int64_t> number = number_in<int64_t>(text);
      if (!number || !in_range(option, static_cast<double>(*number))) {
        return wrong_number(option, "a whole number", text);
      }
      value.emplace<int64_t>(*number);
      break;
    }
    case OptionType::share:
    case OptionType::number: {
      const std::optional<double> number = number_in<double>(text);
      if (!number || !in_range(option, *number)) {
        const bool share = option.type == OptionType::share;
        return wrong_number(option, share ? "a share" : "a number", text);
      }
      value.emplace<double>(*number);
      break;
    }
  }
  return std::nullopt;
}

}  // namespace

Result<OptionValue> read_option(const OptionInfo& option, std::span<const std::string> words) {
  OptionValue value;
  if (std::optional<Error> error = assign_option(option, words, value)) return std::move(*error);
  return value;
}

OptionValue default_value(const OptionInfo& option) {
  const std::string text(option.default_value);
  const std::vector<std::string> words =
      option.type == OptionType::words ? words_of_default(text) : std::vector<std::string>{text};
  Result<OptionValue> value = read_option(option, words);
  if (value) return *value;
  switch (option.type) {
    case OptionType::boolean:
      return false;
    case OptionType::integer:
      return static_cast<int64_t>(option.minimum);
    default:
      return option.minimum;
  }
}

}  // namespace soiree
