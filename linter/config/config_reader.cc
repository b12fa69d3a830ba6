#include "linter/config/config_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <utility>

#include "linter/config/config_sections.h"
#include "linter/config/file_access.h"
#include "linter/text/byte_size.h"
#include "linter/text/suggest.h"

namespace soiree {
namespace {

using Kind = ConfigNode::Kind;

/// Words people know from other linters, which no letter count brings near ours.
std::string_view our_word(std::string_view theirs) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 16> kWords = {{
      {"paths", "files"},
      {"path", "files"},
      {"glob", "files"},
      {"globs", "files"},
      {"exclude", "ignore"},
      {"excludes", "ignore"},
      {"extend", "extends"},
      {"level", "severity"},
      {"lang", "language"},
      {"locale", "language"},
      {"author", "self"},
      {"recipients", "recipient"},
      {"maxSize", "largest-file"},
      {"max-size", "largest-file"},
      {"max-file-size", "largest-file"},
      {"largest_file", "largest-file"},
  }};
  for (const auto& [word, ours] : kWords) {
    if (word == theirs) return ours;
  }
  return "";
}

/// What YAML takes a value without quotes for, other than text: "a number", "a truth value"; or "".
std::string_view other_than_text(const ConfigNode& node) {
  if (node.kind != Kind::scalar || node.quoted) return "";
  std::string_view text = node.text;
  if (text == "true" || text == "false") return "a truth value";
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  if (text.find_first_of("0123456789") > 1) return "";
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error != std::errc::invalid_argument && end == text.data() + text.size() ? "a number" : "";
}

bool in_typographic_quotes(std::string_view text) {
  const auto any = [](auto matches) {
    constexpr std::array<std::string_view, 6> kMarks = {"“", "”", "„", "‘", "’", "‚"};
    return std::any_of(kMarks.begin(), kMarks.end(), matches);
  };
  return any([text](std::string_view mark) { return text.starts_with(mark); }) &&
         any([text](std::string_view mark) { return text.ends_with(mark); });
}

}  // namespace

bool ConfigReader::is_map(const ConfigNode& node, std::string_view what) {
  if (node.kind == Kind::map || node.kind == Kind::null) return true;
  std::string hint = "write `key: value` lines";
  const size_t colon = node.text.find(':');
  const bool slip = !node.quoted && !node.folded && colon != std::string::npos && colon > 0 &&
                    node.text.find_first_of(" /") == std::string::npos;
  if (slip) {
    hint = "did you mean " + code(node.text.substr(0, colon) + ": " + node.text.substr(colon + 1)) +
           "?";
  }
  report(node, std::string(what) + " must be a mapping; " + hint);
  return false;
}

void ConfigReader::unknown_key(const ConfigNode& key, std::string_view what,
                               std::span<const std::string_view> known) {
  const std::string_view ours = our_word(key.text);
  std::string hint = "; use " + code(ours);
  if (std::find(known.begin(), known.end(), ours) == known.end()) {
    hint = did_you_mean(key.text, known);
  }
  if (key.text == "preview") hint = "; write it under `rules`";
  if (key.text.find_first_not_of("0123456789") == std::string::npos) {
    hint = "; write a decimal with a point, as in `0.6`";
  }
  report(key, "unknown key " + code(key.text) + " in " + std::string(what) + hint);
}

/// The known entries of a mapping; the others are reported.
std::vector<ConfigReader::Entry> ConfigReader::entries(const ConfigNode& map, std::string_view what,
                                                       std::span<const std::string_view> known) {
  std::vector<Entry> found;
  if (!is_map(map, what)) return found;
  for (size_t i = 0; i + 1 < map.items.size(); i += 2) {
    const ConfigNode& key = map.items[i];
    if (std::find(known.begin(), known.end(), key.text) == known.end()) {
      unknown_key(key, what, known);
    } else {
      found.push_back({key, map.items[i + 1]});
    }
  }
  return found;
}

