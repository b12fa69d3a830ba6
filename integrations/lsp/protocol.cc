#include "integrations/lsp/protocol.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace soiree {
namespace {

uint32_t bounded(const Json& number) {
  if (!number.is_number()) return number.get<uint32_t>();  // throws
  constexpr auto kMost = std::numeric_limits<uint32_t>::max();
  if (number.is_number_unsigned()) {
    return static_cast<uint32_t>(std::min<uint64_t>(number.get<uint64_t>(), kMost));
  }
  const auto value = number.get<double>();
  if (!(value > 0)) return 0;
  return value >= kMost ? kMost : static_cast<uint32_t>(value);
}

/// The unit of a `\uXXXX` escape at `at`, if there is one.
std::optional<uint32_t> escape_at(std::string_view text, size_t at) {
  if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return std::nullopt;
  uint32_t unit = 0;
  for (size_t i = at + 2; i < at + 6; ++i) {
    const char c = text[i];
    const bool digit = c >= '0' && c <= '9';
    const char lower = static_cast<char>(c | 0x20);
    if (!digit && (lower < 'a' || lower > 'f')) return std::nullopt;
    unit = unit * 16 + static_cast<uint32_t>(digit ? c - '0' : lower - 'a' + 10);
  }
  return unit;
}

bool is_high(uint32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low(uint32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

void replace_lone_surrogates(std::string& text) {
  size_t at = text.find('\\');
  while (at != std::string::npos && at + 1 < text.size()) {
    const std::optional<uint32_t> unit = escape_at(text, at);
    size_t step = unit ? 6 : 2;
    if (unit && is_high(*unit)) {
      const std::optional<uint32_t> next = escape_at(text, at + 6);
      if (next && is_low(*next)) {
        step = 12;
      } else {
        text.replace(at + 2, 4, "fffd");
      }
    } else if (unit && is_low(*unit)) {
      text.replace(at + 2, 4, "fffd");
    }
    at = text.find('\\', at + step);
  }
}

}  // namespace

Json position_json(TextPosition position) {
  return {{"line", position.line}, {"character", position.character}};
}

Json range_json(TextRange range) {
  return {{"start", position_json(range.start)}, {"end", position_json(range.end)}};
}

TextPosition position_from(const Json& position) {
  return {bounded(position.at("line")), bounded(position.at("character"))};
}

TextRange range_from(const Json& range) {
  return {position_from(range.at("start")), position_from(range.at("end"))};
}

const Json& value_at(const Json& json, std::string_view path) {
  static const Json kNull;
  const Json* at = &json;
  while (!path.empty()) {
    const size_t slash = std::min(path.find('/'), path.size());
    if (!at->is_object()) return kNull;
    const auto found = at->find(std::string(path.substr(0, slash)));
    if (found == at->end()) return kNull;
    at = &*found;
    path.remove_prefix(std::min(slash + 1, path.size()));
  }
  return *at;
}

bool is_true(const Json& json, std::string_view path) {
  const Json& value = value_at(json, path);
  return value.is_boolean() && value.get<bool>();
}

std::string string_at(const Json& json, std::string_view path) {
  const Json& value = value_at(json, path);
  return value.is_string() ? value.get<std::string>() : std::string();
}

std::string message_text(const Json& message) {
  return message.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json parse_message(const std::string& text) {
  Json message = Json::parse(text, nullptr, false);
  if (!message.is_discarded()) return message;
  std::string mended = text;
  replace_lone_surrogates(mended);
  return Json::parse(mended, nullptr, false);
}

}  // namespace soiree
