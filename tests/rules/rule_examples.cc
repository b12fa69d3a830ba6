#include "tests/rules/rule_examples.h"

#include <algorithm>
#include <sstream>
#include <utility>

#include "linter/lint/example_marks.h"

namespace soiree {
namespace {

/// Reads "md flagged file=a.md"; false when the fence is no example.
bool read_info(const std::string& info, ExampleBlock& block, bool& names_file) {
  std::istringstream words(info);
  std::string type;
  std::string kind;
  std::string word;
  words >> type >> kind;
  if (kind == "flagged") {
    block.kind = ExampleKind::flagged;
  } else if (kind == "fixed") {
    block.kind = ExampleKind::fixed;
  } else if (kind != "fine") {
    return false;
  }
  block.path = "example." + type;
  while (words >> word) {
    if (!word.starts_with("file=")) continue;
    block.path = word.substr(5);
    names_file = true;
  }
  return true;
}

}  // namespace

std::vector<Example> read_examples(std::string_view page) {
  std::vector<Example> examples;
  size_t line_number = 0;
  bool last_named_file = false;
  std::string fence;
  ExampleBlock block;
  bool wanted = false;
  bool names_file = false;
  for (size_t at = 0; at < page.size();) {
    const size_t end = std::min(page.find('\n', at), page.size());
    const std::string_view line = page.substr(at, end - at);
    ++line_number;
    if (fence.empty() && line.starts_with("```")) {
      const size_t ticks = std::min(line.find_first_not_of('`'), line.size());
      fence = std::string(line.substr(0, ticks));
      block = {};
      names_file = false;
      wanted = read_info(std::string(line.substr(ticks)), block, names_file);
      block.page_begin = end + 1;
      block.page_line = line_number;
    } else if (!fence.empty() && line == fence) {
      if (wanted) {
        block.page_end = at;
        MarkedText marked = without_marks(page.substr(block.page_begin, at - block.page_begin));
        block.text = std::move(marked.text);
        block.expected = std::move(marked.ranges);
        const bool together = names_file && last_named_file && !examples.empty();
        if (!together) examples.emplace_back();
        examples.back().push_back(block);
        last_named_file = names_file;
      }
      fence.clear();
    } else if (fence.empty() && !line.empty()) {
      last_named_file = false;  // prose ends a group of files
    }
    at = end + 1;
  }
  return examples;
}

}  // namespace soiree
