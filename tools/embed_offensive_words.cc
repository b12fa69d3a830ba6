// Makes the word tables of the rule offensive-language: embed_offensive_words PACKAGE WORDS.tsv
// OUTPUT.cc reads the lists of the npm package "cuss" in the folder PACKAGE and what they mean to
// the rule, and writes the function that rules/offensive-language/word_list.h declares.

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include "tools/offensive_words.h"

namespace soiree {
namespace {

namespace fs = std::filesystem;

/// A language and the package's lists of it.
struct Source {
  std::string_view language;
  std::string_view table;
  std::array<std::string_view, 2> modules;
};
constexpr std::array kSources = {
    Source{"en", "kEnglish", {"index.js", ""}},
    Source{"es", "kSpanish", {"es.js", ""}},
    Source{"fr", "kFrench", {"fr.js", ""}},
    Source{"pt", "kPortuguese", {"pt.js", "pt-pt.js"}},
};

std::optional<std::string> read_file(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) {
    fmt::print(stderr, "{}: error: cannot read\n", path.string());
    return std::nullopt;
  }
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

bool report(const fs::path& path, const WordMistake& mistake) {
  fmt::print(stderr, "{}:{}: error: {}\n", path.string(), mistake.line, mistake.message);
  return false;
}

bool read_list(const fs::path& path, RatedWords& words) {
  const std::optional<std::string> text = read_file(path);
  WordMistake mistake;
  return text && (read_rated_words(*text, words, mistake) || report(path, mistake));
}

int run(const fs::path& package, const fs::path& classes_path, const fs::path& output) {
  const std::optional<std::string> text = read_file(classes_path);
  std::map<std::string, WordClasses> classes;
  WordMistake mistake;
  if (!text) return 1;
  if (!read_word_classes(*text, classes, mistake)) {
    report(classes_path, mistake);
    return 1;
  }
  std::string out =
      "// Generated from the npm package \"cuss\" and rules/offensive-language/words.tsv when the\n"
      "// program is built.\n\n"
      "#include \"rules/offensive-language/word_list.h\"\n\nnamespace soiree {\nnamespace {\n\n";
  std::string cases;
  for (const Source& source : kSources) {
    RatedWords rated;
    for (const std::string_view module : source.modules) {
      if (!module.empty() && !read_list(package / module, rated)) return 1;
    }
    const bool english = source.language == "en";
    const auto words = offensive_words_of(rated, classes[std::string(source.language)], english);
    out += offensive_word_table(source.table, words) + "\n";
    cases +=
        fmt::format("    case Language::{}:\n      return {};\n", source.language, source.table);
  }
  out +=
      "}  // namespace\n\nstd::span<const OffensiveWord> offensive_words(Language language) {\n"
      "  switch (language) {\n" +
      cases + "    default:\n      return {};\n  }\n}\n\n}  // namespace soiree\n";
  fs::create_directories(output.parent_path());
  std::ofstream stream(output, std::ios::binary);
  stream << out;
  stream.close();
  if (stream) return 0;
  fmt::print(stderr, "{}: error: cannot write\n", output.string());
  return 1;
}

}  // namespace
}  // namespace soiree

int main(int argc, char** argv) {
  if (argc != 4) {
    fmt::print(stderr, "usage: embed_offensive_words PACKAGE WORDS.tsv OUTPUT.cc\n");
    return 2;
  }
  try {
    return soiree::run(argv[1], argv[2], argv[3]);
  } catch (const std::filesystem::filesystem_error& problem) {
    fmt::print(stderr, "embed_offensive_words: error: {}\n", problem.what());
    return 1;
  }
}
