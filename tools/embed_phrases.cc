// Makes the automaton of all phrases: embed_phrases OUTPUT.cc RULES/*/lexicon.tsv reads the
// lexicons and writes the function that linter/lint/built_in_phrases.h declares.

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "linter/lint/lexicon.h"
#include "linter/lint/phrase_trie_builder.h"

namespace soiree {
namespace {

namespace fs = std::filesystem;

/// A lexicon as it will be in the table.
struct Lexicon {
  std::string rule;
  std::vector<std::string> categories;  ///< in the order of their first lines
};

bool fail(const std::string& path, std::string_view message) {
  fmt::print(stderr, "{}: error: {}\n", path, message);
  return false;
}

/// Adds the phrases of the file at `path` as lexicon `index`.
bool read(const std::string& path, uint16_t index, PhraseTrieBuilder& trie, Lexicon& lexicon) {
  std::ifstream stream(path, std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(stream), {});
  if (!stream || text.empty()) return fail(path, "cannot read, or empty");
  const Result<std::vector<LexiconPhrase>> phrases = read_lexicon(text);
  if (!phrases) {
    const auto place = text.begin() + static_cast<std::ptrdiff_t>(phrases.error().place.begin);
    const auto line = 1 + std::count(text.begin(), place, '\n');
    return fail(fmt::format("{}:{}", path, line), phrases.error().message);
  }
  lexicon.rule = fs::path(path).parent_path().filename().string();
  for (const LexiconPhrase& phrase : *phrases) {
    std::vector<std::string>& names = lexicon.categories;
    auto category = std::find(names.begin(), names.end(), phrase.category);
    if (category == names.end()) category = names.insert(names.end(), std::string(phrase.category));
    PhraseTrie::Output output;
    output.weight = phrase.weight;
    output.lexicon = index;
    output.category = static_cast<uint16_t>(category - names.begin());
    for (const PhraseSequence& sequence : phrase.sequences) trie.add(sequence, output);
  }
  return true;
}

/// `constexpr DECLARATION = {...};` with `cell(item)` for each item.
template <class Items, class Cell>
std::string table(std::string_view declaration, const Items& items, Cell cell) {
  std::string out = fmt::format("constexpr {} = {{", declaration);
  size_t column = 100;
  for (const auto& item : items) {
    const std::string text = cell(item);
    if (column + text.size() > 98) {
      out += "\n   ";
      column = 3;
    }
    out += " " + text + ",";
    column += text.size() + 2;
  }
  return out + "\n};\n";
}

/// The bits of a filter, an array inside an array's braces.
template <class Words>
std::string filter_table(std::string_view declaration, const Words& words) {
  std::string out =
      table(declaration, words, [](uint64_t word) { return fmt::format("{}U", word); });
  out.insert(out.find('{'), "{");
  return out.insert(out.rfind('}'), "}");
}

std::string code_of(const PhraseTrie& trie, const std::vector<Lexicon>& lexicons) {
  std::string out =
      "// Generated from rules/*/lexicon.tsv when the program is built.\n\n"
      "#include \"linter/lint/built_in_phrases.h\"\n\nnamespace soiree {\nnamespace {\n\n";
  out += table("PhraseTrie::Node kNodes[]", trie.nodes, [](const PhraseTrie::Node& node) {
    return fmt::format("{{{}, {}U}}", node.output, node.classes);
  });
  out += table("PhraseTrie::Output kOutputs[]", trie.outputs, [](const PhraseTrie::Output& found) {
    return fmt::format("{{{:#}F, {}, {}, {}, {}}}", found.weight, found.lexicon, found.category,
                       found.next, found.ends_sentence);
  });
  out += table("PhraseTrie::Edge kEdges[]", trie.edges, [](const PhraseTrie::Edge& edge) {
    if (edge.node == PhraseTrie::kNone) return std::string("{}");
    return fmt::format("{{{}, {}U, {}}}", edge.node, edge.label, edge.target);
  });
  const PhraseBeginnings& beginnings = *trie.beginnings;
  out += filter_table("PhraseBeginnings::Filter::Words kBits", beginnings.words());
  const auto& [anywhere, start] = beginnings.classes();
  out += fmt::format(
      "constexpr PhraseBeginnings kBeginnings(kBits, {{{{{{{}U, {}U}}, {{{}U, {}U}}}}}});\n",
      anywhere.first, anywhere.second, start.first, start.second);
  std::string rows;
  for (size_t i = 0; i < lexicons.size(); ++i) {
    const std::string name = fmt::format("kCategories{}", i);
    out += table("std::string_view " + name + "[]", lexicons[i].categories,
                 [](const std::string& category) { return fmt::format("\"{}\"", category); });
    rows += fmt::format("    {{\"{}\", {}}},\n", lexicons[i].rule, name);
  }
  out += "constexpr BuiltInLexicon kLexicons[] = {\n" + rows + "};\n";
  return out +
         "constexpr BuiltInPhrases kPhrases = {{kNodes, kOutputs, kEdges, &kBeginnings}, "
         "kLexicons};\n\n}  // namespace\n\n"
         "const BuiltInPhrases& built_in_phrases() { return kPhrases; }\n\n}  // namespace "
         "soiree\n";
}

int run(const fs::path& output, const std::vector<std::string>& paths) {
  PhraseTrieBuilder trie;
  std::vector<Lexicon> lexicons(paths.size());
  bool ok = true;
  for (size_t i = 0; i < paths.size(); ++i) {
    ok = read(paths[i], static_cast<uint16_t>(i), trie, lexicons[i]) && ok;
  }
  if (!ok) return 1;
  const PhraseTrieBuilder smaller = trie.minimized();
  fs::create_directories(output.parent_path());
  std::ofstream stream(output, std::ios::binary);
  stream << code_of(smaller.trie(), lexicons);
  stream.close();
  if (stream) return 0;
  fail(output.string(), "cannot write");
  return 1;
}

}  // namespace
}  // namespace soiree

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "usage: embed_phrases OUTPUT.cc LEXICON.tsv...\n");
    return 2;
  }
  try {
    return soiree::run(argv[1], std::vector<std::string>(argv + 2, argv + argc));
  } catch (const std::filesystem::filesystem_error& problem) {
    fmt::print(stderr, "embed_phrases: error: {}\n", problem.what());
    return 1;
  }
}