/// A scalar that YAML takes for text. Another one is a slip, or a name that needs quotes.
bool ConfigReader::is_text(const ConfigNode& key, const ConfigNode& value) {
  const std::string_view other = other_than_text(value);
  if (!other.empty()) {
    report(value, code(value.text) + " is " + std::string(other) + ", but " + code(key.text) +
                      " takes text; if you mean it, put it in quotes");
  } else if (!value.quoted && in_typographic_quotes(value.text)) {
    report(value,
           "these quotation marks are typographic ones, which YAML takes for a part of the "
           "text; write straight quotation marks, or none");
    return false;
  }
  return other.empty();
}

std::optional<Setting<std::string>> ConfigReader::word(const Entry& entry) {
  const bool given = entry.value.kind == Kind::scalar && !entry.value.text.empty();
  if (given) return Setting<std::string>{entry.value.text, origin(entry.value)};
  report(entry.value.place.empty() ? entry.key : entry.value,
         code(entry.key.text) + " must be one word; give it a value or remove it");
  return std::nullopt;
}

/// A list of words; a single word stands for a list of one, nothing for an empty list.
Words ConfigReader::words(const ConfigNode& key, const ConfigNode& value) {
  Words found;
  if (value.folded) {
    report(value, code(key.text) +
                      " is one text over several lines here; put `- ` in front of "
                      "each line, or the text in quotes");
  } else if (value.kind == Kind::scalar && is_text(key, value)) {
    found.push_back({value.text, origin(value)});
  }
  if (value.kind == Kind::map) report(value, code(key.text) + " must be a list; write `- ` lines");
  if (value.kind != Kind::list) return found;
  for (const ConfigNode& item : value.items) {
    if (item.kind == Kind::scalar && !item.text.empty()) {
      if (is_text(key, item)) found.push_back({item.text, origin(item)});
    } else {
      report(item, "every item of " + code(key.text) +
                       " must be a word; put it in quotes if it holds `: ` or starts with `*`");
    }
  }
  return found;
}

std::optional<Setting<bool>> ConfigReader::truth(const Entry& entry) {
  const std::string& text = entry.value.text;
  if (entry.value.kind == Kind::scalar && (text == "true" || text == "false")) {
    return Setting<bool>{text == "true", origin(entry.value)};
  }
  report(entry.value.place.empty() ? entry.key : entry.value,
         code(entry.key.text) + " must be `true` or `false`");
  return std::nullopt;
}

void ConfigReader::read(const ConfigNode& root, ConfigFile& out) {
  static constexpr std::array<std::string_view, 10> kKeys = {
      "root",         "extends", "ignore",    "self",  "language",
      "largest-file", "rules",   "overrides", "feeds", "schedules"};
  for (const Entry& entry : entries(root, "the configuration", kKeys)) read_top(entry, out);
}

void ConfigReader::read_top(const Entry& entry, ConfigFile& out) {
  const std::string_view key = entry.key.text;
  Config& config = out.config;
  if (key == "root") {
    if (const auto value = truth(entry)) config.root = value->value;
  } else if (key == "extends") {
    out.extends = words(entry.key, entry.value);
  } else if (key == "ignore") {
    FileGlobs ignored = globs(entry);
    out.sets_ignore = true;
    config.ignore = std::move(ignored.written);
    config.ignore_globs.patterns = std::move(ignored.patterns);
  } else if (key == "overrides") {
    for (const ConfigNode& item : list_of_maps(entry)) read_override(item, config.overrides);
  } else if (key == "schedules") {
    for (const ConfigNode& item : list_of_maps(entry)) read_schedule(item, config.schedules);
  } else if (key == "feeds") {
    if (!is_map(entry.value, "`feeds`")) return;
    const std::vector<ConfigNode>& items = entry.value.items;
    for (size_t i = 0; i + 1 < items.size(); i += 2) {
      read_feed({items[i], items[i + 1]}, config.feeds);
    }
  } else {
    read_layer(entry, config.settings);
  }
}

