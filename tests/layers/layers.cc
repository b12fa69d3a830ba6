#include "tests/layers/layers.h"

#include <algorithm>

namespace soiree {
namespace {

constexpr int kMostLines = 399;

struct Layer {
  std::string_view folder;
  int rank;
};
/// A file may include its own folder and folders of lower rank.
constexpr Layer kLayers[] = {
    {"linter/text/", 0}, {"linter/parse/", 1},  {"linter/post/", 2},   {"linter/lint/", 3},
    {"rules/", 4},       {"linter/config/", 4}, {"linter/output/", 5}, {"integrations/", 6},
    {"linter/cli/", 7},  {"tools/", 8},         {"tests/", 9},
};

struct Place {
  std::string_view header;  ///< how the header's name starts
  std::string_view path;    ///< how the path of a file that may include it starts
};
/// Where third-party headers may stand. Tests may include what they like.
constexpr Place kPlaces[] = {
    {"cmark-gfm", "linter/parse/markdown"},
    {"yaml-cpp/", "linter/parse/yaml"},
    {"yaml-cpp/", "linter/parse/schedule"},
    {"yaml-cpp/", "linter/config/"},
    {"yaml-cpp/", "tools/"},
    {"toml++/", "linter/parse/toml_library"},
    {"absl/time/", "linter/parse/zones"},
    {"absl/time/", "linter/parse/dates"},
    {"CLI/", "linter/cli/"},
    {"nlohmann/", "linter/output/"},
    {"nlohmann/", "integrations/lsp/"},
    {"utf8proc", "linter/text/"},
    {"emmintrin.h", "linter/text/plain_word"},
    {"emmintrin.h", "linter/text/source_file"},
    {"re2/", "linter/lint/"},
    {"re2/", "linter/config/"},
    {"xxhash", "linter/"},
    {"xxhash", "integrations/lsp/"},
    {"fmt/", ""},
    // The system, the console and files: the engine has none of them, only the command line and
    // the one implementation of the file access interface.
    {"iostream", "linter/cli/"},
    {"iostream", "integrations/"},
    {"iostream", "tools/"},
    {"fstream", "linter/cli/"},
    {"fstream", "integrations/"},
    {"fstream", "tools/"},
    {"dirent.h", "linter/config/disk_files"},
    {"fcntl.h", "linter/config/disk_files"},
    {"sys/", "linter/config/disk_files"},
    {"unistd.h", "linter/config/disk_files"},
    {"fcntl.h", "linter/cli/"},
    {"poll.h", "linter/cli/"},
    {"poll.h", "integrations/"},
    {"spawn.h", "linter/cli/"},
    {"signal.h", "linter/cli/"},
    {"sys/", "linter/cli/"},
    {"sys/", "integrations/"},
    {"unistd.h", "linter/cli/"},
    {"unistd.h", "integrations/"},
    {"gtest/", "tests/"},
    {"md4c", "tests/"},
    {"regex", "nowhere"},
};

const Layer* layer_of(std::string_view path) {
  for (const Layer& layer : kLayers) {
    if (path.starts_with(layer.folder)) return &layer;
  }
  return nullptr;
}

std::string_view short_name(const Layer& layer) {
  std::string_view name = layer.folder;
  if (name.starts_with("linter/")) name.remove_prefix(7);
  name.remove_suffix(1);
  return name;
}

/// Headers of C++ itself have neither a dot nor a slash.
bool is_standard(std::string_view header) {
  return header.find_first_of("./") == std::string_view::npos;
}

std::string problem_with_own(const Layer& from, std::string_view header) {
  const Layer* to = layer_of(header);
  const bool ok = to != nullptr && (to->rank < from.rank || to->folder == from.folder);
  if (ok) return {};
  return std::string(short_name(from)) + " may not include " + std::string(header) +
         "; includes go text <- parse <- post <- lint <- {rules, config} <- {output, cli, lsp}";
}

std::string problem_with_foreign(std::string_view path, std::string_view header) {
  bool known = false;
  for (const Place& place : kPlaces) {
    if (!header.starts_with(place.header)) continue;
    known = true;
    if (path.starts_with(place.path)) return {};
    if (path.starts_with("tests/") && place.header != "regex") return {};
  }
  const std::string name = "<" + std::string(header) + ">";
  if (known) {
    return name + " may not be included here; see tests/layers/layers.cc for where it belongs";
  }
  if (is_standard(header) || path.starts_with("tests/")) return {};
  return name +
         " is a new dependency; it needs a reason in linter/decisions/ and a place in "
         "tests/layers/layers.cc";
}

/// The header that a line includes, without its quotes, and which quotes they were.
std::string_view included(std::string_view line, char& quote) {
  constexpr std::string_view kInclude = "#include ";
  if (!line.starts_with(kInclude) || line.size() < kInclude.size() + 2) return {};
  quote = line[kInclude.size()];
  line.remove_prefix(kInclude.size() + 1);
  return line.substr(0, line.find(quote == '<' ? '>' : '"'));
}

}  // namespace

std::vector<std::string> layer_violations(std::string_view path, std::string_view text) {
  std::vector<std::string> violations;
  const auto blame = [&](int line, const std::string& message) {
    violations.push_back(std::string(path) + ":" + std::to_string(line) + ": " + message);
  };
  const Layer* layer = layer_of(path);
  if (layer == nullptr) {
    blame(1, "this folder has no place in tests/layers/layers.cc");
    return violations;
  }
  int number = 0;
  while (!text.empty()) {
    ++number;
    const size_t end = std::min(text.find('\n'), text.size());
    char quote = 0;
    const std::string_view header = included(text.substr(0, end), quote);
    if (!header.empty()) {
      const bool foreign = quote == '<' || layer_of(header) == nullptr;
      const std::string problem =
          foreign ? problem_with_foreign(path, header) : problem_with_own(*layer, header);
      if (!problem.empty()) blame(number, problem);
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (number > kMostLines) {
    blame(number, "files stay under 400 lines; split it by what a reader looks for");
  }
  return violations;
}

}  // namespace soiree
