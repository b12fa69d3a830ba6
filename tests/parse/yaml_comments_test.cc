#include "linter/parse/yaml_comments.h"

#include <gtest/gtest.h>
#include <tree_sitter/api.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "linter/parse/yaml_recovery.h"
#include "tests/support/paths.h"

extern "C" const TSLanguage* tree_sitter_yaml(void);

namespace soiree {
namespace {

void collect(TSNode node, std::vector<SourceSpan>& comments) {
  if (std::string_view(ts_node_type(node)) == "comment") {
    comments.push_back({ts_node_start_byte(node), ts_node_end_byte(node)});
  }
  for (uint32_t i = 0; i < ts_node_child_count(node); ++i) {
    collect(ts_node_child(node, i), comments);
  }
}

// A comment that is missed is a suppression that does not work; one too many could suppress a
// finding from inside a text. tree-sitter-yaml finds comments in a way of its own.
TEST(FindComments, AgreesWithTreeSitterOnTheCorpus) {
  const auto corpus = corpus_dir();
  if (!corpus) GTEST_SKIP() << "no corpus";
  const std::unique_ptr<TSParser, void (*)(TSParser*)> parser(ts_parser_new(), ts_parser_delete);
  ASSERT_TRUE(ts_parser_set_language(parser.get(), tree_sitter_yaml()));
  size_t files = 0;
  size_t comments = 0;
  for (const auto& file : std::filesystem::recursive_directory_iterator(*corpus)) {
    if (!file.is_regular_file()) continue;
    std::ifstream stream(file.path(), std::ios::binary);
    const std::string source{std::istreambuf_iterator<char>(stream), {}};
    const std::string extension = file.path().extension();
    SourceSpan part{0, static_cast<uint32_t>(source.size())};
    if (extension == ".md" || extension == ".mdx" || extension == ".markdown") {
      const size_t end = source.find("\n---", 3);
      if (source.substr(0, 4) != "---\n" || end == std::string::npos) continue;
      part = {4, static_cast<uint32_t>(end + 1)};
    } else if (extension != ".yaml" && extension != ".yml") {
      continue;
    }
    const std::unique_ptr<TSTree, void (*)(TSTree*)> tree(
        ts_parser_parse_string(parser.get(), nullptr, source.data() + part.begin, part.size()),
        ts_tree_delete);
    if (ts_node_has_error(ts_tree_root_node(tree.get()))) continue;
    std::vector<SourceSpan> expected;
    collect(ts_tree_root_node(tree.get()), expected);
    const YamlStream read = read_yaml_stream(source, part, YamlExtent::all_documents);
    std::vector<SourceSpan> found;
    for (const Comment& comment : read.comments) {
      found.push_back({comment.place.begin - part.begin, comment.place.end - part.begin});
    }
    EXPECT_EQ(found, expected) << file.path();
    ++files;
    comments += found.size();
  }
  std::cout << files << " files, " << comments << " comments\n";
  EXPECT_GT(comments, 100U);
}

}  // namespace
}  // namespace soiree
