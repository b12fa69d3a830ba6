#include "linter/config/custom_message.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "linter/text/suggest.h"

namespace soiree {
namespace {

using Names = std::vector<std::string_view>;
constexpr size_t npos = std::string_view::npos;

bool any_replacement(const CustomRule& rule) {
  return std::any_of(rule.phrases.begin(), rule.phrases.end(),
                     [](const CustomPhrase& phrase) { return phrase.replacement.has_value(); });
}

/// Names of the fields that a finding of `rule` has a value for.
Names fields_of(const CustomRule& rule) {
  if (rule.kind == CustomKind::pattern) return {"match", "summary"};
  if (rule.kind == CustomKind::phrases) {
    return any_replacement(rule) ? Names{"match", "replacement", "summary"}
                                 : Names{"match", "summary"};
  }
  return rule.limit.share ? Names{"count", "limit", "share", "window", "summary"}
                          : Names{"count", "limit", "window", "summary"};
}

/// Why a field that other rules have is not filled in here; empty for one that no rule has.
std::string_view reason(std::string_view name, const CustomRule& rule) {
  if (name == "replacement" && rule.kind == CustomKind::phrases) {
    return "no phrase here has a replacement";
  }
  if (name == "replacement" && rule.kind == CustomKind::pattern) return "a pattern has none";
  if (name == "share" && rule.kind == CustomKind::limit) {
    return "this limit is a number and no share such as 10%";
  }
  return {};
}

std::string listed(const Names& fields) {
  std::string text;
  for (size_t i = 0; i < fields.size(); ++i) {
    text.append(i == 0 ? "" : i + 1 == fields.size() ? " and " : ", ");
    text.append("{").append(fields[i]).append("}");
  }
  return text;
}

/// The name in the braces that open at `at`; empty for braces around anything else and double ones.
std::string_view name_at(std::string_view text, size_t at) {
  const size_t close = text.find('}', at);
  if (close == npos) return {};
  if ((at > 0 && text[at - 1] == '{') || text.substr(close).starts_with("}}")) return {};
  const std::string_view name = text.substr(at + 1, close - at - 1);
  const bool word = std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
  });
  return word ? name : std::string_view();
}

/// Where `field` is written in the file, from `from` on. A text that is written with escapes has
/// none, and its field the place of the whole message.
SourceSpan place_of(std::string_view field, size_t from, const ConfigNode& message,
                    std::string_view bytes) {
  const size_t at = bytes.find(field, from);
  if (at == npos) return message.place;
  return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + field.size())};
}

}  // namespace

void check_custom_message(const ConfigNode& message, const CustomRule& rule, std::string_view bytes,
                          NodeChecks& checks) {
  const Names fields = fields_of(rule);
  const std::string_view text = message.text;
  size_t from = message.place.begin;
  for (size_t at = text.find('{'); at != npos; at = text.find('{', at + 1)) {
    const std::string_view name = name_at(text, at);
    if (name.empty() || std::find(fields.begin(), fields.end(), name) != fields.end()) continue;
    const std::string field = "{" + std::string(name) + "}";
    const SourceSpan place = place_of(field, from, message, bytes);
    from = std::max<size_t>(from, place.end);
    const std::string_view why = reason(name, rule);
    const auto near = why.empty() ? closest_word(name, fields) : std::nullopt;
    checks.blame(place, "`" + field + "` is not filled in" +
                            (why.empty() ? "" : ": " + std::string(why)) + "; " +
                            (near ? "did you mean `{" + std::string(*near) + "}`?"
                                  : "this rule's message can have " + listed(fields)));
  }
}

}  // namespace soiree
