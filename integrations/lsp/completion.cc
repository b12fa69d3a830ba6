#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "integrations/lsp/config_keys.h"
#include "integrations/lsp/server.h"
#include "linter/config/discovery.h"
#include "linter/config/paths.h"
#include "linter/parse/front_matter.h"
#include "linter/parse/schedule.h"
#include "linter/parse/yaml_recovery.h"

namespace soiree {
namespace {

constexpr std::array<std::string_view, 5> kDirectives = {"soiree-disable-next-line",
                                                         "soiree-disable-line", "soiree-disable",
                                                         "soiree-enable", "soiree-disable-file"};

constexpr int kKeyword = 14;
constexpr int kEnumMember = 20;

std::vector<RuleInfo> own_rules(const Config& config) {
  std::vector<RuleInfo> rules;
  for (const auto& rule : config.custom_rules) rules.push_back(rule->info);
  return rules;
}

/// The keys of the configuration in `open`. Rules of one's own are known as they are on disk.
const ConfigKeys& keys_of(OpenDocument& open) {
  if (open.keys == nullptr) {
    const std::string directory(parent_directory(open.document.path));
    open.keys =
        std::make_shared<const ConfigKeys>(own_rules(open.setup->configs.config_in(directory)));
  }
  return *open.keys;
}

/// All rules that may be named in a file of posts.
Json rule_names(const ConfiguredJob& made) {
  Json items = Json::array();
  const auto add = [&](const RuleInfo& rule) {
    items.push_back({{"label", rule.id}, {"kind", kEnumMember}, {"documentation", rule.summary}});
  };
  for (const RuleInfo& rule : own_rules(*made.config.config)) add(rule);
  for (const RuleInfo& rule : rule_table()) add(rule);
  return items;
}

/// True at a value of `soiree: {disable: [...]}`.
bool names_disabled_rules(const YamlPlace& place) {
  std::vector<std::string> path = place.path;
  if (!path.empty() && path.back() == "-") path.pop_back();
  if (!place.key.empty()) path.push_back(place.key);
  return path == std::vector<std::string>{"soiree", "disable"};
}

/// True where a Markdown file is still in its YAML front matter.
bool in_front_matter(std::string_view text, uint32_t at) {
  if (!text.starts_with("---\n") && !text.starts_with("---\r\n")) return false;
  const size_t end = text.find("\n---", 3);
  return end == std::string_view::npos || at <= end;
}

std::vector<Comment> comments_of(std::string_view text, std::string_view path, ContentKind kind) {
  if (kind == ContentKind::markdown) return read_front_matter(text, path).comments;
  if (kind == ContentKind::tweet) return read_tweet(text, path).comments;
  if (kind == ContentKind::json) return {};
  const SourceSpan all{0, static_cast<uint32_t>(text.size())};
  return read_yaml_stream(text, all, YamlExtent::all_documents).comments;
}

/// True when the line up to `at` has a `#` that begins a comment, and is no sign in a text.
bool in_hash_comment(const OpenDocument& open, ContentKind kind, std::string_view line,
                     uint32_t at) {
  if (line.find('#') == std::string_view::npos) return false;
  const std::string_view text = open.document.text;
  const size_t begin = at - line.size();
  const std::vector<Comment> comments = comments_of(text, open.path, kind);
  return std::any_of(comments.begin(), comments.end(), [&](const Comment& comment) {
    const uint32_t sign = comment.place.begin;
    return begin <= sign && sign < at && text[sign] == '#';
  });
}

/// What may be written at the end of `line` in one of our comments; `begin` is where the word at
/// its end starts. Comments of Markdown and MDX count where `markdown` is true, those with a `#`
/// where `hash` is.
Json comment_completions(std::string_view line, const ConfiguredJob& made, bool markdown, bool hash,
                         size_t& begin) {
  Json items = Json::array();
  begin = line.find_last_of(" \t,") + 1;
  const size_t in_body =
      markdown ? std::max(line.rfind("<!--") + 1, line.rfind("{/*") + 1) : size_t{0};
  const size_t marker = std::max(in_body, hash ? line.rfind('#') + 1 : size_t{0});
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
  for (const char* end : {"-->", "*/}", " -- "}) {  // the comment's, or that of its names
    if (line.find(end, directive) != std::string_view::npos) return items;
  }
  return rule_names(made);
}

}  // namespace

Json Server::complete(const Json& params) {
  OpenDocument* open = document_of(params);
  if (open == nullptr) return nullptr;
  const std::string_view text = open->document.text;
  const TextPositions positions(text, abilities_.encoding);
  const uint32_t at = positions.offset(position_from(params.at("position")));
  Json items = Json::array();
  uint32_t begin = at;
  if (open->kind == DocumentKind::posts) {
    const size_t line_begin = text.substr(0, at).rfind('\n') + 1;
    const std::string_view line = text.substr(line_begin, at - line_begin);
    size_t word = 0;
    const ContentKind kind = content_kind(open->path).value_or(ContentKind::json);
    const bool markdown = kind == ContentKind::markdown;
    const bool hash = in_hash_comment(*open, kind, line, at);
    items = comment_completions(line, open->made, markdown, hash, word);
    begin = static_cast<uint32_t>(line_begin + word);
    const YamlPlace place =
        markdown && in_front_matter(text, at) ? yaml_place(text, at) : YamlPlace();
    if (!place.comment && names_disabled_rules(place)) {
      items = rule_names(open->made);
      begin = place.word_begin;
    }
  } else if (file_name(open->document.path) == kConfigName) {
    const YamlPlace place = yaml_place(text, at);
    if (!place.comment) items = keys_of(*open).completions(place);
    begin = place.word_begin;
  }
  const Json range = range_json(positions.range({std::min(begin, at), at}));
  for (Json& item : items) {
    item["textEdit"] = {{"range", range}, {"newText", item["label"]}};
  }
  return items;
}

/// What the key under the cursor sets.
Json Server::config_hover(OpenDocument& open, uint32_t at) {
  const std::string_view text = open.document.text;
  const size_t colon = text.find_first_of(":,{}[]#\n", at);
  if (colon == std::string_view::npos || text[colon] != ':') return nullptr;
  const std::string_view rest = text.substr(colon + 1);
  if (!rest.empty() && rest.find_first_of(" \r\n") != 0) return nullptr;
  YamlPlace place = yaml_place(text, static_cast<uint32_t>(colon + 1));
  if (place.comment) return nullptr;
  place.path.push_back(place.key);
  const std::string description = keys_of(open).description(place.path);
  if (description.empty()) return nullptr;
  return {{"contents", {{"kind", "plaintext"}, {"value", description}}}};
}

}  // namespace soiree
