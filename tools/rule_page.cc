#include "tools/rule_page.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "linter/config/config_node.h"

namespace soiree {
namespace {

constexpr std::string_view kPageKeys[] = {"id",     "summary", "severity",
                                          "status", "scope",   "options"};
constexpr std::string_view kOptionKeys[] = {"name", "type", "default", "range", "meaning"};
constexpr std::string_view kTypes[] = {"boolean", "integer", "share", "number", "words"};

using Kind = ConfigNode::Kind;

template <class Number>
bool read_number(const ConfigNode& node, Number& number) {
  const char* end = node.text.data() + node.text.size();
  return node.kind == Kind::scalar && !node.text.empty() &&
         std::from_chars(node.text.data(), end, number).ptr == end;
}

/// Reads one front matter and collects what is wrong with it.
class PageReader {
 public:
  explicit PageReader(std::vector<Error>& mistakes) : checks_("", mistakes) {}

  void read(std::string_view folder, const ConfigNode& root, RulePage& page) {
    if (!checks_.is_map(root, "the front matter")) return;
    checks_.check_keys(root, kPageKeys);
    read_rule_header(root, folder, checks_, page);
    if (const ConfigNode* options = NodeChecks::find(root, "options")) {
      read_options(*options, page);
    }
  }

 private:
  void blame(const ConfigNode& node, std::string message) {
    checks_.blame(node, std::move(message));
  }

  void read_options(const ConfigNode& list, RulePage& page) {
    if (list.kind != Kind::list) return blame(list, "options must be a list of {name, type, ...}");
    for (const ConfigNode& node : list.items) {
      if (!checks_.is_map(node, "an option")) continue;
      PageOption option = read_option(node);
      const bool twice = std::any_of(page.options.begin(), page.options.end(),
                                     [&](const auto& other) { return other.name == option.name; });
      if (twice) blame(node, fmt::format("option '{}' is declared twice; keep one", option.name));
      page.options.push_back(std::move(option));
    }
  }

  PageOption read_option(const ConfigNode& node) {
    checks_.check_keys(node, kOptionKeys);
    PageOption option;
    option.name = checks_.text_of(node, "name");
    if (!option.name.empty() && !is_rule_name(option.name, '_') && !is_rule_name(option.name)) {
      blame(node, fmt::format("option name '{}' must be in lower case", option.name));
    }
    option.type = checks_.choice_of(node, "type", kTypes);
    option.meaning = checks_.text_of(node, "meaning");
    read_range(node, option);
    read_default(node, option);
    return option;
  }

  void read_range(const ConfigNode& node, PageOption& option) {
    const ConfigNode* range = NodeChecks::find(node, "range");
    const bool has_range = option.type == "integer" || option.type == "number";
    if (option.type == "share") option.maximum = 1;
    if (range == nullptr) {
      if (has_range) blame(node, fmt::format("option '{}' needs 'range: [MIN, MAX]'", option.name));
      return;
    }
    if (!has_range && option.type != "share") {
      return blame(*range, fmt::format("a {} option has no range; remove it", option.type));
    }
    if (range->kind != Kind::list || range->items.size() != 2 ||
        !read_number(range->items[0], option.minimum) ||
        !read_number(range->items[1], option.maximum) || !(option.minimum < option.maximum) ||
        !std::isfinite(option.maximum - option.minimum)) {
      return blame(*range, "range must be [MIN, MAX], two numbers with MIN below MAX");
    }
    if (option.type == "share" && (option.minimum < 0 || option.maximum > 1)) {
      blame(*range, "the range of a share must lie within [0, 1]");
    }
  }

  void read_default(const ConfigNode& node, PageOption& option) {
    const ConfigNode* value = NodeChecks::find(node, "default");
    if (value == nullptr) {
      return blame(node, fmt::format("option '{}' needs a default", option.name));
    }
    if (option.type == "words") return read_words(*value, option);
    if (value->kind != Kind::scalar) return blame(*value, "the default must be one plain value");
    option.default_value = value->text;
    if (option.type == "boolean") {
      if (option.default_value != "true" && option.default_value != "false") {
        blame(*value, "the default of a boolean is true or false");
      }
      return;
    }
    double number = 0;
    int64_t integer = 0;
    const bool ok =
        option.type == "integer" ? read_number(*value, integer) : read_number(*value, number);
    if (option.type == "integer") number = static_cast<double>(integer);
    if (!ok) {
      blame(*value, fmt::format("default '{}' is no {}", option.default_value, option.type));
    } else if (option.minimum < option.maximum &&
               !(number >= option.minimum && number <= option.maximum)) {
      blame(*value, fmt::format("default {} is outside the range [{}, {}]", option.default_value,
                                option.minimum, option.maximum));
    }
  }

  void read_words(const ConfigNode& value, PageOption& option) {
    if (value.kind != Kind::list) return blame(value, "the default of words is a list such as []");
    std::vector<std::string> words;
    for (const ConfigNode& word : value.items) {
      if (word.kind != Kind::scalar || word.text.empty() ||
          word.text.find(',') != std::string::npos) {
        blame(word, "each of the words must be plain text without a comma");
        continue;
      }
      words.push_back(word.text);
    }
    option.default_value = fmt::format("{}", fmt::join(words, ","));
  }

  NodeChecks checks_;
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
  const std::string yaml = text.substr(kFence.size(), close + 1 - kFence.size());
  std::vector<Error> found;
  const ConfigNode root = read_config_yaml("", yaml, found);
  if (found.empty()) PageReader(found).read(folder, root, page);
  for (Error& error : found) {
    const auto before = yaml.begin() + error.place.begin;
    const auto line = static_cast<int>(std::count(yaml.begin(), before, '\n'));
    mistakes.push_back({kFirstYamlLine + line, std::move(error.message)});
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
