#include "linter/parse/yaml_document.h"

#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "linter/parse/yaml_recovery.h"
#include "linter/text/utf8.h"
#include "tests/support/paths.h"

namespace soiree {
namespace {

YamlDocument read(std::string_view source) {
  return read_yaml(source, {0, static_cast<uint32_t>(source.size())});
}

std::string value_of(const YamlDocument& document, std::string_view key) {
  const YamlNode* node = document.root.find(key);
  return node == nullptr ? "(missing)" : std::string(node->value());
}

/// Every map must hold: spans inside the file, on character boundaries, verbatim bytes equal.
size_t check_maps(std::string_view source, const YamlNode& node) {
  size_t scalars = node.kind == YamlKind::scalar ? 1 : 0;
  EXPECT_LE(node.place.begin, node.place.end);
  EXPECT_LE(node.place.end, source.size());
  const std::vector<Run>& runs = node.text.runs();
  for (size_t i = 0; i < runs.size(); ++i) {
    const uint32_t end = i + 1 < runs.size() ? runs[i + 1].text_begin : node.text.size();
    EXPECT_LE(runs[i].source_begin, runs[i].source_end);
    EXPECT_LE(runs[i].source_end, source.size());
    if (i > 0) {
      EXPECT_GE(runs[i].source_begin, runs[i - 1].source_end);
    }
    EXPECT_TRUE(is_character_boundary(source, runs[i].source_begin));
    EXPECT_TRUE(is_character_boundary(source, runs[i].source_end));
    if (runs[i].verbatim) {
      EXPECT_EQ(node.text.text({runs[i].text_begin, end}),
                source.substr(runs[i].source_begin, runs[i].source_end - runs[i].source_begin));
    }
  }
  for (const YamlNode& child : node.children) scalars += check_maps(source, child);
  return scalars;
}

std::string source_of(std::string_view source, const YamlNode& node, std::string_view piece) {
  const size_t at = node.value().find(piece);
  if (at == std::string_view::npos) return "(missing)";
  const auto begin = static_cast<uint32_t>(at);
  return std::string(
      node.text.source({begin, begin + static_cast<uint32_t>(piece.size())}).of(source));
}

// A finding inside a folded, escaped or indented text would be underlined in the wrong place.
TEST(ReadYaml, MapsEveryStyleOfScalarToItsBytes) {
  const std::string source =
      "\xEF\xBB\xBFplain: one two\n  three\n\n  four\n"
      "single: 'it''s\n  folded'\n"
      "double: \"a\\tb \\u00e9 \\\n  joined\n\n  line\"\n"
      "literal: |-\n    keep\n      this\n\n    shape\n"
      "folded: >2\n   more\n  less\n  and\n\n  end\n"
      "tagged: !x &a \"tag\"\nalias: *a\n"
      "list:\n- x\n-   - y\nlast: |+\n  kept\n\n";
  for (const bool crlf : {false, true}) {
    std::string text;
    for (const char c : source) {
      if (crlf && c == '\n') text += '\r';
      text += c;
    }
    const YamlDocument document = read(text);
    EXPECT_TRUE(document.problems.empty());
    EXPECT_EQ(value_of(document, "plain"), "one two three\nfour");
    EXPECT_EQ(value_of(document, "single"), "it's folded");
    EXPECT_EQ(value_of(document, "double"), "a\tb \xC3\xA9 joined\nline");
    EXPECT_EQ(value_of(document, "literal"), "keep\n  this\n\nshape");
    EXPECT_EQ(value_of(document, "folded"), " more\nless and\nend\n");
    EXPECT_EQ(value_of(document, "alias"), "tag");
    EXPECT_EQ(value_of(document, "last"), "kept\n\n");
    check_maps(text, document.root);
    EXPECT_EQ(source_of(text, *document.root.find("plain"), "four"), "four");
    EXPECT_EQ(source_of(text, *document.root.find("single"), "'"), "''");
    EXPECT_EQ(source_of(text, *document.root.find("double"), "\xC3\xA9"), "\\u00e9");
    EXPECT_EQ(source_of(text, *document.root.find("literal"), "this"), "this");
    EXPECT_EQ(source_of(text, *document.root.find("alias"), "tag"), "tag");
    EXPECT_EQ(document.root.find("tagged")->place.of(text), "\"tag\"");
  }
}

// JSON queues write emoji as surrogate pairs; the parser refuses them and the whole queue was lost.
TEST(ReadYaml, ReadsJsonEscapes) {
  const std::string source = R"({"text": "a\/b \uD83D\uDE00 c", "n": [1, {"x":"y"}]})";
  const YamlDocument document = read(source);
  EXPECT_TRUE(document.problems.empty());
  EXPECT_EQ(value_of(document, "text"), "a/b \xF0\x9F\x98\x80 c");
  EXPECT_EQ(source_of(source, *document.root.find("text"), "\xF0\x9F\x98\x80"), "\\uD83D\\uDE00");
  EXPECT_EQ(document.root.place.of(source), source);
  EXPECT_EQ(document.root.find("n")->place.of(source), R"([1, {"x":"y"}])");
}

// Suppressions live in comments; a `#` inside a text is none.
TEST(ReadYaml, FindsCommentsAndOnlyComments) {
  const std::string source =
      "# one\na: 'x # no' # two\nb: | # three\n  # text\n# four\nc: d#e &f #five\nu: \"#no\" #six";
  const YamlDocument document = read(source);
  std::vector<std::string> found;
  for (const Comment& comment : document.comments) found.emplace_back(comment.place.of(source));
  EXPECT_EQ(found,
            (std::vector<std::string>{"# one", "# two", "# three", "# four", "#five", "#six"}));
}

// `text: hello #world` silently loses the hashtag when it is posted.
TEST(ReadYaml, NotesHashtagsThatAreComments) {
  const std::string source = "text: hello there #world\nother: hello there # a remark\n";
  const YamlDocument document = read(source);
  ASSERT_EQ(document.problems.size(), 1U);
  EXPECT_TRUE(document.problems[0].note);
  EXPECT_EQ(document.problems[0].place.of(source), "#world");
}

TEST(ReadYaml, ReportsKeysSetTwiceAndMergesTheRest) {
  const std::string source = "base: &b {a: 1, c: 2}\npost:\n  <<: *b\n  a: 3\ntitle: x\ntitle: y\n";
  const YamlDocument document = read(source);
  ASSERT_EQ(document.problems.size(), 1U);
  EXPECT_EQ(document.problems[0].place, (SourceSpan{53, 58}));
  EXPECT_EQ(document.root.find("post")->find("a")->value(), "3");
  EXPECT_EQ(document.root.find("post")->find("c")->value(), "2");
}

// A hostile file must not stop the run.
TEST(ReadYaml, BoundsHostileInput) {
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 30; ++i) {
    const std::string last = "*a" + std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + last + ", " + last +
            ", " + last + ", " + last + "]\n";
  }
  std::string dashes;
  for (int i = 0; i < 100000; ++i) dashes += "- ";
  std::string unclosed;
  for (int i = 0; i < 20000; ++i) unclosed += "- a: \"x\n";
  const std::string cases[] = {
      bomb,   "&a [*a]", "a: &a {b: *a}", std::string(100000, '['), std::string(100000, '{'),
      dashes, unclosed};
  for (const std::string& source : cases) {
    const YamlDocument document = read(source);
    EXPECT_FALSE(document.problems.empty()) << source.substr(0, 40);
  }
}

// Control characters, stray bytes and lone carriage returns cost no more than a note.
TEST(ReadYaml, ReadsAroundBytesThatAreNoText) {
  const std::string source = std::string("a: x\0y\rb: z\x04w\r\nc: \xFFq\n", 21);
  const YamlDocument document = read(source);
  EXPECT_EQ(value_of(document, "a"), "x\x7fy");
  EXPECT_EQ(value_of(document, "b"), "z\x7fw");
  EXPECT_EQ(value_of(document, "c"), "\xFFq");
  check_maps(source, document.root);
  EXPECT_EQ(document.problems.size(), 2U);
  for (const Problem& problem : document.problems) EXPECT_TRUE(problem.note);
  read(std::string_view("\xFF\xFE"));
  read(std::string_view("\0\0\0a", 4));
  read("");
}

// A broken line of front matter must not cost the title of the post.
TEST(ReadYaml, BrokenFrontMatterCostsOneKey) {
  const std::string source =
      "date: 2024-01-02\ntitle: Note: read this\ntags:\n  - a\n  - @b\nauthor: me\n";
  const YamlDocument document = read(source);
  EXPECT_EQ(value_of(document, "date"), "2024-01-02");
  EXPECT_EQ(value_of(document, "author"), "me");
  EXPECT_EQ(document.root.find("tags")->children.size(), 1U);
  ASSERT_EQ(document.problems.size(), 2U);
  EXPECT_EQ(document.problems[0].place.of(source), ": ");
  EXPECT_EQ(document.problems[1].place.of(source), "@");
}

struct BrokenForm {
  const char* line;   ///< replaces the text of the fourth entry
  const char* place;  ///< bytes the problem must point at
};

class BrokenEntry : public testing::TestWithParam<BrokenForm> {};

// A half-typed entry must cost itself, never its neighbours.
TEST_P(BrokenEntry, KeepsTheOtherSix) {
  for (const bool crlf : {false, true}) {
    for (const std::string margin : {"", "  "}) {
      std::string source = "timezone: UTC\nposts:\n";
      for (int i = 1; i <= 7; ++i) {
        source += margin + "- id: p" + std::to_string(i) + "\n" + margin + "  " +
                  (i == 4 ? std::string(GetParam().line) : std::string("text: hello")) + "\n" +
                  margin + "  at: 2024-01-02\n";
      }
      if (crlf) {
        std::string text;
        for (const char c : source) text += c == '\n' ? std::string("\r\n") : std::string(1, c);
        source = text;
      }
      const YamlDocument document = read(source);
      std::set<std::string> texts;
      ASSERT_NE(document.root.find("posts"), nullptr) << source;
      for (const YamlNode& entry : document.root.find("posts")->children) {
        const YamlNode* id = entry.find("id");
        const YamlNode* text = entry.find("text");
        if (id != nullptr && text != nullptr && text->value() == "hello")
          texts.emplace(id->value());
      }
      EXPECT_EQ(texts, (std::set<std::string>{"p1", "p2", "p3", "p5", "p6", "p7"})) << source;
      ASSERT_EQ(document.problems.size(), 1U) << source;
      EXPECT_EQ(document.problems[0].place.of(source), GetParam().place)
          << document.problems[0].message;
      EXPECT_EQ(value_of(document, "timezone"), "UTC");
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Forms, BrokenEntry,
                         testing::Values(BrokenForm{"text: Note: read this", ": "},
                                         BrokenForm{"\ttext: hello there", "\t"},
                                         BrokenForm{"text: 'it's bad'", "'s bad'"},
                                         BrokenForm{"text: \"never closed", "\"never closed"},
                                         BrokenForm{"text: 'never closed", "'never closed"},
                                         BrokenForm{"text: @someone hi", "@"},
                                         BrokenForm{"text: *bold* words", "*"},
                                         BrokenForm{"text: \"a \\d b\"", "\\d"},
                                         BrokenForm{"text: [unclosed list", "[unclosed list"},
                                         BrokenForm{"text: {{name}} hi", "{"},
                                         BrokenForm{"text: \"a\" b", "\"a\" b"},
                                         BrokenForm{"text", "text"}, BrokenForm{"text: %off", "%"},
                                         BrokenForm{"text: `code`", "`"}));

// The quote of the last entry runs to the end of the file, and the parser accepts it.
TEST(ReadYaml, ReportsAnUnclosedQuoteAtTheEnd) {
  const std::string source = "- id: a\n  text: hello\n- id: b\n  text: \"never closed\n";
  const YamlDocument document = read(source);
  ASSERT_EQ(document.problems.size(), 1U);
  EXPECT_EQ(document.problems[0].place.of(source), "\"never closed");
  ASSERT_EQ(document.root.children.size(), 2U);
  EXPECT_EQ(document.root.children[0].find("text")->value(), "hello");
}

TEST(ReadYaml, BrokenFileKeepsAnchors) {
  const std::string source =
      "defaults: &d\n  to: x\nposts:\n- <<: *d\n  text: a\n- <<: *d\n  text: b: c\n";
  const YamlDocument document = read(source);
  EXPECT_EQ(document.problems.size(), 1U);
  EXPECT_EQ(document.root.find("posts")->children[0].find("to")->value(), "x");
}

TEST(ReadYaml, BrokenJsonCostsOneObject) {
  const std::string source =
      "{\"posts\": [\n {\"text\": \"a\"},\n {\"text\": \"b},\n {\"text\": \"c\"}\n]}\n";
  const YamlDocument document = read(source);
  EXPECT_FALSE(document.problems.empty());
  ASSERT_FALSE(document.root.children.empty());
  EXPECT_EQ(document.root.children.front().find("text")->value(), "a");
}

/// Front matter of a Markdown file, fences excluded.
SourceSpan front_matter(std::string_view source) {
  const size_t bom = source.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
  if (source.substr(bom, 3) != "---") return {};
  const size_t begin = source.find('\n', bom);
  const size_t end = begin == std::string_view::npos ? begin : source.find("\n---", begin);
  if (end == std::string_view::npos) return {};
  return {static_cast<uint32_t>(begin + 1), static_cast<uint32_t>(end + 1)};
}

// Over all real files: every map holds, and (printed) how many could not be proved.
TEST(ReadYaml, MapsTheCorpus) {
  const auto corpus = corpus_dir();
  if (!corpus) GTEST_SKIP() << "no corpus";
  size_t files = 0, scalars = 0, inexact = 0, failed = 0, nodes = 0, bytes = 0;
  double spent = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(*corpus)) {
    if (!entry.is_regular_file()) continue;
    const std::string extension = entry.path().extension();
    const bool data = extension == ".yaml" || extension == ".yml" || extension == ".json";
    if (!data && extension != ".md" && extension != ".mdx" && extension != ".markdown" &&
        extension != ".tweet") {
      continue;
    }
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string source{std::istreambuf_iterator<char>(file), {}};
    const SourceSpan part =
        data ? SourceSpan{0, static_cast<uint32_t>(source.size())} : front_matter(source);
    if (part.empty()) continue;
    const auto start = std::chrono::steady_clock::now();
    const YamlStream stream = read_yaml_stream(source, part, YamlExtent::all_documents);
    spent += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    ++files;
    bytes += part.size();
    scalars += stream.scalars;
    inexact += stream.inexact;
    if (stream.inexact > 0) std::cout << "inexact: " << entry.path() << "\n";
    for (const Problem& problem : stream.problems) {
      if (!problem.note) ++failed;
      EXPECT_LE(problem.place.end, source.size());
      if (std::getenv("SHOW_PROBLEMS") != nullptr) {
        std::cout << entry.path().string() << ": " << problem.place.of(source) << ": "
                  << problem.message << "\n";
      }
    }
    for (const YamlNode& root : stream.roots) nodes += check_maps(source, root);
    for (const Comment& comment : stream.comments) {
      EXPECT_EQ(comment.place.of(source).substr(0, 1), "#");
    }
  }
  std::cout << files << " files, " << bytes << " bytes, " << scalars << " scalars (" << nodes
            << " in trees), " << inexact << " not proved, " << failed << " problems, "
            << spent * 1e3 << " ms\n";
  EXPECT_LE(inexact * 100000, scalars);
}

}  // namespace
}  // namespace soiree