void ConfigReader::read_layer(const Entry& entry, Layer& layer) {
  if (entry.key.text == "rules") read_rules(entry.value, layer);
  if (entry.key.text == "self") read_self(entry.value, layer.self);
  if (entry.key.text == "language") read_language(entry, layer);
  if (entry.key.text == "largest-file") read_largest_file(entry, layer);
}

void ConfigReader::read_self(const ConfigNode& map, SelfSettings& self) {
  static constexpr std::array<std::string_view, 3> kKeys = {"names", "handles", "domains"};
  for (const Entry& entry : entries(map, "`self`", kKeys)) {
    Words found = words(entry.key, entry.value);
    if (entry.key.text == "names") {
      self.names = std::move(found);
    } else if (entry.key.text == "handles") {
      clean_handles(self.handles.emplace(std::move(found)));
    } else {
      clean_domains(self.domains.emplace(std::move(found)));
    }
  }
}

void ConfigReader::clean_handles(Words& handles) {
  for (Setting<std::string>& handle : handles) {
    if (handle.value.starts_with('@')) handle.value.erase(0, 1);
    if (!handle.value.empty() && handle.value.find_first_of(" /\t") == std::string::npos) continue;
    errors_.push_back({code(handle.value) + " is no handle; write it like `@bakery`, in quotes",
                       file_, handle.origin.place});
  }
}

void ConfigReader::clean_domains(Words& domains) {
  for (Setting<std::string>& domain : domains) {
    std::string& text = domain.value;
    const size_t scheme = text.find("://");
    if (scheme != std::string::npos) text.erase(0, scheme + 3);
    if (text.ends_with('/')) text.pop_back();
    for (char& byte : text) {
      if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte + ('a' - 'A'));
    }
    if (text.starts_with("www.")) text.erase(0, 4);
    const bool plain = text.find_first_of(" /@:\t?#*") == std::string::npos;
    if (plain && text.find('.') != std::string::npos) continue;
    errors_.push_back(
        {code(text) + " is no domain; write it like `example.com`", file_, domain.origin.place});
  }
}

void ConfigReader::read_language(const Entry& entry, Layer& layer) {
  std::optional<Setting<std::string>> tag = word(entry);
  if (!tag) return;
  const bool letters = std::all_of(tag->value.begin(), tag->value.end(), [](char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '-' ||
           byte == '_' || (byte >= '0' && byte <= '9');
  });
  const size_t first = std::min(tag->value.find_first_of("-_"), tag->value.size());
  if (letters && (first == 2 || first == 3)) {
    layer.language = std::move(tag);
  } else {
    report(entry.value, code(tag->value) + " is no language tag; write it like `en` or `pt-BR`");
  }
}

void ConfigReader::read_largest_file(const Entry& entry, Layer& layer) {
  const std::optional<Setting<std::string>> text = word(entry);
  if (!text) return;
  const std::optional<uint64_t> size = byte_size(text->value);
  if (!size || *size == 0) {
    report(entry.value, code(text->value) + " is no size; write it with a unit like `8 MiB`");
  } else if (*size >= kFileSizeLimit) {
    report(entry.value, code(text->value) + " is too much; files must be below 2 GiB");
  } else {
    layer.largest_file = Setting<uint64_t>{*size, text->origin};
  }
}

ConfigFile read_config(const std::string& file, std::string_view bytes,
                       std::span<const RuleInfo> rules, std::vector<Error>& errors,
                       std::span<const std::string> unused_rules) {
  ConfigFile out;
  out.config.file = file;
  std::vector<Error> found;
  ConfigReader(file, bytes, rules, unused_rules, found)
      .read(read_config_yaml(file, bytes, found), out);
  std::stable_sort(found.begin(), found.end(),
                   [](const Error& a, const Error& b) { return a.place < b.place; });
  std::move(found.begin(), found.end(), std::back_inserter(errors));
  return out;
}

}  // namespace soiree
