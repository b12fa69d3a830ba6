#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "integrations/lsp/config_keys.h"
#include "integrations/lsp/server.h"
#include "linter/config/discovery.h"
#include "linter/config/paths.h"

namespace soiree {
namespace {

constexpr std::array<std::string_view, 5> kDirectives = {"soiree-disable-next-line",
                                                         "soiree-disable-line", "soiree-disable",
                                                         "soiree-enable", "soiree-disable-file"};

constexpr int kKeyword = 14;
constexpr int kEnumMember = 20;

/// What may be written at the end of `line` in one of our comments; `begin` is where the word at
/// its end starts.
Json comment_completions(std::string_view line, const FileJob& job, size_t& begin) {
  Json items = Json::array();
  begin = line.find_last_of(" \t,") + 1;
  const size_t marker =
      std::max({line.rfind("<!--") + 1, line.rfind("{/*") + 1, line.rfind('#') + 1});
  if (marker == 0) return items;
  const size_t directive = line.find("soiree-", marker - 1);
  if (directive == std::string_view::npos || directive >= begin) {
    const std::string_view word = line.substr(begin);
    if (begin < marker || !std::string_view("soiree-").starts_with(word.substr(0, 7))) return items;
    for (const std::string_view name : kDirectives) {
      items.push_back({{"label", name}, {"kind", kKeyword}});
    }
    return items;
  }
  if (line.find("-->", directive) != std::string_view::npos ||
      line.find(" -- ", directive) != std::string_view::npos) {
    return items;
  }
  for (const std::string_view name : job.ruleset->known_rules()) {
    Json item = {{"label", name}, {"kind", kEnumMember}};
    if (const RuleInfo* info = find_rule_info(name)) item["documentation"] = info->summary;
    items.push_back(std::move(item));
  }
  return items;
}

}  // namespace

Json Server::complete(const Json& params) {
  const OpenDocument* open = document_of(params);
  if (open == nullptr) return nullptr;
  const std::string_view text = open->document.text;
  const TextPositions positions(text, abilities_.encoding);
  const uint32_t at = positions.offset(position_from(params.at("position")));
  Json items = Json::array();
  uint32_t begin = at;
  if (open->kind == DocumentKind::posts) {
    const size_t line_break = text.substr(0, at).rfind('\n');
    const size_t line = line_break == std::string_view::npos ? 0 : line_break + 1;
    size_t word = 0;
    items = comment_completions(text.substr(line, at - line), open->made.job, word);
    begin = static_cast<uint32_t>(line + word);
  } else if (file_name(open->document.path) == kConfigName) {
    const YamlPlace place = yaml_place(text, at);
    items = config_completions(place);
    begin = place.word_begin;
  }
  const Json range = range_json(positions.range({std::min(begin, at), at}));
  for (Json& item : items) {
    item["textEdit"] = {{"range", range}, {"newText", item["label"]}};
  }
  return items;
}

/// What the key under the cursor sets.
Json Server::config_hover(const OpenDocument& open, uint32_t at) const {
  const std::string_view text = open.document.text;
  const size_t end = std::min(text.find('\n', at), text.size());
  const size_t line_break = text.substr(0, at).rfind('\n');
  const size_t begin = line_break == std::string_view::npos ? 0 : line_break + 1;
  const size_t colon = text.substr(0, end).find(':', begin);
  if (colon == std::string_view::npos || at > colon) return nullptr;
  YamlPlace place = yaml_place(text, static_cast<uint32_t>(colon + 1));
  place.path.push_back(place.key);
  const std::string description = config_key_description(place.path);
  if (description.empty()) return nullptr;
  return {{"contents", {{"kind", "plaintext"}, {"value", description}}}};
}

}  // namespace soiree
