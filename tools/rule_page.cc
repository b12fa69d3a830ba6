#include "tools/rule_page.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cmath>
#include <span>

namespace soiree {
namespace {

constexpr std::string_view kPageKeys[] = {"id",     "summary", "severity",
                                          "status", "scope",   "options"};
constexpr std::string_view kOptionKeys[] = {"name", "type", "default", "range", "meaning"};
constexpr std::string_view kSeverities[] = {"note", "warning", "error"};
constexpr std::string_view kStatuses[] = {"preview", "stable", "deprecated"};
constexpr std::string_view kScopes[] = {"post", "feed", "meta"};
constexpr std::string_view kTypes[] = {"boolean", "integer", "share", "number", "words"};

bool is_name(std::string_view name, char separator) {
  if (name.empty() || name.front() == separator || name.back() == separator) return false;
  return std::all_of(name.begin(), name.end(), [separator](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == separator;
  });
}

/// Reads one front matter and collects what is wrong with it.
class PageReader {
 public:
  PageReader(int first_line, std::vector<PageMistake>& mistakes)
      : first_line_(first_line), mistakes_(mistakes) {}

  void read(std::string_view folder, const YAML::Node& root, RulePage& page) {
    if (!root.IsMap()) {
      return blame(root, "the front matter must be a map of id, summary, severity, status, scope");
    }
    check_keys(root, kPageKeys);
    page.id = text_of(root, "id");
    if (!page.id.empty() && (page.id != folder || !is_name(page.id, '-'))) {
      blame(root["id"],
            fmt::format("id is '{}' but the folder is '{}'; both must be the same, in lower case "
                        "with hyphens",
                        page.id, folder));
    }
    page.summary = text_of(root, "summary");
    if (page.summary.find('\n') != std::string::npos) {
      blame(root["summary"], "summary must be one line");
    }
    page.severity = choice_of(root, "severity", kSeverities);
    page.status = choice_of(root, "status", kStatuses);
    page.scope = choice_of(root, "scope", kScopes);
    if (const YAML::Node options = root["options"]) read_options(options, page);
  }

 private:
  void blame(const YAML::Node& node, std::string message) {
    mistakes_.push_back({first_line_ + std::max(0, node.Mark().line), std::move(message)});
  }

  void check_keys(const YAML::Node& map, std::span<const std::string_view> known) {
    std::vector<std::string> seen;
    for (const auto& entry : map) {
      const std::string& key = entry.first.Scalar();
      if (std::find(known.begin(), known.end(), key) == known.end()) {
        blame(entry.first, fmt::format("unknown key '{}'; use {}", key, fmt::join(known, ", ")));
      } else if (std::find(seen.begin(), seen.end(), key) != seen.end()) {
        blame(entry.first, fmt::format("'{}' is given twice; keep one", key));
      }
      seen.push_back(key);
    }
  }

  std::string text_of(const YAML::Node& map, const char* key) {
    const YAML::Node node = map[key];
    if (node && node.IsScalar() && !node.Scalar().empty()) return node.Scalar();
    blame(node ? node : map, fmt::format("'{0}' is missing or empty; add '{0}: ...'", key));
    return {};
  }

  std::string choice_of(const YAML::Node& map, const char* key,
                        std::span<const std::string_view> choices) {
    std::string value = text_of(map, key);
    if (!value.empty() && std::find(choices.begin(), choices.end(), value) == choices.end()) {
      blame(map[key],
            fmt::format("{} is '{}'; it must be one of {}", key, value, fmt::join(choices, ", ")));
    }
    return value;
  }

  void read_options(const YAML::Node& list, RulePage& page) {
    if (!list.IsSequence()) return blame(list, "options must be a list of {name, type, ...}");
    for (const YAML::Node& node : list) {
      if (!node.IsMap()) {
        blame(node, "an option must be a map of name, type, default, range, meaning");
        continue;
      }
      PageOption option = read_option(node);
      const bool twice = std::any_of(page.options.begin(), page.options.end(),
                                     [&](const auto& other) { return other.name == option.name; });
      if (twice) blame(node, fmt::format("option '{}' is declared twice; keep one", option.name));
      page.options.push_back(std::move(option));
    }
  }

  PageOption read_option(const YAML::Node& node) {
    check_keys(node, kOptionKeys);
    PageOption option;
    option.name = text_of(node, "name");
    if (!option.name.empty() && !is_name(option.name, '_') && !is_name(option.name, '-')) {
      blame(node["name"], fmt::format("option name '{}' must be in lower case", option.name));
    }
    option.type = choice_of(node, "type", kTypes);
    option.meaning = text_of(node, "meaning");
    read_range(node, option);
    read_default(node, option);
    return option;
  }

