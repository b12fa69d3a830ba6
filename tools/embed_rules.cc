// Compiles the rule pages in: embed_rules RULES_FOLDER OUTPUT.cc reads RULES_FOLDER/*/rule.md
// and writes the table that linter/lint/rule_info.h declares.

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "tools/rule_page.h"

namespace soiree {
namespace {

namespace fs = std::filesystem;

struct Rule {
  RulePage page;
  std::string doc;
};

std::optional<std::string> read_file(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

/// Reads all rules, sorted by id; prints each mistake as FILE:LINE: error: MESSAGE.
bool read_rules(const fs::path& folder, std::vector<Rule>& rules) {
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.is_directory()) folders.push_back(entry.path());
  }
  std::sort(folders.begin(), folders.end());
  bool ok = true;
  for (const fs::path& path : folders) {
    const fs::path page_path = path / "rule.md";
    Rule rule;
    if (auto text = read_file(page_path)) {
      rule.doc = std::move(*text);
    } else {
      fmt::print(stderr, "{}: error: cannot read this file; every folder in {} needs one\n",
                 page_path.string(), folder.string());
      ok = false;
      continue;
    }
    std::vector<PageMistake> mistakes;
    ok &= read_rule_page(path.filename().string(), rule.doc, rule.page, mistakes);
    for (const PageMistake& mistake : mistakes) {
      fmt::print(stderr, "{}:{}: error: {}\n", page_path.string(), mistake.line, mistake.message);
    }
    rules.push_back(std::move(rule));
  }
  return ok;
}

/// A string_view with the length spelled out, so that a NUL in the text is kept.
std::string view_of(const std::string& text) {
  return text.empty() ? "{}" : fmt::format("{{{}, {}}}", cpp_literal(text), text.size());
}

std::string table_of(const std::vector<Rule>& rules) {
  std::string out =
      "// Generated from rules/*/rule.md when the program is built.\n\n"
      "#include <algorithm>\n\n#include \"linter/lint/rule_info.h\"\n\nnamespace soiree {\n"
      "namespace {\n\n";
  auto sink = std::back_inserter(out);
  for (size_t i = 0; i < rules.size(); ++i) {
    const auto& options = rules[i].page.options;
    if (options.empty()) continue;
    fmt::format_to(sink, "constexpr OptionInfo kOptions{}[] = {{\n", i);
    for (const PageOption& option : options) {
      fmt::format_to(sink, "    {{{}, OptionType::{}, {}, {}, {}, {}}},\n", view_of(option.name),
                     option.type, view_of(option.default_value), option.minimum, option.maximum,
                     view_of(option.meaning));
    }
    out += "};\n";
  }
  out += "constexpr RuleInfo kRules[] = {\n";
  for (size_t i = 0; i < rules.size(); ++i) {
    const RulePage& page = rules[i].page;
    fmt::format_to(
        sink, "    {{{}, {}, Severity::{}, RuleStatus::{}, RuleScope::{}, {},\n    {}}},\n",
        view_of(page.id), view_of(page.summary), page.severity, page.status, page.scope,
        page.options.empty() ? "{}" : fmt::format("kOptions{}", i), view_of(rules[i].doc));
  }
  out +=
      "};\n\n}  // namespace\n\n"
      "std::span<const RuleInfo> rule_table() { return kRules; }\n\n"
      "const RuleInfo* find_rule_info(std::string_view id) {\n"
      "  const auto* rule = std::lower_bound(\n"
      "      std::begin(kRules), std::end(kRules), id,\n"
      "      [](const RuleInfo& info, std::string_view wanted) { return info.id < wanted; });\n"
      "  return rule != std::end(kRules) && rule->id == id ? rule : nullptr;\n"
      "}\n\n}  // namespace soiree\n";
  return out;
}

int run(const fs::path& folder, const fs::path& output) {
  std::vector<Rule> rules;
  if (!read_rules(folder, rules)) return 1;
  if (rules.empty()) {
    fmt::print(stderr, "{}: error: no rules here\n", folder.string());
    return 1;
  }
  fs::create_directories(output.parent_path());
  std::ofstream stream(output, std::ios::binary);
  stream << table_of(rules);
  stream.close();
  if (!stream) {
    fmt::print(stderr, "{}: error: cannot write\n", output.string());
    return 1;
  }
  return 0;
}

}  // namespace
}  // namespace soiree

int main(int argc, char** argv) {
  if (argc != 3) {
    fmt::print(stderr, "usage: embed_rules RULES_FOLDER OUTPUT.cc\n");
    return 2;
  }
  try {
    return soiree::run(argv[1], argv[2]);
  } catch (const std::filesystem::filesystem_error& problem) {
    fmt::print(stderr, "embed_rules: error: {}\n", problem.what());
    return 1;
  }
}