  void read_range(const YAML::Node& node, PageOption& option) {
    const YAML::Node range = node["range"];
    const bool has_range = option.type == "integer" || option.type == "number";
    if (option.type == "share") option.maximum = 1;
    if (!range) {
      if (has_range) blame(node, fmt::format("option '{}' needs 'range: [MIN, MAX]'", option.name));
      return;
    }
    if (!has_range && option.type != "share") {
      return blame(range, fmt::format("a {} option has no range; remove it", option.type));
    }
    if (!range.IsSequence() || range.size() != 2 ||
        !YAML::convert<double>::decode(range[0], option.minimum) ||
        !YAML::convert<double>::decode(range[1], option.maximum) ||
        !(option.minimum < option.maximum) || !std::isfinite(option.maximum - option.minimum)) {
      return blame(range, "range must be [MIN, MAX], two numbers with MIN below MAX");
    }
    if (option.type == "share" && (option.minimum < 0 || option.maximum > 1)) {
      blame(range, "the range of a share must lie within [0, 1]");
    }
  }

  void read_default(const YAML::Node& node, PageOption& option) {
    const YAML::Node value = node["default"];
    if (!value) return blame(node, fmt::format("option '{}' needs a default", option.name));
    if (option.type == "words") return read_words(value, option);
    if (!value.IsScalar()) return blame(value, "the default must be one plain value");
    option.default_value = value.Scalar();
    if (option.type == "boolean") {
      if (option.default_value != "true" && option.default_value != "false") {
        blame(value, "the default of a boolean is true or false");
      }
      return;
    }
    double number = 0;
    int64_t integer = 0;
    const bool ok = option.type == "integer" ? YAML::convert<int64_t>::decode(value, integer)
                                             : YAML::convert<double>::decode(value, number);
    if (option.type == "integer") number = static_cast<double>(integer);
    if (!ok) {
      blame(value, fmt::format("default '{}' is no {}", option.default_value, option.type));
    } else if (option.minimum < option.maximum &&
               !(number >= option.minimum && number <= option.maximum)) {
      blame(value, fmt::format("default {} is outside the range [{}, {}]", option.default_value,
                               option.minimum, option.maximum));
    }
  }

  void read_words(const YAML::Node& value, PageOption& option) {
    if (!value.IsSequence()) return blame(value, "the default of words is a list such as []");
    std::vector<std::string> words;
    for (const YAML::Node& word : value) {
      if (!word.IsScalar() || word.Scalar().empty() ||
          word.Scalar().find(',') != std::string::npos) {
        blame(word, "each of the words must be plain text without a comma");
        continue;
      }
      words.push_back(word.Scalar());
    }
    option.default_value = fmt::format("{}", fmt::join(words, ","));
  }

  int first_line_;
  std::vector<PageMistake>& mistakes_;
};

}  // namespace

bool read_rule_page(std::string_view folder, const std::string& text, RulePage& page,
                    std::vector<PageMistake>& mistakes) {
  mistakes.clear();
  constexpr std::string_view kFence = "---\n";
  const size_t close = text.find("\n---\n", kFence.size() - 1);
  if (!text.starts_with(kFence) || close == std::string::npos) {
    mistakes.push_back({1, "the page must start with YAML front matter between two lines '---'"});
    return false;
  }
  constexpr int kFirstYamlLine = 2;
  PageReader reader(kFirstYamlLine, mistakes);
  try {
    reader.read(folder, YAML::Load(text.substr(kFence.size(), close + 1 - kFence.size())), page);
  } catch (const YAML::Exception& problem) {
    mistakes.push_back({kFirstYamlLine + std::max(0, problem.mark.line),
                        fmt::format("the front matter is not valid YAML: {}", problem.msg)});
  }
  if (text.find_first_not_of(" \n", close + 5) == std::string::npos) {
    const auto lines = std::count(text.begin(), text.end(), '\n');
    mistakes.push_back({static_cast<int>(lines), "the page says nothing: explain what and why"});
  }
  std::stable_sort(mistakes.begin(), mistakes.end(),
                   [](const PageMistake& a, const PageMistake& b) { return a.line < b.line; });
  return mistakes.empty();
}

std::string cpp_literal(std::string_view bytes) {
  std::string literal = "\"";
  for (size_t i = 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (c == '\n') {
      literal += i + 1 < bytes.size() ? "\\n\"\n    \"" : "\\n";
    } else if (c == '"' || c == '\\' || c == '?') {
      literal += '\\';
      literal += c;
    } else if (c >= ' ' && c < 0x7F) {
      literal += c;
    } else {
      // Three octal digits: unlike \x, they do not swallow a digit that follows.
      fmt::format_to(std::back_inserter(literal), "\\{:03o}", static_cast<unsigned char>(c));
    }
  }
  return literal + '"';
}

}  // namespace soiree
